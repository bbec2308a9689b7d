import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as h}from"./chunk-OY7UEUX4.js";import{a as y}from"./chunk-K4P62RWZ.js";import{b as f,o as v}from"./chunk-VN5NCQE3.js";import{i as g,k as a,t as d,u as p,v as u}from"./chunk-ASVCTD4D.js";import"./chunk-ES4FVOAT.js";import{readFile as k}from"node:fs/promises";var b=()=>a`golive validate FILE...                      check plan files; exit 1 when one does not hold
golive status                                what state the launch and the site are in
golive rollback --because REASON             go back to the release before, without GitHub; says what it sets aside first
golive maintenance off --because REASON      open the site as it is, on record, and end the launch under way
golive bypass                                how a tester gets past the maintenance page while it is up; prints a secret
golive unlock --by NAME --because REASON     break the lock of a run that does nothing any more, on record
golive recover                               list what a rollback set aside, and write the rows to a file on the database host
golive sudoers [--host NAME] [--user NAME]   print the lines that sudoers needs for a plan, host by host
golive clean [--json]                        list what launches left behind: age, size, whether people's data is in it
golive clean --remove ID… --because REASON   remove some of it, on record; or --all-older-than 30d
golive checklist                             tell GitHub what was done while it was gone (GITHUB_TOKEN in the environment)
golive help                                  this text

All but validate and help take --plan FILE (.github/golive.yml), --ssh-key-file FILE and --by NAME.
rollback takes --accept-loss DIGEST, or --yes for whatever it sets aside. checklist takes --repository OWNER/NAME.
`,w={status:async()=>(await import("./by-hand-2N7YOKVC.js")).status,recover:async()=>(await import("./by-hand-2N7YOKVC.js")).recover,bypass:async()=>(await import("./by-hand-2N7YOKVC.js")).bypass,unlock:async()=>(await import("./by-hand-2N7YOKVC.js")).unlock,clean:async()=>(await import("./clean-PWF2YH5X.js")).clean,sudoers:async()=>(await import("./sudoers-QIB4W5MC.js")).sudoers,"maintenance off":async()=>(await import("./by-hand-2N7YOKVC.js")).maintenanceOff,rollback:async()=>(await import("./rollback-QOG2PMM2.js")).rollbackByHand,checklist:async()=>(await import("./checklist-OFYB767E.js")).checklistByHand};function G(i,s,n){return E(i,e=>s(h(e)),e=>n(h(e)))}async function E(i,s,n){g(f(/^[a-z]{2}/.exec(process.env.LC_ALL||process.env.LC_MESSAGES||process.env.LANG||"")?.[0]));let[e,...t]=i;if(e==="validate")return A(t.length>0?t:[".github/golive.yml"],s,n);let r=e==="maintenance"&&t[0]==="off",o=r?"maintenance off":e??"",c=Object.hasOwn(w,o)?w[o]:void 0;return c!==void 0?x(await c(),r?t.slice(1):t,s,n):e===void 0||e==="help"||e==="--help"||e==="-h"?(s(b()),e===void 0?2:0):(n(a`golive: there is no command "${e}"\n${b()}`),2)}async function x(i,s,n,e){try{return await i(s,n),0}catch(t){let r=t.code?.startsWith("ERR_PARSE_ARGS");return e(`${r?t.message:p(t)}
`),1}}async function A(i,s,n){let e=0;for(let t of i){let r;try{r=await k(t,"utf8")}catch(l){let m=l.code==="ENOENT";n(`${d({what:m?a`there is no such file`:u(l),where:t,mend:m?a`start from examples/golive.yml`:a`check its rights`})}
`),e=1;continue}let o=v(r,t),c=o.ok?y(o.plan,t):[];if(o.ok&&c.length===0)s(a`${t}: the plan holds (${o.plan.service}, ${o.plan.verify.checks.length} {2:check|checks|checks})\n`);else{let l=o.ok?c:o.problems;n(`${l.map(d).join(`
`)}
${a`${t}: ${l.length} problem${l.length>1?"s":""}`}
`),e=1}}return e}export{G as main};
