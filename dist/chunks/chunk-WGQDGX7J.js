import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as S}from"./chunk-ZHTAON6R.js";import{a as O}from"./chunk-UYVRFOIJ.js";import{o as j}from"./chunk-Z4YS4TPN.js";import{a as W}from"./chunk-P45AB6EV.js";import{c as v}from"./chunk-DXKDZLZE.js";import{e as x}from"./chunk-5R233S6T.js";import{a as b,f as L}from"./chunk-Y6HVFA4M.js";import{c as h}from"./chunk-TBX5UJSV.js";import{E as k,F as g,G as $}from"./chunk-VFYBHF4L.js";import{e as d,f as a,j as y}from"./chunk-HWTDKC4S.js";import{Aa as w,Ya as f}from"./chunk-XDWIEMO2.js";import{l as s,o as m,w as u}from"./chunk-UWTWR7MW.js";import{createHash as D}from"node:crypto";async function X(t){if(!d(t.state()))return{kind:"never-open"};if(!f(t.state()))return{kind:"code-only"};let{plan:e,state:r}=t;try{let o=await x(b(t),e.database,e.database.name),n=o===null?s`there is no database ${e.database.name} now`:F(t,o);if(n!==null)return l(r(),n);let i=await O(t,e.database.name,null);await t.record({kind:"counted",database:o,written:i})}catch(o){if(o instanceof m&&o.problems[0]?.code==="way-back-gone")throw o;let n=u(o);return await t.record({kind:"counted",database:null,written:null,why:n}),l(r(),n)}return l(r(),null)}function F(t,e){let{steps:r,counted:o}=t.state();if(w.facts({steps:r}).replacement===e||L(t)?.oid===e)return s`the database of before serves already`;let n=o?.database??null;return n===null||n===e?null:s`another database bears the name since`}function l({counted:t},e){return t===null||t.written===null?{kind:"unknown",why:e??t?.why??s`nothing was counted`}:{kind:"counted",at:t.at,written:t.written,since:e}}function Y({release:t,counted:e},r){let o=r.kind==="counted"?[r.at,r.written]:[r.kind,e?.at??""];return D("sha256").update(JSON.stringify([t?.id,...o])).digest("hex").slice(0,12)}function Z(t){let{counted:e}=t;return e===null?null:l(t,null)}function it(t,e,r,o){return`${H(t,e,r)}${r.kind==="never-open"?"":h(t,o)}`}function H({plan:t,release:e,messages:r},o,n){let{loss:i}=r,c=`## ↩️ ${i.title(a(t.service),a(e.tag))}

${a(o)}
`;if(n.kind==="never-open")return`${c}
${i.neverOpen}
`;if(n.kind==="code-only")return`${c}
${i.codeOnly}
`;if(n.kind==="unknown")return`${c}
${i.unknown(a(n.why))}
`;let p=n.since===null?"":`
${i.countedAt(y(n.at,t),a(n.since))}
`;if(n.written.length===0)return`${c}
${i.nothing}
${p}`;let P=n.written.map(({table:C,inserted:E,changed:R,deleted:T,byPeople:I})=>`| ${a(C)} | ${E} | ${R} | ${T} | ${I} |`),B=`| ${i.columns.join(" | ")} |
|---|---:|---:|---:|---:|`;return`${c}
${i.kept(a(t.database.name))}
${p}
${B}
${P.join(`
`)}
${N(i,n.written)}`}function N({notCompared:t},e){let r=e.filter(({leftOut:n})=>n.length>0),o=r.map(({table:n,leftOut:i})=>`${a(n)} (${i.map(c=>a(c)).join(", ")})`);return r.length===0?"":`
${t(o.join(", "))}
`}function at(t){switch(t.kind){case"never-open":return s`The site did not open: nobody could write`;case"code-only":return s`No migration ran: the database stays as it is`;case"unknown":return s`What was written since the backup is not known: ${t.why}`;case"counted":return s`Since the backup: ${v(t.written)}`}}async function ft(t,e,r){await U(t,e,r),await S(t,r);let o=await W(t),{plan:n,release:i,messages:c}=t;return t.github.away||await j(t,c.people.rolledBack(a(n.service),a(i.tag))),await k(t),await $(t),o}async function U(t,e,r){let{release:o,run:n}=t,i=d(t.state());(!(o.runId===n.id&&t.state().ended===null)||i&&t.state().recalled===null)&&(await t.record({kind:"opened",opened:{...o,runId:n.id}}),i?await t.record({kind:"recalled",by:e,because:r}):await t.record({kind:"note",text:s`${n.actor} finishes the way back, because ${r}`})),await g(t)}export{X as a,Y as b,Z as c,it as d,at as e,ft as f};
