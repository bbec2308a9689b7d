import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as n}from"./chunk-FWKMG36J.js";import{Ba as o}from"./chunk-YXFJCS6E.js";async function s(a,e,r,u={}){let t=await o(a,n(e.launch??""),u);try{return await r(t)}finally{await t.close()}}export{s as a};
