import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{c as p,h as f}from"./chunk-OKT6H7QF.js";import{a as m}from"./chunk-WYUF4ZO2.js";import{f as o}from"./chunk-CHBOHNJT.js";import{l as u}from"./chunk-4HZPNLQC.js";import{m as a}from"./chunk-ZFSQH6XZ.js";var b=m({outputs:["verdict"],async run(e){let t=await f(e),r=t.filter(({required:n})=>n);return $(t,{verdict:u(r.map(({verdict:n})=>n))})}});function $(e,t){let r={outputs:t,summary:k(e),marks:R(e)};try{return p(e),r}catch(n){return{...r,failure:n}}}function k(e){let t=e.map(({title:n,verdict:s,evidence:c,required:d,acceptedBy:l})=>{let y=d?"":a`, not required`,h=l===void 0?"":a`, accepted by ${o(l)}`;return`| ${o(n)} | ${s}${y}${h} | ${o(c)} |`}),r=e.flatMap(({title:n,details:s})=>s?[`<details><summary>${o(n)}</summary>

${s.map(c=>`- ${o(c)}`).join(`
`)}

</details>`]:[]);return a`## Verify\n\n| check | verdict | evidence |\n|---|---|---|\n${t.join(`
`)}\n\n${r.join(`

`)}\n`}var i=9;function R(e){let t=e.flatMap(({marks:r})=>r??[]);return t.length<=i?t:[...t.slice(0,i-1),{text:a`${t.length-i+1} more; the summary has them all`}]}export{b as a,$ as b,R as c};
