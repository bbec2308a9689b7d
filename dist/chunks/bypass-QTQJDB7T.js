import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as h,d as c}from"./chunk-33BTJVGY.js";import"./chunk-5E6UE5JU.js";import"./chunk-66YPFLKK.js";import{a as i,e as p}from"./chunk-U6HCT6OQ.js";import"./chunk-JAAC7FVF.js";import"./chunk-ERU7LSJQ.js";import"./chunk-EA2MR4FV.js";import"./chunk-YEQ773M5.js";import"./chunk-UDGZIBXB.js";import{O as r}from"./chunk-KNROKRIR.js";import"./chunk-IWZ3FAU4.js";import"./chunk-YWAVLTOM.js";import"./chunk-U4KWLTQZ.js";import{l as e,o}from"./chunk-GHBYDRCD.js";import"./chunk-I6IEMPQS.js";import"./chunk-ES4FVOAT.js";async function $(d,{out:a}){let{context:m}=await h(d,a);await c(m,async({site:s,loadBalancer:l,control:n},u)=>{if(l.bypass===void 0)throw new o({code:"plan-no-bypass",what:e`the plan names no way past the maintenance page`,where:"load-balancer",mend:e`add load-balancer.bypass (docs/maintenance.md)`});let t=await p(u.control,n.directory);if(t===null)throw new o({code:"no-bypass-token",what:e`no page of golive is up, so there is no token`,where:n.host,mend:e`it is made when the page goes up; \`golive status\` says how the site stands`});let w=s.url.startsWith("https:")?"; Secure":"";a(e`The page of ${t.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${i}=${t.token}; path=/; SameSite=Lax${w}"; location.reload()

With curl:
  curl -H '${r}: ${t.token}' ${s.url}
`)})}export{$ as bypass};
