import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{H as r}from"./chunk-A6G25ID6.js";import{J as o}from"./chunk-L3BESCRR.js";function p(e,t){return{plan:e.plan,release:e.release,host:e.hosts.get(t),directory:o(e.plan,e.release)}}function i(e,t){return r.on(t).facts(e.state()).previous??null}export{p as a,i as b};
