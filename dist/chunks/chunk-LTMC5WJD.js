import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{Q as e}from"./chunk-UF5IG6FN.js";function o({deploy:t}){return e(t.preset)}export{o as a};
