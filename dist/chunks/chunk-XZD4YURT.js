import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{f as m,g as p}from"./chunk-2OBLW464.js";import{a as d}from"./chunk-XWPI7YIK.js";import{b as f}from"./chunk-4SJ2WMFE.js";import{v as c}from"./chunk-6VF753Q6.js";import{f as a}from"./chunk-TQVVOUEA.js";import{k as i}from"./chunk-ASVCTD4D.js";var b={inputs:f,outputs:["verdict"],run:(t,e)=>d(t,e,async n=>{let r=await m(n);return h(r,{verdict:c(r.filter(({required:o})=>o).map(({verdict:o})=>o))})})};function h(t,e){let n={outputs:e,summary:$(t),marks:k(t)};try{return p(t),n}catch(r){return{...n,failure:r}}}function $(t){let e=t.map(({title:r,verdict:o,evidence:s,required:y,acceptedBy:u})=>`| ${a(r)} | ${o}${y?"":i`, not required`}${u===void 0?"":i`, accepted by ${a(u)}`} | ${a(s)} |`),n=t.flatMap(({title:r,details:o})=>o?[`<details><summary>${a(r)}</summary>

${o.map(s=>`- ${a(s)}`).join(`
`)}

</details>`]:[]);return i`## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n${e.join(`
`)}\n\n${n.join(`

`)}\n`}var l=9;function k(t){let e=t.flatMap(({marks:n})=>n??[]);return e.length<=l?e:[...e.slice(0,l-1),{text:i`${e.length-l+1} more; the summary has them all`}]}export{b as a,h as b,k as c};
