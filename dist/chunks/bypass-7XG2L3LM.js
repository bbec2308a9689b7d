import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as h,d as c}from"./chunk-XTISJWD2.js";import"./chunk-YWAQLGK3.js";import"./chunk-PZFKTGFO.js";import{a as i,e as p}from"./chunk-NX6NKFVR.js";import"./chunk-C76U3LNI.js";import"./chunk-MLBFUMPB.js";import"./chunk-5VD5KFZY.js";import"./chunk-2L4EHWEF.js";import"./chunk-5GPNTGJY.js";import"./chunk-E2UZAN2K.js";import"./chunk-P2ZKMRRR.js";import"./chunk-RPSGLCHX.js";import"./chunk-E4OG6XQL.js";import"./chunk-NPZE5W65.js";import{w as r}from"./chunk-2I4OPFDA.js";import"./chunk-VNNTT36N.js";import"./chunk-ZZLSOQRR.js";import"./chunk-SJAPNVIQ.js";import{l as e,o}from"./chunk-UWTWR7MW.js";import"./chunk-I6IEMPQS.js";import"./chunk-ES4FVOAT.js";async function $(d,{out:a}){let{context:m}=await h(d,a);await c(m,async({site:s,loadBalancer:l,control:n},u)=>{if(l.bypass===void 0)throw new o({code:"plan-no-bypass",what:e`the plan names no way past the maintenance page`,where:"load-balancer",mend:e`add load-balancer.bypass (docs/maintenance.md)`});let t=await p(u.control,n.directory);if(t===null)throw new o({code:"no-bypass-token",what:e`no page of golive is up, so there is no token`,where:n.host,mend:e`it is made when the page goes up; \`golive status\` says how the site stands`});let w=s.url.startsWith("https:")?"; Secure":"";a(e`The page of ${t.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${i}=${t.token}; path=/; SameSite=Lax${w}"; location.reload()

With curl:
  curl -H '${r}: ${t.token}' ${s.url}
`)})}export{$ as bypass};
