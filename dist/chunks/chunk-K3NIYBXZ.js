import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{F as r}from"./chunk-XDWIEMO2.js";import{G as o}from"./chunk-UF5IG6FN.js";function p(e,t){return{plan:e.plan,release:e.release,host:e.hosts.get(t),directory:o(e.plan,e.release)}}function i(e,t){return r.on(t).facts(e.state()).previous??null}export{p as a,i as b};
