import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as c,d as m}from"./chunk-BLCQMJ4T.js";import"./chunk-BS2IW76A.js";import"./chunk-QTN2BCUM.js";import{a as p,e as h}from"./chunk-3BGRKS63.js";import"./chunk-EQUB643M.js";import"./chunk-TUDCY2JS.js";import"./chunk-EMMWJPKG.js";import"./chunk-LZVIIJE4.js";import{d as i}from"./chunk-RLXK6VUB.js";import"./chunk-F47XTRHK.js";import"./chunk-MLFFWUU2.js";import"./chunk-EZWEXRNL.js";import"./chunk-XRR6OSV7.js";import"./chunk-EYDULE52.js";import{x as r}from"./chunk-F2BNOCNJ.js";import"./chunk-MVTVK3QN.js";import"./chunk-U2RQ7MAP.js";import"./chunk-3C3VS5TP.js";import{m as e,p as o}from"./chunk-FFBEW3HS.js";import"./chunk-I6IEMPQS.js";import"./chunk-ES4FVOAT.js";async function x(l,{out:a}){let{context:d}=await c(l,a);await m(d,async({site:s,loadBalancer:w,control:n},u)=>{if(!i(w))throw new o({code:"plan-no-bypass",what:e`the plan names no way past the maintenance page`,where:"load-balancer",mend:e`add load-balancer.bypass (docs/maintenance.md)`});let t=await h(u.control,n.directory);if(t===null)throw new o({code:"no-bypass-token",what:e`no page of golive is up, so there is no token`,where:n.host,mend:e`it is made when the page goes up; \`golive status\` says how the site stands`});let f=s.url.startsWith("https:")?"; Secure":"";a(e`The page of ${t.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${p}=${t.token}; path=/; SameSite=Lax${f}"; location.reload()

With curl:
  curl -H '${r}: ${t.token}' ${s.url}
`)})}export{x as bypass};
