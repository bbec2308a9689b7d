import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{H as o}from"./chunk-AXMB25YG.js";import{C as r}from"./chunk-M5Z7VIMN.js";function p(e,t){return{plan:e.plan,release:e.release,host:e.hosts.get(t),directory:r(e.plan,e.release)}}function i(e,t){return o.on(t).facts(e.state()).previous??null}export{p as a,i as b};
