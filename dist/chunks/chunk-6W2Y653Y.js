import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{C as n}from"./chunk-7UUVPKIN.js";function a(e,r){return n(e).open(e,r)}function o(e){return n(e).needs(e)}function s(e){return n(e).knowsServers(e)}function i(e){return"bypass"in e&&e.bypass!==void 0}function d(e){return"drain"in e?e.drain:void 0}export{a,o as b,s as c,i as d,d as e};
