import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{N as e}from"./chunk-M5Z7VIMN.js";function o({deploy:t}){return e(t.preset)}export{o as a};
