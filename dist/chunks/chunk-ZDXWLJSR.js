import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{_ as e}from"./chunk-JWJOBJ36.js";function o({deploy:t}){return e(t.preset)}export{o as a};
