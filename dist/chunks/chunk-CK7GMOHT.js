import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{pa as t}from"./chunk-4HZPNLQC.js";function s(e,o,r){return t(o).open(e,o,r)}function p(e){return e.title??t(e).name(e)}function i(e){return t(e).needs(e)}export{s as a,p as b,i as c};
