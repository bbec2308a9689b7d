import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as h}from"./chunk-DPWVURIR.js";import{a as f}from"./chunk-3FJV7CYV.js";import{a as u}from"./chunk-RMVWF23X.js";import"./chunk-GI7IWPZZ.js";import{oa as i,qa as c}from"./chunk-M5Z7VIMN.js";import"./chunk-GARDYJS2.js";import"./chunk-7UUVPKIN.js";import"./chunk-L76G2Y6O.js";import"./chunk-5AYNFL42.js";import{m as l,u as m,v as p}from"./chunk-ZFSQH6XZ.js";import"./chunk-ES4FVOAT.js";async function O({words:t},s){let o=t.length>0?t:[f.plan.default],n=0;for(let r of o)await g(r,s)||(n=1);return n}async function g(t,{out:s,err:o}){let n="",r=await m(async()=>{n=await h(t,l`start from examples/golive.yml`)});if(r.length>0)return o(`${r.map(p).join(`
`)}
`),!1;let e=i(n,t);c(e);let a=e.ok?u(e.plan,t):e.problems;if(e.ok&&a.length===0){let{service:$,verify:b}=e.plan;return s(l`${t}: the plan holds (${$}, ${b.checks.length} {2:check|checks|checks})\n`),!0}return o(`${a.map(p).join(`
`)}
${l`${t}: ${a.length} problem${a.length>1?"s":""}`}
`),!1}export{O as validate};
