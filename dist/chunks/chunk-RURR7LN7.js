import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as e}from"./chunk-GD6E5QKN.js";function o({deploy:t}){return e(t.preset)}export{o as a};
