import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as S}from"./chunk-NHWACBP7.js";import{a as O}from"./chunk-TN3ECNY7.js";import{o as j}from"./chunk-TRIGA3EM.js";import{a as W}from"./chunk-CBUFAWTN.js";import{c as v}from"./chunk-G2KFQRXS.js";import{e as x}from"./chunk-KBCAB3PB.js";import{a as b,e as L}from"./chunk-BAVH6YIL.js";import{K as k,L as g,M as $,X as h}from"./chunk-JAAC7FVF.js";import{e as d,f as a,h as y}from"./chunk-EA2MR4FV.js";import{Aa as w,Ya as f}from"./chunk-YEQ773M5.js";import{l as s,o as m,w as u}from"./chunk-GHBYDRCD.js";import{createHash as D}from"node:crypto";async function X(n){if(!d(n.state()))return{kind:"never-open"};if(!f(n.state()))return{kind:"code-only"};let{plan:e,state:r}=n;try{let o=await x(b(n),e.database,e.database.name),t=o===null?s`there is no database ${e.database.name} now`:F(n,o);if(t!==null)return l(r(),t);let i=await O(n,e.database.name,null);await n.record({kind:"counted",database:o,written:i})}catch(o){if(o instanceof m&&o.problems[0]?.code==="way-back-gone")throw o;let t=u(o);return await n.record({kind:"counted",database:null,written:null,why:t}),l(r(),t)}return l(r(),null)}function F(n,e){let{steps:r,counted:o}=n.state();if(w.facts({steps:r}).replacement===e||L(n)?.oid===e)return s`the database of before serves already`;let t=o?.database??null;return t===null||t===e?null:s`another database bears the name since`}function l({counted:n},e){return n===null||n.written===null?{kind:"unknown",why:e??n?.why??s`nothing was counted`}:{kind:"counted",at:n.at,written:n.written,since:e}}function Y({release:n,counted:e},r){let o=r.kind==="counted"?[r.at,r.written]:[r.kind,e?.at??""];return D("sha256").update(JSON.stringify([n?.id,...o])).digest("hex").slice(0,12)}function Z(n){let{counted:e}=n;return e===null?null:l(n,null)}function an(n,e,r,o){return`${H(n,e,r)}${r.kind==="never-open"?"":h(n,o)}`}function H({plan:n,release:e,messages:r},o,t){let{loss:i}=r,c=`## ↩️ ${i.title(a(n.service),a(e.tag))}

${a(o)}
`;if(t.kind==="never-open")return`${c}
${i.neverOpen}
`;if(t.kind==="code-only")return`${c}
${i.codeOnly}
`;if(t.kind==="unknown")return`${c}
${i.unknown(a(t.why))}
`;let p=t.since===null?"":`
${i.countedAt(y(t.at,n),a(t.since))}
`;if(t.written.length===0)return`${c}
${i.nothing}
${p}`;let P=t.written.map(({table:C,inserted:E,changed:R,deleted:T,byPeople:I})=>`| ${a(C)} | ${E} | ${R} | ${T} | ${I} |`),B=`| ${i.columns.join(" | ")} |
|---|---:|---:|---:|---:|`;return`${c}
${i.kept(a(n.database.name))}
${p}
${B}
${P.join(`
`)}
${N(i,t.written)}`}function N({notCompared:n},e){let r=e.filter(({leftOut:t})=>t.length>0),o=r.map(({table:t,leftOut:i})=>`${a(t)} (${i.map(c=>a(c)).join(", ")})`);return r.length===0?"":`
${n(o.join(", "))}
`}function sn(n){switch(n.kind){case"never-open":return s`The site did not open: nobody could write`;case"code-only":return s`No migration ran: the database stays as it is`;case"unknown":return s`What was written since the backup is not known: ${n.why}`;case"counted":return s`Since the backup: ${v(n.written)}`}}async function yn(n,e,r){await U(n,e,r),await S(n,r);let o=await W(n),{plan:t,release:i,messages:c}=n;return n.github.away||await j(n,c.people.rolledBack(a(t.service),a(i.tag))),await k(n),await $(n),o}async function U(n,e,r){let{release:o,run:t}=n,i=d(n.state());(!(o.runId===t.id&&n.state().ended===null)||i&&n.state().recalled===null)&&(await n.record({kind:"opened",opened:{...o,runId:t.id}}),i?await n.record({kind:"recalled",by:e,because:r}):await n.record({kind:"note",text:s`${t.actor} finishes the way back, because ${r}`})),await g(n)}export{X as a,Y as b,Z as c,an as d,sn as e,yn as f};
