import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{U as e}from"./chunk-L3BESCRR.js";function o({deploy:t}){return e(t.preset)}export{o as a};
