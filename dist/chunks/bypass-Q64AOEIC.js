import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as c,d as m}from"./chunk-FULZJIQ5.js";import"./chunk-DPWVURIR.js";import"./chunk-3FJV7CYV.js";import{a as p,e as h}from"./chunk-WOHX43RV.js";import"./chunk-PIWW5O5U.js";import"./chunk-SRVQLMHI.js";import"./chunk-LOOL355A.js";import"./chunk-NYUKOJL7.js";import{d as i}from"./chunk-PZC77QR2.js";import"./chunk-GH2RRSW2.js";import"./chunk-A6G25ID6.js";import"./chunk-U2MA3MJV.js";import"./chunk-MBCXLCDY.js";import"./chunk-JNWQCSYZ.js";import{x as r}from"./chunk-L3BESCRR.js";import"./chunk-OCGCF6AM.js";import"./chunk-MM4IXOMJ.js";import"./chunk-OEULPIRE.js";import{m as e,p as o}from"./chunk-ZFSQH6XZ.js";import"./chunk-I6IEMPQS.js";import"./chunk-ES4FVOAT.js";async function x(l,{out:a}){let{context:d}=await c(l,a);await m(d,async({site:s,loadBalancer:w,control:n},u)=>{if(!i(w))throw new o({code:"plan-no-bypass",what:e`the plan names no way past the maintenance page`,where:"load-balancer",mend:e`add load-balancer.bypass (docs/maintenance.md)`});let t=await h(u.control,n.directory);if(t===null)throw new o({code:"no-bypass-token",what:e`no page of golive is up, so there is no token`,where:n.host,mend:e`it is made when the page goes up; \`golive status\` says how the site stands`});let f=s.url.startsWith("https:")?"; Secure":"";a(e`The page of ${t.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${p}=${t.token}; path=/; SameSite=Lax${f}"; location.reload()

With curl:
  curl -H '${r}: ${t.token}' ${s.url}
`)})}export{x as bypass};
