import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as S}from"./chunk-SQQGKSBJ.js";import{a as O}from"./chunk-5X72CYN4.js";import{o as j}from"./chunk-ZS57PW47.js";import{a as W}from"./chunk-YVNA3NJ3.js";import{c as v}from"./chunk-K5HV7IVR.js";import{d as x}from"./chunk-LFPMM36L.js";import{a as k,f as g}from"./chunk-6GI47CEK.js";import{c as L}from"./chunk-UHACVXG5.js";import{h as $,i as h,j as b}from"./chunk-E7XOVW3Q.js";import{e as d,f as s,j as y}from"./chunk-UM3U3QFV.js";import{$a as f,Ca as w}from"./chunk-AXMB25YG.js";import{m as c,p as m,x as u}from"./chunk-ZFSQH6XZ.js";import{createHash as D}from"node:crypto";async function X(t){if(!d(t.state()))return{kind:"never-open"};if(!f(t.state()))return{kind:"code-only"};let{plan:e,state:r}=t;try{let o=await v(k(t),e.database,e.database.name),n=o===null?c`there is no database ${e.database.name} now`:F(t,o);if(n!==null)return l(r(),n);let i=await O(t,e.database.name,null);await t.record({kind:"counted",database:o,written:i})}catch(o){if(o instanceof m&&o.problems[0]?.code==="way-back-gone")throw o;let n=u(o);return await t.record({kind:"counted",database:null,written:null,why:n}),l(r(),n)}return l(r(),null)}function F(t,e){let{steps:r,counted:o}=t.state(),{replacement:n,snapshot:i}=w.facts({steps:r});if(n===e||g(t)?.oid===e||typeof i=="string")return c`the database of before serves already`;let a=o?.database??null;return a===null||a===e?null:c`another database bears the name since`}function l({counted:t},e){return t===null||t.written===null?{kind:"unknown",why:e??t?.why??c`nothing was counted`}:{kind:"counted",at:t.at,written:t.written,since:e}}function Y({release:t,counted:e},r){let o=r.kind==="counted"?[r.at,r.written]:[r.kind,e?.at??""];return D("sha256").update(JSON.stringify([t?.id,...o])).digest("hex").slice(0,12)}function Z(t){let{counted:e}=t;return e===null?null:l(t,null)}function it(t,e,r,o){return`${H(t,e,r)}${r.kind==="never-open"?"":L(t,o)}`}function H({plan:t,release:e,messages:r},o,n){let{loss:i}=r,a=`## ↩️ ${i.title(s(t.service),s(e.tag))}

${s(o)}
`;if(n.kind==="never-open")return`${a}
${i.neverOpen}
`;if(n.kind==="code-only")return`${a}
${i.codeOnly}
`;if(n.kind==="unknown")return`${a}
${i.unknown(s(n.why))}
`;let p=n.since===null?"":`
${i.countedAt(y(n.at,t),s(n.since))}
`;if(n.written.length===0)return`${a}
${i.nothing}
${p}`;let P=n.written.map(({table:C,inserted:E,changed:R,deleted:T,byPeople:I})=>`| ${s(C)} | ${E} | ${R} | ${T} | ${I} |`),B=`| ${i.columns.join(" | ")} |
|---|---:|---:|---:|---:|`;return`${a}
${i.kept(s(t.database.name))}
${p}
${B}
${P.join(`
`)}
${N(i,n.written)}`}function N({notCompared:t},e){let r=e.filter(({leftOut:n})=>n.length>0),o=r.map(({table:n,leftOut:i})=>`${s(n)} (${i.map(a=>s(a)).join(", ")})`);return r.length===0?"":`
${t(o.join(", "))}
`}function at(t){switch(t.kind){case"never-open":return c`The site did not open: nobody could write`;case"code-only":return c`No migration ran: the database stays as it is`;case"unknown":return c`What was written since the backup is not known: ${t.why}`;case"counted":return c`Since the backup: ${x(t.written)}`}}async function ft(t,e,r){await U(t,e,r),await S(t,r);let o=await W(t),{plan:n,release:i,messages:a}=t;return t.github.away||await j(t,a.people.rolledBack(s(n.service),s(i.tag))),await $(t),await b(t),o}async function U(t,e,r){let{release:o,run:n}=t,i=d(t.state());(!(o.runId===n.id&&t.state().ended===null)||i&&t.state().recalled===null)&&(await t.record({kind:"opened",opened:{...o,runId:n.id}}),i?await t.record({kind:"recalled",by:e,because:r}):await t.record({kind:"note",text:c`${n.actor} finishes the way back, because ${r}`})),await h(t)}export{X as a,Y as b,Z as c,it as d,at as e,ft as f};
