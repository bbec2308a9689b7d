import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{la as r}from"./chunk-2I4OPFDA.js";function o(e,t){return r(e).open(e,t)}function a(e){return r(e).needs(e)}export{o as a,a as b};
