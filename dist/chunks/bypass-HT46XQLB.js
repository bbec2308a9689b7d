import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as c,d as m}from"./chunk-T2ZE6OCQ.js";import"./chunk-YWAQLGK3.js";import"./chunk-PZFKTGFO.js";import{a as p,e as h}from"./chunk-CPIT25TT.js";import"./chunk-5I23E3EF.js";import"./chunk-TF6UUZAI.js";import"./chunk-MFS57YGP.js";import"./chunk-VFYBHF4L.js";import{d as i}from"./chunk-GC7VTY46.js";import"./chunk-HWTDKC4S.js";import"./chunk-XDWIEMO2.js";import"./chunk-URAYFLJY.js";import"./chunk-E4OG6XQL.js";import"./chunk-NPZE5W65.js";import{u as r}from"./chunk-UF5IG6FN.js";import"./chunk-VNNTT36N.js";import"./chunk-ZZLSOQRR.js";import"./chunk-SJAPNVIQ.js";import{l as e,o}from"./chunk-UWTWR7MW.js";import"./chunk-I6IEMPQS.js";import"./chunk-ES4FVOAT.js";async function x(l,{out:a}){let{context:d}=await c(l,a);await m(d,async({site:s,loadBalancer:w,control:n},u)=>{if(!i(w))throw new o({code:"plan-no-bypass",what:e`the plan names no way past the maintenance page`,where:"load-balancer",mend:e`add load-balancer.bypass (docs/maintenance.md)`});let t=await h(u.control,n.directory);if(t===null)throw new o({code:"no-bypass-token",what:e`no page of golive is up, so there is no token`,where:n.host,mend:e`it is made when the page goes up; \`golive status\` says how the site stands`});let f=s.url.startsWith("https:")?"; Secure":"";a(e`The page of ${t.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${p}=${t.token}; path=/; SameSite=Lax${f}"; location.reload()

With curl:
  curl -H '${r}: ${t.token}' ${s.url}
`)})}export{x as bypass};
