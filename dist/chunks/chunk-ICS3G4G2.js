import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as W}from"./chunk-FNZCQYHK.js";import{k as j}from"./chunk-CHGJ4AHT.js";import{a as P}from"./chunk-35UXGGRV.js";import{g as O,h as S}from"./chunk-7SNPZAHI.js";import{c as v}from"./chunk-YQ5M5CEG.js";import{a as y,g}from"./chunk-A73YUGWZ.js";import{g as x}from"./chunk-ZY3RZSEW.js";import{h as $,i as b,j as L}from"./chunk-V4ERW3BU.js";import{e as d,f as c,j as h}from"./chunk-CHBOHNJT.js";import{Ka as f,db as k}from"./chunk-IQJF2NUT.js";import{V as w}from"./chunk-4HZPNLQC.js";import{m as s,p as m,x as u}from"./chunk-ZFSQH6XZ.js";import{createHash as D}from"node:crypto";async function tt(t){if(!d(t.state()))return{kind:"never-open"};if(!k(t.state()))return{kind:"code-only"};let{plan:r,state:e}=t,i=w(r);if(i===void 0)return{kind:"kept-whole"};try{let n=await v(y(t),i,i.name),o=n===null?s`there is no database ${i.name} now`:F(t,n);if(o!==null)return l(e(),o);let a=await S(t,i.name,null);await t.record({kind:"counted",database:n,written:a})}catch(n){if(n instanceof m&&n.problems[0]?.code==="way-back-gone")throw n;let o=u(n);return await t.record({kind:"counted",database:null,written:null,why:o}),l(e(),o)}return l(e(),null)}function F(t,r){let{steps:e,counted:i}=t.state(),{replacement:n,snapshot:o}=f.facts({steps:e});if(n===r||g(t)?.oid===r||typeof o=="string")return s`the database of before serves already`;let a=i?.database??null;return a===null||a===r?null:s`another database bears the name since`}function l({counted:t},r){return t===null||t.written===null?{kind:"unknown",why:r??t?.why??s`nothing was counted`}:{kind:"counted",at:t.at,written:t.written,since:r}}function nt({release:t,counted:r},e){let i=e.kind==="counted"?[e.at,e.written]:[e.kind,r?.at??""];return D("sha256").update(JSON.stringify([t?.id,...i])).digest("hex").slice(0,12)}function et(t){let{counted:r}=t;return r===null?null:l(t,null)}function dt(t,r,e,i){return`${N(t,r,e)}${e.kind==="never-open"?"":x(t,i)}`}function N({plan:t,release:r,messages:e},i,n){let{loss:o}=e,a=`## ↩️ ${o.title(c(t.service),c(r.tag))}

${c(i)}
`;if(n.kind==="never-open")return`${a}
${o.neverOpen}
`;if(n.kind==="code-only")return`${a}
${o.codeOnly}
`;if(n.kind==="kept-whole")return`${a}
${c(q(t),1e3)}
`;if(n.kind==="unknown")return`${a}
${o.unknown(c(n.why))}
`;let p=n.since===null?"":`
${o.countedAt(h(n.at,t),c(n.since))}
`;if(n.written.length===0)return`${a}
${o.nothing}
${p}`;let T=n.written.map(({table:E,inserted:H,changed:R,deleted:I,byPeople:A})=>`| ${c(E)} | ${H} | ${R} | ${I} | ${A} |`),C=`| ${o.columns.join(" | ")} |
|---|---:|---:|---:|---:|`;return`${a}
${o.kept(c(B(t)))}
${p}
${C}
${T.join(`
`)}
${U(o,n.written)}`}function U({notCompared:t},r){let e=r.filter(({leftOut:n})=>n.length>0),i=e.map(({table:n,leftOut:o})=>`${c(n)} (${o.map(a=>c(a)).join(", ")})`);return e.length===0?"":`
${t(i.join(", "))}
`}function B({database:t}){return t.engine==="none"?"":t.name}function q(t){return s`How much was written since the site was closed for the backup is not known: the commands of the plan cannot \
count it, and that is not none. Before ${B(t)} is put back it is backed up once more, whole, into a folder of its \
own on the database host; the checklist names it ("newer data kept at"). After the rollback what is newer is there, and \
not in the database.`}function lt(t){switch(t.kind){case"never-open":return s`The site did not open: nobody could write`;case"code-only":return s`No migration ran: the database stays as it is`;case"kept-whole":return s`How much was written since the backup is not known; it is backed up once more before the database is put back`;case"unknown":return s`What was written since the backup is not known: ${t.why}`;case"counted":return s`Since the backup: ${O(t.written)}`}}async function gt(t,r,e){await J(t,r,e),await W(t,e);let i=await P(t),{plan:n,release:o,messages:a}=t;return t.github.away||await j(t,a.people.rolledBack(c(n.service),c(o.tag))),await $(t),await L(t),i}async function J(t,r,e){let{release:i,run:n}=t,o=d(t.state());(!(i.runId===n.id&&t.state().ended===null)||o&&t.state().recalled===null)&&(await t.record({kind:"opened",opened:{...i,runId:n.id}}),o?await t.record({kind:"recalled",by:r,because:e}):await t.record({kind:"note",text:s`${n.actor} finishes the way back, because ${e}`})),await b(t)}export{tt as a,nt as b,et as c,dt as d,lt as e,gt as f};
