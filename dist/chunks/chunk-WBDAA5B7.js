import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{I as o}from"./chunk-IQJF2NUT.js";import{I as r}from"./chunk-4HZPNLQC.js";function p(e,t){return{plan:e.plan,release:e.release,host:e.hosts.get(t),directory:r(e.plan,e.release)}}function i(e,t){return o.on(t).facts(e.state()).previous??null}export{p as a,i as b};
