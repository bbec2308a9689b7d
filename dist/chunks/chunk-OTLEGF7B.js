import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as lo,b as Ye,c as X,d as po,e as yo,f as Ve,j as Do}from"./chunk-7SNPZAHI.js";import{b as io,c as Q,d as Oe}from"./chunk-YH7X7MNI.js";import{a as O,b as F,c as Z,d as Je}from"./chunk-DP6NQ2WS.js";import{B as So,C as ne,D as Oo,E as No,F as Ro,G as To,H as Lo,I as Ze,J as Ao,K as vo,L as se,M as Po,N as kt,O as de,b as Ge,e as co,j as mo,k as uo,n as wt,o as bo,p as go,q as ho,r as Xe,s as Ke,t as Eo,u as ie,v as wo,w as ko,x as Qe,y as _o,z as $o}from"./chunk-EIH6KNXG.js";import{a as x,b as fo,c as B}from"./chunk-YQ5M5CEG.js";import{a as u,b as w,c as oo,d as Y,e as H,g as pe,h as Ue,i as fe}from"./chunk-A73YUGWZ.js";import{j as ro,m as E,p as q,q as _,r as D,s as ze,t as no,u as so,v as V}from"./chunk-KWEGYNVO.js";import{g as to}from"./chunk-ZWDWRNEW.js";import{d as ao}from"./chunk-BWZBHDFU.js";import{B as Zt,Ha as ae,Ka as R,O as G,Q as eo,db as J,j as je,k as Xt,l as We,m as Kt,n as re,o as j,p as qe,q as W,x as Qt,xa as le,ya as Be}from"./chunk-IQJF2NUT.js";import{P as Yt,W as f,X as P,ea as He,ga as Me,i as oe,oa as Fe}from"./chunk-4HZPNLQC.js";import{C as Vt}from"./chunk-QM32EUZN.js";import{b as L,g as z,h as k}from"./chunk-L76G2Y6O.js";import{a as zt,b as Ce,m as n,p as l,q as Ie,r as S,u as Gt,w as Jt,x as M}from"./chunk-ZFSQH6XZ.js";import{performance as xo}from"node:perf_hooks";var Co=class extends Map{add(t,o){for(let[r,s]of o)for(let a of t)this.set(`${r}@${a}`,s)}spreadTo(t){let o=new Map([...this].flatMap(([r,s])=>r.includes("@")?[[Io(r),s]]:[]));for(let r of t){let s=r.includes("@")&&!this.has(r)?o.get(Io(r)):void 0;s!==void 0&&this.set(r,s)}}};function Io(e){return e.slice(0,e.lastIndexOf("@"))}async function et(e){let t=xo.now();return{...await e(),seconds:Math.round(xo.now()-t)/1e3}}async function ue(e,t){let o=Je(e,"size",await Z(e,t,"size")),r=Number(o[0]?.trim());if(o.length===1&&/^\s*\d{1,16}$/.test(o[0]??"")&&r>0)return r;throw new l({code:"engine-size-no-number",what:n`${O("size")} printed something else than one number of bytes above 0`,where:e.name,mend:n`let it print the bytes as digits, and nothing else`})}import{createHash as ps}from"node:crypto";var Ho=`umask 077
make_safe "$1" || exit 95
cd -- "$1" || exit 1
rm -rf -- data manifest.json state.txt began && mkdir -m 700 -- data && : > began && { sleep 0.05 2>/dev/null || sleep 1; }`,Mo='cd -- "$1/data" && find . -type f -print0 | sort -z | xargs -0 -r sha256sum -b --',Fo=`cd -- "$1/data" || exit 1
find . ! -type d -exec sh -c '
for f; do
  kind=other age=old bytes=0
  if [ -f "$f" ] && [ ! -L "$f" ]; then kind=file bytes=$(stat -c %s -- "$f") || exit 1; fi
  [ "$f" -nt ../began ] && age=new
  printf "%s %s %s %s\\n" "$kind" "$age" "$bytes" "$(printf %s "\${f#./}" | tr "\\n" "?")"
done' sh {} +`;var $t=e=>`${e}/state.txt`,Wo=e=>`${e}/manifest.json`;async function qo(e,t,o,r){let s=Vt(o,r,"600");await e.run(t.runAs===void 0?s:{...s,user:t.runAs})}async function Bo(e,t,o,r){r!==null&&await qo(e,t,$t(o),fs(r))}async function Uo(e,t,o){let{stdout:r}=await e.run(F(t,Mo,[o],{timeoutSeconds:14400}));return r.split(`
`).filter(s=>s!=="").map(s=>({sha256:s.slice(0,64),name:s.slice(66).replace(/^\.\//,"")}))}async function be(e,t,o,r){let s=await Uo(e,t,o),a=t.state===void 0?null:tt(await _t(e,t,$t(o))),i={...r,engine:"commands",files:s,state:a},d=`${JSON.stringify(i,null,2)}
`;return await qo(e,t,Wo(o),d),{sha256:tt(d),files:s.length}}async function ge(e,t,o,r){let s=await _t(e,t,Wo(o));if(tt(s)!==r)throw jo(e,o,[n`the manifest is not the one in the journal`]);let a=JSON.parse(s),i=po(a.files,await Uo(e,t,o)),d=a.state===null?null:await _t(e,t,$t(o)),c=d!==null&&tt(d)!==a.state?[n`file ${"state.txt"} is damaged: its checksum differs`]:[];if(i.length+c.length>0)throw jo(e,o,[...i,...c]);return{manifest:a,state:d===null?null:d.split(`
`).filter(m=>m!=="")}}function jo(e,t,o){let r=`${e.name}:${t}`,s=n`this backup is not the one that was made; look who changed it, and restore from another`;return new l(o.map(a=>({code:"engine-backup-differs",what:a,where:r,mend:s})))}async function _t(e,t,o){let r=F(t,'cat -- "$1"',[o],{timeoutSeconds:60}),s=await e.attempt(r);if(s.code===0)return s.stdout;throw new S(e,r,s)}var fs=e=>e.map(t=>`${t}
`).join("");function tt(e){return ps("sha256").update(e).digest("hex")}async function Go(e,t,o){let{stdout:r}=await e.run(F(t,Fo,[o],{timeoutSeconds:600})),s=r.split(`
`).filter(i=>i!=="").map(us),a=bs(s,t.backUp);if(a.length===0)return s;throw new l(a.map(i=>({...i,where:`${e.name}:${o}/data`})))}function us(e){let[t,o,r="0",...s]=e.split(" ");return{plain:t==="file",young:o==="new",bytes:Number(r),name:s.join(" ")}}function bs(e,{leaves:t,atLeast:o}){let r=O("backUp"),s=t.flatMap(i=>{let d=e.filter(({name:c})=>ys(i,c));return d.length>0?d.flatMap(c=>hs(c,o)):[{code:"engine-file-missing",what:n`${r} ended well and left no ${i}`,mend:n`let it write into {directory}, or correct ${r}.leaves`}]}),a=e.filter(({name:i})=>/[\p{Cc}\ufffd?\\]/u.test(i));return a.length===0?zo(s):[...zo(s),gs(a.length)]}function gs(e){return{code:"engine-file-name",what:n`${O("backUp")} left ${e} {1:file|files|files} with a name that cannot be kept (a line's end, ? or \\\\)`,mend:n`give the files plain names`}}function hs({name:e,plain:t,young:o,bytes:r},s){let a=O("backUp");return t?r===0?[{code:"engine-file-empty",what:n`${a} ended well and left ${e} empty`,mend:n`try it by hand; in a pipe only the last program's end counts (set -o pipefail)`}]:o?r<s?[{code:"engine-file-small",what:n`${a} left ${e} with ${L(r)} bytes, and the plan wants ${L(s)} at least`,mend:n`look what is in it, or correct ${a}.at-least`}]:[]:[{code:"engine-file-old",what:n`${e}, which ${a} left, is older than this backup`,mend:n`let it make the file, and not copy one that was there (and cp without -p)`}]:[{code:"engine-file-not-plain",what:n`${e}, which ${a} left, is a link or no file of its own`,mend:n`let it write a file of its own into {directory}`}]}function zo(e){return[...new Map(e.map(t=>[`${t.code} ${t.what}`,t])).values()]}function ys(e,t){let o=e.replaceAll(/[.+^${}()|[\]\\]/g,"\\$&").replaceAll("*","[^/]*").replaceAll("?","[^/]");return new RegExp(`^${o}$`).test(t)}async function Ne(e,t){return t.state===void 0?null:St(e,"state",await Z(e,t,"state"))}function St(e,t,o){let r=Je(e,t,o);if(r.length>0)return r;throw new l({code:"engine-state-empty",what:n`${O(t)} printed no line of the database's state`,where:e.name,mend:n`let it print a line for each table, such as its name, its rows and a checksum`})}function ye(e,t){return Math.max(he(t,e).length,he(e,t).length)}function he(e,t){let o=new Map;for(let r of e)o.set(r,(o.get(r)??0)+1);return t.filter(r=>{let s=o.get(r)??0;return o.set(r,s-1),s<=0})}function Jo(e,t){let o=he(t,e);return he(o,e)}function Yo(e,t){let o=r=>r.map(s=>s.split(/\s/)[0]??"");return ye(o(e),o(t))}function ot(e){return`${e}/data`}async function Ee(e,t,o){let r=F(t,`${He}${Ho}`,[o],{timeoutSeconds:600}),s=await e.attempt(r);if(s.code!==0)throw Me(s,`${e.name}:${o}`),new l({code:"engine-folder-unmade",what:n`the folder for the backup cannot be made`,where:`${e.name}:${o}`,mend:n`make database.directory for the user of database.run-as, mode 0700`});let a=await Ne(e,t);await Z(e,t,"backUp",ot(o));let i=await Go(e,t,o),d=await Ne(e,t);return await Bo(e,t,o,d),{files:i.length,bytes:i.reduce((c,{bytes:m})=>c+m,0),steady:a===null||d===null?null:Jo(a,d),moved:a===null||d===null?null:ye(a,d)}}function Vo(e,{moved:t}){if(!(t===null||t===0))throw new l({code:"engine-database-moved",what:n`${t} {0:line|lines|lines} of ${O("state")} changed while the backup was made: \
something writes, though the services are stopped`,where:e.name,mend:n`find out what writes (a cron job, a worker, an import), stop it or name it in services.pause`})}async function rt(e,t,o,r){let{state:s}=await ge(e,t,o.folder,o.sha256),a=await Z(e,t,"prove",ot(o.folder));if(await ge(e,t,o.folder,o.sha256),s===null)return{lines:null,others:0};let i=St(e,"prove",a),d=ye(s,i),c=r?Math.max(he(i,r).length,Yo(s,i)):d;if(c===0)return{lines:i.length,others:d};throw new l({code:"engine-proof-differs",what:n`${c} of ${s.length} {1:line|lines|lines} of ${O("state")} are not among what ${O("prove")} printed`,where:e.name,mend:n`does the backup hold every table, and do both print the same lines for the same data?`})}async function Xo(e,t,o){let{state:r}=await ge(e,t,o.folder,o.sha256);await Z(e,t,"restore",ot(o.folder));let s=r===null?null:await Ne(e,t);if(r===null||s===null)return{lines:null,others:0};let a=ye(r,s);if(a===0)return{lines:s.length,others:0};throw new l({code:"engine-restore-differs",what:n`${a} of ${r.length} {1:line|lines|lines} of ${O("state")} are not as when the site \
closed, after ${O("restore")} ended well`,where:e.name,mend:n`the services stay stopped; look at the database, then finish the way back (golive rollback)`})}async function Ko(e){return G.begun(e.state())?!0:j.state(e.state())?.status!=="done"?!1:ge(u(e),P(e.plan),w(e),H(e)).then(()=>!0,t=>{if(t instanceof l||t instanceof S)return!1;throw t})}var Qo={id:re.id,async run(e){let t=u(e),o=await Ee(t,P(e.plan),w(e));return Vo(t,o),{note:n`${o.files} {0:file|files|files}, ${k(o.bytes)}${Es(o.moved)}`,facts:{bytes:o.bytes,takenAt:new Date().toISOString()}}},still:Ko};function Es(e){return e===null?n`; whether something wrote meanwhile is not known (no database.state)`:n`; the state was the same before it and after`}var Zo={id:j.id,async run(e){let{takenAt:t}=re.facts(e.state()),{sha256:o,files:r}=await be(u(e),P(e.plan),w(e),{...Y(e),takenAt:String(t)});return{note:n`${r} {0:file|files|files}; manifest ${o.slice(0,12)}`,facts:{sha256:o}}},still:Ko},er={id:W.id,async run(e){let t={folder:w(e),sha256:H(e)},o=await rt(u(e),P(e.plan),t);return{note:ws(o),facts:{proved:"commands"}}},async still(e){let{steps:t}=e.state(),[o,r]=[W.state({steps:t})?.startedAt,j.state({steps:t})?.endedAt];return G.begun({steps:t})||(o??"")>=(r??"")}};function ws({lines:e}){return e===null?n`database.prove ended well; what it found is not compared (no database.state)`:n`${L(e)} {0:line|lines|lines} of the state are the same`}var tr=e=>({id:Qt.id,async run(t){let o=u(t),r=P(t.plan),s=`${r.directory}/.day-before`;try{return await ks(t,s,e)}finally{let a=F(r,'rm -rf -- "$1"',[s],{timeoutSeconds:600});await o.run(a).catch(i=>t.log.warn(n`Something of the rehearsal could not be removed: ${M(i)}`))}}});async function ks(e,t,o){let r=u(e),s=P(e.plan),a=await ue(r,s),i=await et(()=>Ee(r,s,t));$s(r,s,a,i.bytes);let d={...Y(e),takenAt:new Date().toISOString()},c=await et(()=>be(r,s,t,d)),m=await et(()=>rt(r,s,{folder:t,sha256:c.sha256},i.steady));return o.set(re.id,i.seconds),o.set(j.id,c.seconds),o.set(W.id,m.seconds),o.set(ae.id,i.seconds+c.seconds),o.set(R.id,Math.max(i.seconds,m.seconds)),{note:n`${i.files} {0:file|files|files}, ${k(i.bytes)} in ${z(i.seconds)}, proof \
${z(m.seconds)}${_s(m)}; database.restore is never run by day`,facts:{dumpSeconds:i.seconds,proofSeconds:m.seconds}}}function _s({lines:e,others:t}){return e===null?n`; ⚠️ nothing is compared (no database.state)`:t===0?n`; ${L(e)} {0:line|lines|lines} of the state are the same`:n`; of ${L(e)} {0:line|lines|lines} of the state ${t} differ, as people wrote meanwhile`}function $s(e,t,o,r){if(!(r<=o))throw new l({code:"engine-size-too-small",what:n`${O("size")} prints ${L(o)} bytes, and the backup took ${L(r)}`,where:`${e.name}:${t.directory}`,mend:n`let it print how many bytes a backup takes at most`})}var Ss=["backUp","prove","restore","size","state"],or=async(e,{hosts:t})=>{let o=P(e),r=t.get(o.host),{missing:s,problems:a}=await Ns(r,o),i=0,d=await Gt(async()=>{s.includes("size")||(i=await ue(r,o))}),c=[...a,...d];if(c.length>0)return[{step:le.id,problems:c}];let m=n`${o.name}, by commands, ${k(i)}`;return[{step:le.id,problems:c,note:m},{step:Be.id,...await Ts(r,o,i)}]},Os=`for p; do
  case $p in */*) [ -f "$p" ] && [ -x "$p" ] ;; *) command -v -- "$p" >/dev/null ;; esac && echo there || echo missing
done`;async function Ns(e,t){let o=Ss.flatMap(d=>t[d]===void 0?[]:[{key:d,program:t[d].run[0]??""}]),r=o.map(({program:d})=>d),{stdout:s}=await e.run(F(t,Os,r,{timeoutSeconds:60})),a=s.split(`
`),i=o.filter((d,c)=>a[c]!=="there");return{missing:i.map(({key:d})=>d),problems:i.map(({key:d,program:c})=>({code:"engine-program-missing",what:n`${O(d)}: ${c} is not there, or cannot be run by that user`,where:e.name,mend:n`put it there, executable (chmod 755), or correct ${O(d)}.run`}))}}var Rs=2;async function Ts(e,t,o){let r='p=$1; while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done; df -Pk -- "$p" | tail -n 1',{stdout:s}=await e.run(F(t,r,[t.directory],{timeoutSeconds:60})),a=Number(/^\S.*?\s\d+\s+\d+\s+(\d+)\s+\S+%\s/.exec(s)?.[1])*1024;if(!Number.isFinite(a))return{problems:[Ls(e,t)],note:""};let i=Rs*o+t.leastFree*2**20,d=n`${k(a)} free for ${t.directory}, ${k(i)} needed`;return a>=i?{problems:[],note:d}:{note:d,problems:[{code:"engine-no-room",what:d,where:e.name,mend:n`make room: the launch keeps a backup, and on the way back one more of what is newer`}]}}function Ls(e,{directory:t}){return{code:"engine-room-unknown",what:n`how much room is free for ${t} cannot be read`,where:e.name,mend:n`look at df there`}}function nt({plan:e,state:t}){let{recalled:o,ranBehindPage:r,steps:s}=t();return o!==null||r||!ao(e.loadBalancer)&&eo.begun({steps:s})}var rr={id:ae.id,holds:async e=>!J(e.state())||R.begun(e.state()),async run(e){if(!J(e.state()))return{skipped:!0,note:n`no migration ran, so the database stays and nothing has to be set aside`};if(vs(e))return{skipped:!0,note:n`the database was being put back already`};nr(e);try{return await As(e)}catch(t){if(nt(e)||e.signal.aborted||!(t instanceof l))throw t;return{skipped:!0,note:n`could not be backed up once more (${M(t)}); nobody could write since the site closed`}}}};async function As(e){let t=u(e),o=P(e.plan),r=ae.facts(e.state()).newer??[],s=`${w(e)}-newer-${r.length+1}`,a=await Ee(t,o,s),i={...Y(e),takenAt:new Date().toISOString()},{sha256:d}=await be(t,o,s,i);return{note:n`newer data kept at ${t.name}:${s} (${a.files} {2:file|files|files}, ${k(a.bytes)}, \
manifest ${d.slice(0,12)})`,facts:{newer:[...r,s]}}}function vs(e){return R.facts(e.state()).restoring===!0}function nr(e){if(!fe(e))throw new l({code:"way-back-gone",what:n`no proved backup of this launch is on record`,where:u(e).name,mend:n`nothing was changed; restore from another backup by hand`})}var sr={id:R.id,holds:async e=>R.state(e.state())?.status!=="skipped"||!J(e.state()),async run(e){if(!J(e.state()))return{skipped:!0,note:n`no migration ran, so the database stays as it is`};nr(e),await e.record({kind:"step",step:R.id,status:"started",facts:{restoring:!0}});let t={folder:w(e),sha256:H(e)},{lines:o}=await Xo(u(e),P(e.plan),t);return{note:o===null?n`database.restore ended well; whether the database is as when the site closed is not known (no database.state)`:n`the database is as when the site closed: ${o} {0:line|lines|lines} of the state are the same`,facts:{restoring:!0}}}};var ar={findings:or,byDay:(e,t)=>[tr(t)],bytes:e=>ue(u(e),P(e.plan)),backup:()=>[Qo,Zo,er],openingMark:async()=>null,wayBack:()=>[rr,sr],letIn:async()=>{}};var ir={findings:async()=>[],byDay:()=>[],bytes:async()=>0,backup:()=>[],openingMark:async()=>null,wayBack:()=>[],letIn:async()=>{}};function Re(e,t,o,{code:r,stdout:s,stderr:a}){let i=`${a}
${s}`,d=Number(/ERROR: \[(\d+)\]/.exec(i)?.[1]??(r===127?127:0)),c={where:e,plan:t,settings:o,said:i};return Ps(c)??Ds(c,d)??xs(c,d)??Hs(c)}function Ps({where:e,said:t}){let o=Nt(t);return o===null?null:{code:"pgbackrest-no-room",what:n`there is no room left for ${o}`,where:e,mend:n`make room there, then run again`}}function Nt(e){return/unable to write '([^'\n]+)'(?:: \[28\]|\s*$)/m.exec(e)?.[1]??(/No space left on device|Disk quota exceeded/i.test(e)?n`what pgbackrest writes`:null)}function Ds({where:e,said:t},o){if(![26,29,95].includes(o)||!/checksum|zlib|zst|lz4|bz2|cipher|decrypt/i.test(t))return null;let r=/checksum/i.test(t)?n`a checksum is wrong`:n`it cannot be unpacked`;return{code:"pgbackrest-backup-damaged",what:n`the backup is damaged: ${r}`,where:e,mend:n`pgbackrest verify names the file; take another full backup, this one is no way back`}}function xs(e,t){return Cs[t]?.(e)??null}var Cs={28:Ot,37:({where:e,plan:t,settings:o})=>st(e,t,o),44:Ot,50:({where:e,settings:t})=>({code:"pgbackrest-busy",what:n`another pgbackrest is at work on the stanza "${t.stanza}"`,where:e,mend:n`wait for it to end (pgbackrest info), and keep its timer out of the maintenance window`}),51:Ot,55:Is,56:({where:e,settings:t})=>({code:"pgbackrest-no-connection",what:n`pgbackrest cannot connect to PostgreSQL`,where:e,mend:n`set pg1-socket-path, pg1-port and pg1-user of the stanza "${t.stanza}", and database.run-as in \
the plan to a user who may connect (mostly postgres)`}),62:({where:e,plan:t,settings:o})=>({code:"pgbackrest-stopped",what:n`pgbackrest was stopped for the stanza "${o.stanza}"`,where:e,mend:n`${Rt(t,o)} start`}),68:dr,75:({where:e})=>({code:"pgbackrest-backup-gone",what:n`this backup is not in the repository, or no longer`,where:e,mend:n`look for it with pgbackrest info; a retention that is too short expires it`}),82:({where:e})=>({code:"pgbackrest-archive-late",what:n`PostgreSQL's log does not arrive in the repository (archiving does not work, or is far behind)`,where:e,mend:n`read PostgreSQL's log for what archive_command said`}),87:dr,127:({where:e})=>({code:"pgbackrest-missing",what:n`pgbackrest is missing`,where:e,mend:n`install the package pgbackrest there`})};function Ot({where:e,plan:t,settings:o,said:r}){return/stanza/.test(r)?{code:"pgbackrest-stanza-outdated",what:n`the stanza "${o.stanza}" belongs to another PostgreSQL server, or to an older version of this one`,where:e,mend:n`set its pg1-path; after an upgrade: ${Rt(t,o)} stanza-upgrade`}:null}function Is({where:e,plan:t,settings:o,said:r}){let{config:s}=o;return s!==void 0&&r.includes(`missing file '${s}'`)?{code:"pgbackrest-config-missing",what:n`there is no file ${s}`,where:e,mend:n`change database.backup.pgbackrest.config in the plan`}:/(archive|backup)\.info/.test(r)?st(e,t,o):null}function dr({where:e,settings:t}){return{code:"pgbackrest-not-archiving",what:n`PostgreSQL does not archive through pgbackrest, so that no backup could be brought back`,where:e,mend:n`in postgresql.conf: archive_mode = on, archive_command = 'pgbackrest --stanza=${t.stanza} \
archive-push %p'; then restart PostgreSQL`}}function Hs({where:e,plan:t,said:o}){if(!/Permission denied/.test(o))return null;let r=t.runAs===void 0?"":n` as ${t.runAs}`;return{code:"pgbackrest-files-forbidden",what:n`pgbackrest may not read or write its files${r}`,where:e,mend:n`set database.run-as in the plan to the user who owns PostgreSQL's data (mostly postgres)`}}function st(e,t,o){return{code:"pgbackrest-no-stanza",what:n`pgbackrest knows no stanza "${o.stanza}"`,where:e,mend:n`change database.backup.pgbackrest.stanza in the plan; or set it up in pgbackrest.conf and make \
it: ${Rt(t,o)} stanza-create`}}function cr(e,t,o){return{code:"pgbackrest-backup-not-found",what:n`the stanza "${t.stanza}" has no backup ${o}, or no longer`,where:e,mend:n`look for it with pgbackrest info; a retention that is too short expires it`}}function Rt(e,{stanza:t,config:o}){let r=e.runAs===void 0?"":`sudo -u ${e.runAs} `,s=o===void 0?"":` --config=${o}`;return`${r}pgbackrest --stanza=${t}${s}`}function U(e,t,o,{args:r=[],timeoutSeconds:s=3600}={}){let a=d=>d.startsWith("--"),i=[`--stanza=${t.stanza}`,...t.config===void 0?[]:[`--config=${t.config}`],"--log-level-stderr=warn"];return{file:"pgbackrest",args:[o,...r.filter(d=>!a(d)),...i,...r.filter(a)],env:{LC_ALL:"C.UTF-8"},timeoutSeconds:s,label:`pgbackrest --stanza=${t.stanza} ${o}`,...mr(e)}}function ce(e,t,o,r){let s={LC_ALL:"C.UTF-8",PGBACKREST_ARCHIVE_ASYNC:"n",GOLIVE_PROGRAMS:e.programs??""};return Ce(t,o,{env:s,...mr(e),...r})}async function ee(e,t,o,r){let s=await e.attempt(r);if(s.code===0&&!s.timedOut)return s;let a=new S(e,r,s),i=Re(e.name,t,o,s);throw i===null?a:new l(i,{cause:a})}function mr(e){return e.runAs===void 0?{}:{user:e.runAs}}function Te(e,t){return e===null?null:Ms[e]?.(t)??null}function Le(e,t,{asked:o,finished:r},s){let a=new S(e,o,r);return s===null?a:new l({...s,where:`${e.name}:${t}`},{cause:a})}var Ms={81:()=>({code:"restore-folder-foreign",what:n`the folder is not empty, and was not made by golive`,mend:n`name a folder that does not exist yet; golive leaves this one as it is`}),82:()=>({code:"restore-folder-used",what:n`the folder holds an earlier restore`,mend:n`look at it and remove it, or restore over it with delta`}),83:({plan:e})=>{let t=e.runAs??n`the user golive runs as`;return{code:"restore-folder-forbidden",what:n`${t} may not make or write this folder`,mend:n`make its parent folder writable for ${t}`}},84:({free:e="",needed:t=""})=>({code:"restore-no-room",what:n`${e} free for the restored server, ${t} needed`,mend:n`make room, or choose a folder on another disk`}),85:({version:e=""})=>({code:"restore-no-programs",what:n`postgres and pg_ctl of PostgreSQL ${e} are missing`,mend:n`install postgresql-${e} there, or name their folder in database.programs`}),86:()=>({code:"restore-as-root",what:n`PostgreSQL does not run as root`,mend:n`set database.run-as in the plan to its user (mostly postgres)`})};async function we(e,t,o){let{stdout:r}=await ee(e,t,o,U(t,o,"info",{args:["--output=json","--log-level-console=off"],timeoutSeconds:300})),[s]=JSON.parse(r.replace(/"system-id":(\d+)/g,'"system-id":"$1"'));if(s===void 0||s.status.code===1||s.status.code===3)throw new l(st(e.name,t,o));return s}async function at(e,t,o,r){let s=await we(e,t,o),a=s.backup.find(i=>i.label===r);if(a===void 0)throw new l(cr(e.name,o,r));return{entry:a,info:s}}var lr=`[ "$(id -u)" != 0 ] || exit 86
umask 077
d=$1
if [ -e "$d" ] || [ -L "$d" ]; then
  held=$(ls -A -- "$d") || exit 81
  if [ -n "$held" ]; then
    [ -f "$d/golive-restore" ] && [ -O "$d/golive-restore" ] || exit 81
    [ "$2" = delta ] || exit 82
  fi
fi
p=$d; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
have=$(LC_ALL=C df --output=avail -B1 -- "$p" | tail -n1 | tr -d ' ') || exit
used=$(du -cB1 -- "$d/data" "$d/tablespaces" 2>/dev/null | tail -n1 | cut -f1)
if [ $((have + \${used:-0})) -lt "$3" ]; then printf '%s\\n' "$((have + \${used:-0}))"; exit 84; fi
mkdir -p -- "$d" && chmod 700 -- "$d" && d=$(cd -- "$d" && pwd -P) && cat > "$d/golive-restore" || exit 83
stop "$d" || exit
rm -f -- "$d/data/postmaster.pid"
[ -e "$d/data/PG_VERSION" ] || [ -e "$d/data/backup.manifest" ] || rm -rf -- "$d/data" "$d/tablespaces"
mkdir -p -- "$d/data" "$d/socket" || exit 83
printf '%s\\n' "$d"`,pr=`[ -d "$1" ] || exit 0
[ -n "$(ls -A -- "$1")" ] || exit 0
[ -f "$1/golive-restore" ] && [ -O "$1/golive-restore" ] || exit 81
d=$(cd -- "$1" && pwd -P) && stop "$d" && rm -rf -- "$d"`,fr=`umask 077
cd -- "$1/data" || exit
v=$(cat PG_VERSION) || exit
for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$v/bin" "/usr/pgsql-$v/bin" "$(pg_config --bindir 2>/dev/null)" \\
  "$(dirname -- "$(command -v postgres)")" ''; do
  [ -x "$b/postgres" ] && [ -x "$b/pg_ctl" ] || continue
  case "$("$b/postgres" --version)" in *"(PostgreSQL) $v"[!0-9]*) break ;; esac
done
[ -n "$b" ] || { printf '%s\\n' "$v"; exit 85; }
grep -E '^(restore_command|recovery_target[a-z_]*) = ' postgresql.auto.conf > ../recovery &&
  mv -f -- ../recovery postgresql.auto.conf || exit
echo 'local all all trust' > pg_hba.conf && : > pg_ident.conf || exit
held() { LC_ALL=C "$b/pg_controldata" . | sed -n "s/^$1 setting: *//p"; }
cat > postgresql.conf <<END || exit
listen_addresses = ''
port = 5432
unix_socket_directories = '../socket'
unix_socket_permissions = 0700
archive_mode = off
hot_standby = off
max_wal_senders = 0
max_logical_replication_workers = 0
max_connections = $(held max_connections)
max_worker_processes = $(held max_worker_processes)
max_prepared_transactions = $(held max_prepared_xacts)
max_locks_per_transaction = $(held max_locks_per_xact)
shared_preload_libraries = ''
shared_buffers = 64MB
huge_pages = off
autovacuum = off
fsync = off
full_page_writes = off
synchronous_commit = off
logging_collector = off
log_line_prefix = ''
log_min_error_statement = panic
END
if "$b/pg_ctl" -D "$1/data" -l "$1/log" -w -t "$2" -s start; then
  while [ -e postmaster.pid ]; do "$b/pg_isready" -q -h "$1/socket" -p 5432 && exit; sleep 0.1; done
fi
tail -n 20 -- "$1/log" >&2
exit 1`,ur=`inside() {
  find /proc -mindepth 2 -maxdepth 2 -name cwd -printf '%h %l\\n' 2>/dev/null | while read -r p l; do
    case "$l" in "$1"|"$1/"*|"$1 (deleted)") ;; *) continue ;; esac
    case "$(cat "$p/comm" 2>/dev/null)" in postgres|pgbackrest) printf '%s\\n' "\${p#/proc/}" ;; esac
  done
}
stop() {
  n=0
  while found=$(inside "$1") && [ -n "$found" ]; do
    [ "$n" -lt 300 ] || { echo "error: processes of $1 do not end" >&2; return 1; }
    if [ $((n % 150)) = 0 ]; then
      for p in $found; do
        case "$n:$(cat "/proc/$p/comm" 2>/dev/null)" in
          0:postgres) kill -QUIT "$p" ;;
          0:*) kill -TERM "$p" ;;
          *) kill -KILL "$p" ;;
        esac 2>/dev/null
      done
    fi
    n=$((n + 1)); sleep 0.1
  done
}`;var br=`${ur}
`,gr=`${br}${lr}`,hr=`${br}${pr}`,yr=fr;async function Er(e,t,o,r){let{label:s,delta:a=!1}=r,{entry:i}=await at(e,t,o,s),d=await Fs(e,t,r,i.info.size+t.backup.leastFree*1024*1024),c=U(t,o,"restore",{args:[`--repo=${i.database["repo-key"]}`,...js(d,r)],timeoutSeconds:12*3600});try{let{seconds:m}=await ee(e,t,o,{...c,cwd:`${d}/data`});return{data:`${d}/data`,seconds:m}}catch(m){throw!a&&Ws(m)&&await Ae(e,t,d),m}}async function Fs(e,t,{label:o,directory:r,delta:s=!1},a){let i=ce(t,gr,[r,s?"delta":"new",String(a)],{label:`prepare ${r}`,stdin:`${o}
`,timeoutSeconds:120}),d=await e.attempt(i);if(d.code===0)return d.stdout.trim();let c={needed:k(a),free:k(Number(d.stdout))};throw Le(e,r,{asked:i,finished:d},Te(d.code,{plan:t,...c}))}function js(e,{label:t,delta:o=!1,target:r}){let s=r===void 0?["--type=immediate"]:[`--type=${r.type}`,`--target=${r.value}`];return[`--set=${t}`,`--pg1-path=${e}/data`,...s,"--target-action=promote","--archive-mode=off",o?"--delta":"--no-delta","--reset-tablespace-map",`--tablespace-map-all=${e}/tablespaces`,"--no-link-all","--reset-link-map","--reset-recovery-option","--reset-db-include","--reset-db-exclude"]}function Ws(e){let t=e instanceof l?e.cause:null;return t instanceof S&&Nt(t.finished.stderr)!==null}async function Ae(e,t,o){let r=ce(t,hr,[o],{label:`remove ${o}`,timeoutSeconds:600}),s=await e.attempt(r);if(s.code!==0)throw Le(e,o,{asked:r,finished:s},Te(s.code,{plan:t}))}async function wr(e,t,{settings:o,label:r,directory:s},a){qs(e,s),await Ae(e,t,s);let i;try{let{data:d}=await Er(e,t,o,{label:r,directory:s}),c=d.slice(0,-5);await Bs(e,t,r,c);let m=await Us(e,t);i=await a({...t,connection:{host:`${c}/socket`,port:5432,...m===void 0?{}:{user:m}}})}catch(d){throw await Ae(e,t,s).catch(c=>{throw zs(`${e.name}:${s}`,{error:d,left:c},e.name)}),d}return await Ae(e,t,s),i}function qs(e,t){if(!(Buffer.byteLength(t)<=86&&!t.includes(",")))throw new l({code:"restore-folder-name",what:n`the folder for the restored server has too long a path for its socket, or a comma in it`,where:`${e.name}:${t}`,mend:n`choose one of at most 86 bytes without a comma`})}async function Bs(e,t,o,r){let a=ce(t,yr,[r,String(14400)],{label:`pg_ctl start in ${r}`,timeoutSeconds:14460}),i=await e.attempt(a);if(i.code===0&&!i.timedOut)return;let d=Te(i.code,{plan:t,version:i.stdout.trim()})??{code:"restored-server-not-started",what:n`the restored backup ${o} does not start: ${new S(e,a,i).brief}`,mend:n`a part of its log may be missing: pgbackrest verify; take another backup`};throw Le(e,r,{asked:a,finished:i},d)}async function Us(e,t){let{user:o,service:r}=t.connection;if(o!==void 0||r===void 0)return o;let[[s]=[]]=await D(e,t,{database:E(t),sql:"SELECT current_user"});return s}function zs(e,{error:t,left:o},r){return new l([{code:"restored-look-failed",what:M(t),where:r},{code:"restored-copy-left",what:n`a restored copy of the database was left behind: ${M(o)}`,where:e,mend:n`run again, or stop the server there and remove the folder`}],{cause:t})}async function kr(e,t,o,{type:r,annotation:s}){let a=new Set((await we(e,t,o)).backup.map(({label:m})=>m)),i=U(t,o,"backup",{args:[`--type=${r}`,"--start-fast","--archive-check","--no-expire-auto",`--annotation=golive=${s}`],timeoutSeconds:12*3600}),{seconds:d}=await ee(e,t,o,i),c=(await we(e,t,o)).backup.filter(m=>!a.has(m.label)&&m.annotation?.golive===s).at(-1);if(c===void 0)throw new l({code:"pgbackrest-backup-not-made",what:n`pgbackrest ended well, but the stanza "${o.stanza}" has no new backup`,where:e.name,mend:n`look at pgbackrest info and at the log of pgbackrest, usually in /var/log/pgbackrest`});if(c.error!==!1)throw new l({code:"database-pages-damaged",what:n`the backup ${c.label} holds pages of the database whose checksums are wrong`,where:e.name,mend:n`the database itself is damaged: find the tables with pg_amcheck or in the log of pgbackrest before anything is deployed`});return{label:c.label,type:c.type,bytes:c.info.size,repositoryBytes:c.info.repository.delta,startedAt:new Date(c.timestamp.start*1e3).toISOString(),endedAt:new Date(c.timestamp.stop*1e3).toISOString(),startLsn:c.lsn.start,stopLsn:c.lsn.stop,seconds:d}}function Tt({archive:{start:e,stop:t},lsn:o}){if(e===null||t===null)return[];let r=2**32/Gs(e,o.start),s=d=>Number.parseInt(d.slice(8,16),16)*r+Number.parseInt(d.slice(16),16),a=d=>d.toString(16).toUpperCase().padStart(8,"0"),i=[];for(let d=s(e);d<=s(t);d++)i.push(`${t.slice(0,8)}${a(Math.floor(d/r))}${a(d%r)}`);return i}function Gs(e,t){let o=Number.parseInt(t.split("/")[1]??"0",16),r=Number.parseInt(e.slice(16),16),s=16*1024*1024;return[s,...Array.from({length:11},(i,d)=>2**(20+d))].find(i=>Math.floor(o/i)===r)??s}async function $r(e,t,o,r){let{entry:s,info:a}=await at(e,t,o,r),i=U(t,o,"verify",{args:[Sr(s),`--set=${r}`,"--output=text","--verbose","--log-level-console=info"],timeoutSeconds:12*3600}),{stdout:d,stderr:c,seconds:m}=await ee(e,t,o,i),b=Ys(`${d}
${c}`,s),h=await Js(e,t,o,{entry:s,info:a}),y=Tt(s).filter($=>!h.some(I=>I.startsWith(`${$}-`))).map($=>n`log segment ${$} is missing`),v=[...b.damaged,...y];if(v.length>0)throw new l(v.map($=>({code:"pgbackrest-verify-found-damage",what:n`the backup ${r} is damaged: ${$}`,where:e.name,mend:n`take another full backup; this one is no way back`})));return{seconds:m,files:b.files,elsewhere:b.elsewhere}}var Sr=({database:e})=>`--repo=${e["repo-key"]}`;async function Js(e,t,o,{entry:r,info:s}){let a=s.archive.find(({database:c})=>c.id===r.database.id&&c["repo-key"]===r.database["repo-key"])?.id,i=c=>c?.slice(0,16)??"",d=[];for(let c of new Set([r.archive.start,r.archive.stop].map(i))){let m=`archive/${o.stanza}/${a??""}/${c}`,b=U(t,o,"repo-ls",{args:[m,Sr(r),"--log-level-console=off"],timeoutSeconds:600});d.push(...(await ee(e,t,o,b)).stdout.split(`
`))}return d}function Ys(e,t){let{damaged:o,elsewhere:r}=Vs(e,t),{status:s,checked:a,valid:i}=Xs(e,t.label);if(s==="valid"&&a===i&&a!=="0"){let[d,c]=[o.filter(_r),o.filter(m=>!_r(m))];return{damaged:d,elsewhere:[...r,...c],files:Number(a)}}return o.length===0&&o.push(s===void 0?n`pgbackrest verify does not speak of it`:n`pgbackrest verify calls it "${s}" (${i} of ${a} files)`),{damaged:o,elsewhere:r,files:Number(a)}}var _r=e=>/: \d+-\d+\//.test(e);function Vs(e,t){let o=[],r=[];for(let[,s="",a,i]of e.matchAll(/(file missing|invalid checksum|invalid size|invalid result) (?:'([^']+)'|(\S+?):? )/g)){let d=a??i??"",[c="",...m]=d.split("/"),b=m.at(-1)?.slice(0,24)??"",h=c===t.label||(t.reference??[]).includes(c),y=/^\d+-\d+$/.test(c)&&Tt(t).includes(b);(h||y?o:r).push(`${s}: ${d}`)}return{damaged:o,elsewhere:r}}function Xs(e,t){let o="status: ([a-z -]+), total files checked: (\\d+), total valid files: (\\d+)",[,r,s="0",a="0"]=new RegExp(`backup: ${t}, ${o}`).exec(e)??[];return{...r===void 0?{}:{status:r},checked:s,valid:a}}var Ks=`SELECT usename, regexp_replace(application_name, '[^A-Za-z0-9 ._/-]', '', 'g'), count(*)
FROM pg_stat_activity
WHERE datname = :'name' AND coalesce(backend_type, 'client backend') = 'client backend'
  AND application_name <> 'golive' AND NOT usename = ANY (string_to_array(:'observers', ','))
GROUP BY 1, 2`,Qs=`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = :'name' AND state = 'idle' AND pid <> pg_backend_pid() AND pg_has_role(usesysid, 'USAGE')`;async function K(e,t){let o={name:t.name,observers:t.observers.join(",")};t.connection.pooler&&await D(e,t,{database:E(t),sql:Qs,variables:o});let r=[];if(await Fe(async()=>(r=await D(e,t,{database:t.name,sql:Ks,variables:o}),r.length===0?!0:null),{every:.5,limit:5})!==null)return;let a=r.map(([i,d,c])=>`${i}${d?` (${d})`:""}: ${c}`).join(", ");throw new l({code:"db-still-connected",what:n`someone is still connected to ${t.name} and could write after the backup: ${a}`,where:e.name,mend:n`name what else writes under services.units, stop it before the window, or list roles that only look in database.observers`})}function Or(e){return[Zs(e),ta(e),oa(e)]}var Zs=e=>({id:We.id,async run(t){let{plan:o,release:r}=t,s=u(t),a={plan:f(o),hosts:t.hosts,rest:"refuse"},{source:i,systemIdentifier:d,taken:c}=await Q(a,async()=>{await K(s,f(o));let h=await ea(t),y=e.type??"incr",v=await kr(s,f(o),e,{type:y,annotation:r.id});return await K(s,f(o)),{...h,taken:v}}),m=w(t);await s.run(q(f(o),'umask 077; mkdir -p -m 700 -- "$1"',[m]));let b=await Ye(s,f(o),m,{...Y(t),systemIdentifier:d,takenAt:c.endedAt,source:i,files:[]});return{note:n`${c.label}, ${k(c.bytes)}, ${k(c.repositoryBytes)} of them new in the repository`,facts:{label:c.label,sha256:b}}}});async function ea(e){let t=f(e.plan),o=u(e),r=await Ao(o,t,t.name,{logged:!0}),s=await vo(o,t,t.name),[[a="",i=""]=[]]=await D(o,t,{database:E(t),sql:"SELECT current_setting('server_version'), system_identifier FROM pg_control_system()"});return{source:{contents:r,objects:s,streams:{},serverVersion:a},systemIdentifier:i}}var ta=e=>({id:Kt.id,async run(t){let{files:o}=await $r(u(t),f(t.plan),e,Nr(t));return{note:n`${o} {0:file|files|files}`}}}),oa=e=>({id:W.id,async run(t){let o=f(t.plan),r=u(t);if(o.backup.proof==="read")return{skipped:!0,note:n`the plan asks for no more than that its files are whole (proof: read)`,facts:{proved:"read"}};let s=String(We.facts(t.state()).sha256),{source:a}=await X(r,o,w(t),s),i={settings:e,label:Nr(t),directory:`${o.backup.directory}/restored`};await wr(r,o,i,m=>se(r,m,{database:m.name,source:a,directory:null,logged:!0}));let{contents:d,objects:c}=a;return{note:n`restored on a server of its own; ${L(ie(d))} {0:row|rows|rows} \
in ${Object.keys(d.tables).length} {1:table|tables|tables} and ${Object.keys(c).length} \
{2:object|objects|objects} of the schema are the same`,facts:{proved:"restore"}}}});function Nr(e){return String(We.facts(e.state()).label)}var ra=3,Rr="ARRAY[current_setting('golive.current'), current_setting('golive.beside')]",it=`datname = ANY (${Rr}) AND pid <> pg_backend_pid() AND usesysid IS NOT NULL`,Lt="pid IN (SELECT pid FROM pg_stat_replication)",na=`DO $$
DECLARE
  one int;
  ended int;
BEGIN
  FOR i IN 0..1000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE ${it} AND NOT ${Lt});
    IF i % 100 = 0 THEN
      ended := 0;
      FOR one IN SELECT pid FROM pg_stat_activity WHERE ${it} AND NOT ${Lt} LOOP
        BEGIN
          PERFORM pg_terminate_backend(one);
          ended := ended + 1;
        EXCEPTION WHEN insufficient_privilege THEN
          NULL;
        END;
      END LOOP;
      EXIT WHEN ended = 0;
    END IF;
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
`,ve=e=>`regexp_replace(coalesce(${e}, ''), '[^[:alnum:] ._/-]', '', 'g')`,sa=`SELECT 'held', ${ve("backend_type")}, ${ve("usename")}, ${ve("application_name")}
FROM pg_stat_activity WHERE ${it};
SELECT 'held', 'prepared transaction', ${ve("owner")}, ${ve("gid")}
FROM pg_prepared_xacts WHERE database = ANY (${Rr});
`,aa=`SELECT DISTINCT 'worker', backend_type FROM pg_stat_activity
WHERE ${it} AND backend_type NOT IN ('client backend', 'parallel worker') AND NOT ${Lt};
`,ia=e=>`\\if :again
${na}${e}\\if :done
  \\set again false
\\else
  SELECT :'LAST_ERROR_SQLSTATE' = '55006' AS again \\gset
\\endif
\\endif
`,da=({work:e,after:t})=>`SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')),
  set_config('golive.current', :'current', false), set_config('golive.beside', :'beside', false) \\g /dev/null
SELECT EXISTS (SELECT FROM pg_database WHERE datname = :'beside' AND datallowconn) AS beside_open \\gset
${aa}ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
\\set ON_ERROR_STOP off
\\if :beside_open
  ALTER DATABASE :"beside" ALLOW_CONNECTIONS false;
\\endif
\\set done false
\\set again true
${ia(e).repeat(ra)}\\if :done
\\else
  ${sa}\\endif
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
\\if :done
  \\set ON_ERROR_STOP on
  ${t}\\else
  \\if :beside_open
    ALTER DATABASE :"beside" ALLOW_CONNECTIONS true;
  \\endif
  \\set ON_ERROR_STOP on
  SELECT set_config('golive.code', :'LAST_ERROR_SQLSTATE', false) \\g /dev/null
  DO $$ BEGIN RAISE 'not done behind closed doors' USING ERRCODE = current_setting('golive.code'); END $$;
\\endif
`;async function dt(e,t,o){let r={current:t.name,beside:o.beside??"",...o.variables},s=_(t,E(t),`${o.before??""}${da(o)}`,{variables:r});try{let a=await e.attempt(s);if(a.code!==0||a.timedOut)throw ca(e,t,new S(e,s,a));let{stdout:i,seconds:d}=a;return{stdout:i,seconds:d,gone:await ma(e,t,Tr(i,"worker"))}}catch(a){throw await x(e,t),a}}var Tr=(e,t)=>ze(e).flatMap(([o,...r])=>o===t?[r.filter(s=>s!=="").join(" ")]:[]);function ca(e,{name:t},o){let r=[...new Set(Tr(o.finished.stdout,"held"))];return r.length===0?o:new l({code:"db-held",what:n`${t} was held open behind closed doors, and could neither be cloned nor renamed: ${r.join(", ")}`,where:e.name,mend:n`end what holds it, or let database.connection be a superuser's, then run again`},{cause:o})}async function ma(e,t,o){if(o.length===0)return[];let r="SELECT DISTINCT backend_type FROM pg_stat_activity WHERE datname = :'name'",s=o;return await Fe(async()=>{let a=await D(e,t,{database:E(t),sql:r,variables:{name:t.name}}),i=new Set(a.map(([d])=>d));return s=o.filter(d=>!i.has(d)),s.length===0?!0:null},{every:.5,limit:5}),s}function ct(e){return e.length===0?"":n`; ${e.join(", ")} had to be ended and did not come back: restart PostgreSQL for it`}function me(e){return e.split(`
`).flatMap(t=>t.startsWith("{")?[JSON.parse(t)]:[])}function ke(e,t){return e.filter(o=>o.kind===t)}var Lr=`p=$1
while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
[ -d "$p" ] || exit 0
LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1
PATH="$PATH:/usr/sbin:/sbin"
case $(df --output=fstype -- "$p" | tail -n1) in
  btrfs) echo shares ;;
  xfs) ! xfs_info "$(df --output=target -- "$p" | tail -n1)" 2>/dev/null | grep -q 'reflink=1' || echo shares ;;
esac`;var la=`BEGIN TRANSACTION READ ONLY;
WITH parts AS (
  SELECT c.reltablespace AS id,
    sum(pg_relation_size(c.oid, 'main') + pg_relation_size(c.oid, 'fsm') + pg_relation_size(c.oid, 'vm')) AS bytes
  FROM pg_class c
  WHERE c.reltablespace <> 0 AND c.relkind IN ('r', 'i', 't', 'm', 'S') AND NOT c.relisshared
  GROUP BY 1
), places AS (
  SELECT dattablespace AS id, pg_database_size(oid) - (SELECT coalesce(sum(bytes), 0) FROM parts) AS bytes
  FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT id, bytes FROM parts
)
SELECT json_build_object(
  'kind', 'place',
  'tablespace', CASE t.spcname WHEN 'pg_default' THEN NULL ELSE t.spcname END,
  'bytes', sum(p.bytes)::bigint,
  'data', (SELECT setting FROM pg_settings WHERE name = 'data_directory'),
  'location', pg_tablespace_location(t.oid)
)
FROM places p JOIN pg_tablespace t ON t.oid = p.id
GROUP BY t.oid, t.spcname
ORDER BY t.spcname = 'pg_default' DESC, t.spcname;
COMMIT;
`;async function mt(e,t,o){let{code:r,stdout:s}=await e.attempt(_(t,t.name,la,{timeoutSeconds:300}));return r!==0?[{tablespace:null,path:null,bytes:o}]:ke(me(s),"place").map(a=>({tablespace:a.tablespace,bytes:a.bytes,path:pa(a)}))}function pa({location:e,data:t}){return e.startsWith("/")?e:t===null?null:e===""?t:`${t}/${e}`}var fa=`BEGIN TRANSACTION READ ONLY;
SELECT jsonb_build_object('kind', 'held', 'by', 'slot ' || slot_name, 'data', d.setting)
FROM pg_replication_slots LEFT JOIN pg_settings d ON d.name = 'data_directory'
WHERE NOT active AND restart_lsn IS NOT NULL AND current_setting('max_slot_wal_keep_size') = '-1'
UNION ALL
SELECT jsonb_build_object('kind', 'held', 'by', 'archive_command', 'data', d.setting)
FROM pg_stat_archiver a LEFT JOIN pg_settings d ON d.name = 'data_directory'
WHERE current_setting('archive_mode') <> 'off' AND a.last_failed_time > coalesce(a.last_archived_time, '-infinity');
COMMIT;
`;async function Ar(e,t){let{code:o,stdout:r}=await e.attempt(_(t,E(t),fa,{timeoutSeconds:60}));if(o!==0)return null;let s=ke(me(r),"held"),[a]=s;return a===void 0?null:{by:s.map(({by:i})=>i).join(", "),path:a.data===null?null:`${a.data}/pg_wal`}}async function vr(e,t,o){let r="SELECT setting FROM pg_settings WHERE name = 'data_directory'",[[s=""]=[]]=await D(e,t,{database:E(t),sql:r});return[{tablespace:null,path:s===""?null:s,bytes:o}]}async function _e(e,t,o,{climb:r}){let s=Ce(Lr,[o,r?"climb":""],{timeoutSeconds:30,...t.runAs===void 0?{}:{user:t.runAs}}),[a="",i]=(await e.run(s)).stdout.trim().split(`
`),[d="",...c]=a.trim().split(/\s+/);return d===""?null:{bytes:Number(d),device:c.join(" "),shares:i==="shares"}}var ua=`SELECT current_setting('server_version_num')::int >= 180000 AS may_clone,
  current_setting('server_version_num')::int >= 150000 AS has_strategy \\gset
SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER %I', :'copy', :'current', r.rolname)
  || format(' ALLOW_CONNECTIONS false CONNECTION LIMIT %s', d.datconnlimit)
  || CASE WHEN :'has_strategy' = 't' THEN ' STRATEGY file_copy' ELSE '' END AS create
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = :'current' \\gset
\\set how copy
`,ba=`\\if :may_clone
  SET file_copy_method = 'clone';
  :create;
  \\if :ERROR
    SET file_copy_method = 'copy';
  \\else
    \\set done true
    \\set how clone
  \\endif
\\endif
\\if :done
\\else
  :create;
  \\if :ERROR
  \\else
    \\set done true
  \\endif
\\endif
`,ga=`SELECT 'copy', :'how', oid, pg_database_size(oid) FROM pg_database WHERE datname = :'copy';
`;async function Pr(e,t,o){await x(e,t),await de(e,t,o),await e.attempt(_(t,E(t),"CHECKPOINT",{timeoutSeconds:600}));let{stdout:r,seconds:s,gone:a}=await dt(e,t,{before:ua,work:ba,after:ga,variables:{copy:o}}),[,i="copy",d="",c="0"]=/^copy\|(\w+)\|(\d+)\|(\d+)$/m.exec(r)??[];await e.run(_(t,E(t),Qe,{variables:{name:o,source:t.name}}));let m=i==="clone"&&await ha(e,t);return{name:o,oid:d,bytes:Number(c),seconds:s,how:m?"clone":"copy",gone:a}}async function ha(e,t){let o=await mt(e,t,0);return(await Promise.all(o.map(({path:s})=>s===null?null:_e(e,t,s,{climb:!1})))).every(s=>s?.shares===!0)}async function Dr(e,t,{name:o,oid:r}){if(await B(e,t,o)!==r)throw new l({code:"rollback-copy-gone",what:n`the rollback copy ${o} is gone, or another database bears its name`,where:e.name,mend:n`the dump is the way back now; find out who removed the copy`})}function xr(e){let t=new Map([...e.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([,s="",a=""])=>[s,Xe(a)])),o=Object.fromEntries([...e.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([,s="",a=""])=>[a,{sha256:s,name:t.get(a)??a}])),r=Cr(e);return{streams:o,...r===void 0?{}:{largeObjectBytes:r}}}var Cr=e=>/^objects\|(\w+)$/m.exec(e)?.[1];async function Ir(e,t,o,r){let s=q(t,ko,[o,String(t.backup.jobs)],{bytes:!0,timeoutSeconds:14400}),{stdout:a}=await e.run({...s,label:n`pg_restore and gzip of ${o}`}),i=a.indexOf(`schema|
`),d=a.slice(0,i),c=new Map([...d.matchAll(/^file\|(\S+)\|(\d+)$/gm)].map(([,h="",y=""])=>[y,h])),m=Object.fromEntries([...d.matchAll(/^table\|(\d+)\|(\d+)$/gm)].map(([,h="",y=""])=>[y,{sha256:c.get(h)??"missing",name:r.streams[y]?.name??y}])),b=r.largeObjectBytes!==void 0&&r.largeObjectBytes!==Cr(d);return[...Object.entries(r.leftOut??{}).map(([h,y])=>n`${y} {0:row|rows|rows} of table ${h}, which belongs to an extension, {0:is|are|are} not in the dump`),...wo(r.streams,m,(h,y,v)=>v===void 0?n`table ${y?.name??h} is not in the dump`:y===void 0?n`the dump holds the table with oid ${h}, which the database does not have`:y.sha256===v.sha256?null:n`table ${y.name} does not have the same bytes in the dump`),...b?[n`the large objects do not have the same bytes in the dump`]:[],...To(Ro(r.objects,a.slice(i)))]}var Hr=`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET TRANSACTION SNAPSHOT :'snapshot';
`,ya=String.raw`E'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n'
  || 'SET TRANSACTION SNAPSHOT ' || quote_literal(:'snapshot') || ';'`,Ea=100,Mr="n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",Fr=String.raw`SELECT getdatabaseencoding() AS encoding, pg_client_encoding() AS names \gset
RESET ALL;
SET client_encoding = :'encoding';
SET DateStyle = 'ISO';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 3;
SET synchronize_seqscans = off;
SET row_security = off;
SET search_path = '';
\set file :work '/copy-tables.sql'
${Hr}SELECT CASE WHEN t.small THEN format(E'\\set file :work \'/small/%s\'\n\\o :file', t.oid)
    ELSE format(E'\\o |sh "$GOLIVE_WORK/beside" table %s', t.oid) END
  || format(E'\nCOPY %s TO STDOUT;\n\\qecho \'\\\\.\\n\\n\'\n\\o', t.what)
  || CASE WHEN row_number() OVER (ORDER BY t.small, t.oid) % ${Ea} = 0
    THEN E'\nCOMMIT;\n\\! sh "$GOLIVE_WORK/beside" tables\n' || ${ya} ELSE '' END
FROM (
  SELECT c.oid, pg_table_size(c.oid) <= ${4194304} AS small,
    CASE WHEN f.condition IS NULL THEN format('%I.%I %s', n.nspname, c.relname, '(' || k.columns || ')')
      ELSE format('(SELECT %s FROM %I.%I %s)', k.columns, n.nspname, c.relname, f.condition) END AS what
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid
    AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
  LEFT JOIN pg_extension e ON e.oid = x.refobjid,
  LATERAL (
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ) k,
  LATERAL (SELECT nullif(e.extcondition[array_position(e.extconfig, c.oid)], '') AS condition) f
  WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${Mr}
    AND (e.oid IS NULL OR c.oid = ANY (coalesce(e.extconfig, '{}')))
) t
ORDER BY t.small, t.oid \g :file
\i :file
COMMIT;
\! sh "$GOLIVE_WORK/beside" tables; cat "$GOLIVE_WORK/large" 2>/dev/null
\set file :work '/objects'
${Hr}\o :file
SELECT oid || ' ' || encode(sha256(lo_get(oid)), 'hex') FROM pg_largeobject_metadata
WHERE octet_length(lo_get(oid, ${16777216}, 1)) = 0;
\o
\set file :work '/copy-objects.sql'
SELECT format(E'\\set file :work \'/small/%1$s\'\n\\lo_export %1$s :file\n\\! sh "$GOLIVE_WORK/beside" object %1$s', oid)
FROM pg_largeobject_metadata WHERE octet_length(lo_get(oid, ${16777216}, 1)) > 0 \g :file
\i :file
\! sh "$GOLIVE_WORK/beside" objects
SET client_encoding = :'names';
SELECT 'stream-name', c.oid, n.nspname || '.' || c.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND ${Mr};
COMMIT;
`;var wa=`EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = -1 AND a.xmin <> x.xmin)
    AND EXISTS (
      SELECT FROM pg_depend y JOIN pg_proc p ON y.classid = 'pg_proc'::regclass AND y.objid = p.oid
      WHERE y.refclassid = 'pg_extension'::regclass AND y.refobjid = e.oid AND y.deptype = 'e' AND y.xmin = p.xmin
    )`,jr=e=>`SELECT format($q$${e} FROM ONLY %3$I.%4$I AS t WHERE t.xmin <> %5$L::xid$q$,
  e.extname, n.nspname || '.' || c.relname, n.nspname, c.relname, x.xmin, ${wa})
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid
  AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
JOIN pg_extension e ON e.oid = x.refobjid
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND NOT c.oid = ANY (coalesce(e.extconfig, '{}'))
  AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
ORDER BY c.relname \\gexec
`,Wr=jr("SELECT 'left-out', count(*), %2$L"),qr=jr("SELECT json_build_object('kind', 'extension-rows', 'me', current_user, 'name', %2$L || ' (' || %1$L || ')', 'rows', count(*), 'added', %6$L::bool)");function Br(e){let t=ze(e).filter(([o,r])=>o==="left-out"&&r!=="0");return Object.fromEntries(t.map(([,o="0",...r])=>[Xe(r.join("|")),Number(o)]))}var lt="CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END",C="(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)",pt="NOT r.rolsuper AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE'))",A=(e,t)=>`NOT EXISTS (
    SELECT FROM pg_depend x WHERE x.classid = '${e}'::regclass AND x.objid = ${t} AND x.deptype = 'e'
  )`;var ka=200,ft=`(SELECT count(*) + ${ka} FROM pg_class c
  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S', 'v', 'm') AND c.relpersistence <> 't'
    AND ${A("pg_class","c.oid")})`,At=`(current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int
  + current_setting('max_worker_processes')::int + current_setting('max_wal_senders')::int + 1
  + coalesce(current_setting('autovacuum_worker_slots', true), current_setting('autovacuum_max_workers'))::int)`,Ur=`(current_setting('max_locks_per_transaction')::int * ${At})`;var zr=`\\qecho -- whole
`,Gr=`SELECT format('SET client_encoding = %L;', pg_client_encoding());
`,_a=`${wt}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot, getdatabaseencoding() AS encoding, 3 * ${ft} < ${Ur} AS roomy \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\setenv GOLIVE_ENCODING :encoding
\\setenv GOLIVE_ROOMY :roomy
\\! sh "$GOLIVE_WORK/beside"
SELECT 'server', current_setting('server_version');
\\set file :work '/database.sql'
\\o :file
${Gr}${_o}${zr}\\set file :work '/extensions.sql'
\\o :file
${Gr}${$o}${zr}\\o
COMMIT;
`,$a=`${bo}${go(`${ho}${Wr}`)}`,Sa=`${wt}${Fr}`,Oa=`${He}${mo}`;async function vt(e,t,o,r=t.name){let s={GOLIVE_JOBS:String(t.backup.jobs),GOLIVE_DATABASE:r},a=t.backup.countOnly.join(","),i=[$a,t.backup.proof==="content"?Sa:"",co],d=q(t,Oa,[o,r,a,...i],{stdin:_a,env:s,timeoutSeconds:4*3600}),c=await e.attempt({...d,label:`pg_dump ${r}`});if(c.code!==0||c.timedOut){Me(c,`${e.name}:${o}`);let b=Na(c.stderr),h=new S(e,d,c);throw b===null?h:new l({...b,where:`${e.name}:${o}`},{cause:h})}let m=b=>new RegExp(`^${b}\\|(.*)$`,"m").exec(c.stdout)?.[1]??"";return{directory:o,bytes:Number(m("bytes")),systemIdentifier:m("system"),seconds:c.seconds}}async function Jr(e,t,o){let r=i=>e.run(q(t,'cat -- "$1"',[`${o}/${i}`],{bytes:!0})),[s,a]=await Promise.all([r("source.txt"),r("schema.sql")]);return{contents:Ke(s.stdout),objects:No(a.stdout),leftOut:Br(s.stdout),...xr(s.stdout),serverVersion:/^server\|(.*)$/m.exec(s.stdout)?.[1]??""}}function Na(e){return/No space left on device|Disk quota exceeded/i.test(e)?{code:"dump-no-room",what:n`there is no room left for the dump; the unfinished one was removed`,mend:n`make room, or move database.backup.directory to a larger disk`}:/Permission denied/i.test(e)&&/mkdir|directory/i.test(e)?{code:"dump-folder-forbidden",what:n`the folder for the dump cannot be made`,mend:n`create it for the user of database.run-as, mode 0700`}:/server version mismatch|aborting because of server version/i.test(e)?{code:"dump-older-than-server",what:n`pg_dump is older than the server`,mend:n`install the client programs of the server's version on that host`}:/lock timeout|canceling statement due to lock timeout/i.test(e)?{code:"dump-locked-out",what:n`somebody's open transaction holds a lock that the dump needs`,mend:n`end that session (SELECT * FROM pg_stat_activity), then run again`}:null}function Yr({state:e,plan:t}){return f(t).backup.dump==="before-deploy"&&G.begun(e())}async function Pt(e){return Yr(e)?!0:j.state(e.state())?.status!=="done"?!1:X(u(e),f(e.plan),w(e),H(e)).then(()=>!0,t=>{if(t instanceof l||t instanceof S)return!1;throw t})}async function ut(e){let{steps:t}=e.state();return Yr(e)||[qe,W].every(o=>(o.state({steps:t})?.startedAt??"")>=(j.state({steps:t})?.endedAt??""))}var Vr={id:re.id,async run(e){let o=f(e.plan).backup.dump==="after-migration"?pe(e):null,{closedAt:r,...s}=o===null?await Ra(e):await Ta(e,o);return{note:`${k(s.bytes)}${o===null?"":n`, of ${o.name}`}`,facts:{bytes:s.bytes,systemIdentifier:s.systemIdentifier,takenAt:new Date().toISOString(),closedAt:r}}},still:Pt};async function Ra(e){let t=f(e.plan),o=u(e);return await x(o,t),Q({plan:t,hosts:e.hosts,rest:"refuse"},async()=>{await K(o,t);let r=await Ve(o,t);return{...await vt(o,t,w(e)),closedAt:r}})}async function Ta(e,t){let o=f(e.plan),r=u(e);await Dr(r,o,t),await x(r,o,t.name);try{let s=je.facts(e.state()).closedAt??null;return{...await vt(r,o,w(e),t.name),closedAt:s}}finally{await fo(r,o,t.name)}}var Xr={id:j.id,async run(e){let{plan:t}=e,o=u(e),r=w(e),s=await lo(o,f(t),r),a=await Jr(o,f(t),r),{takenAt:i,systemIdentifier:d}=re.facts(e.state()),c=await Ye(o,f(t),r,{...Y(e),systemIdentifier:String(d),takenAt:String(i),source:a,files:s}),{contents:m}=a;return{note:n`${s.length} {0:file|files|files}; ${Object.keys(m.tables).length} \
{1:table|tables|tables}, ${L(ie(m))} {2:row|rows|rows}; manifest ${c.slice(0,12)}`,facts:{sha256:c,rows:ie(m)}}},still:Pt},Kr={id:qe.id,async run(e){let t=await Lo(u(e),f(e.plan),w(e));return{note:n`read in ${z(t)}`}},still:ut};var en={id:W.id,async run(e){let t=f(e.plan),o=u(e),{source:r}=await X(o,t,w(e),H(e));return La[t.backup.proof](e,r)},still:ut},La={read:async()=>({skipped:!0,note:n`the plan asks for no more than that it reads through whole (proof: read)`,facts:{proved:"read"}}),async content(e,t){let o=f(e.plan),r=u(e),s=w(e);return kt(await Ir(r,o,s,t),r.name),kt(await Po(r,o,{directory:s,name:Qr(e),source:t}),r.name),{note:n`not restored; ${Zr(t)} stand in the dump as in the database`,facts:{proved:"content"}}},async restore(e,t){let o=f(e.plan),r=u(e),s=Qr(e);try{await Ze(r,o,w(e),s),await se(r,o,{database:s,source:t,directory:w(e)})}finally{await de(r,o,s)}let a=o.backup.countOnly,i=a.length>0?n`; only counted: ${a.join(", ")}`:"";return{note:n`restored beside; ${Zr(t)} are the same${i}`,facts:{proved:"restore"}}}};function Qr({plan:e,release:t}){return V(f(e),"proof",t.id)}function Zr({contents:e,objects:t}){let o=Object.keys(e.tables).length;return n`${L(ie(e))} {0:row|rows|rows} in ${o} {1:table|tables|tables} \
and ${Object.keys(t).length} {2:object|objects|objects} of the schema`}import{createHash as va}from"node:crypto";function Dt({snapshot:e}){if(e===void 0)throw new Ie(n`the plan has no database.snapshot`);return e}async function on(e,t,o){let{take:r,timeout:s}=Dt(t),{stdout:a}=await e.run(Ge(t,r,{snapshot:o},s)),i=a.split(`
`).map(c=>c.trim()),d={name:o,id:i.findLast(c=>c!=="")??o};if(await xt(e,t,d))return d;throw new l({code:"snapshot-not-there",what:n`the snapshot ${o} was taken, and the provider does not find it`,where:e.name,mend:n`run database.snapshot.check by hand; or set database.backup.copy: false, and the way back is the dump`})}async function xt(e,t,{name:o,id:r}){let{check:s,timeout:a}=Dt(t);return(await e.attempt(Ge(t,s,{snapshot:o,id:r},a))).code===0}var Aa={every:2,limit:600};async function rn(e,t,{name:o,id:r}){let{restore:s,timeout:a}=Dt(t),i=Ge(t,s,{snapshot:o,id:r},a),d=await e.attempt(i);if(d.code!==0||d.timedOut)throw tn(o,e,new S(e,i,d));if(!await So(e,t,t.name,Aa))throw tn(o,e)}function tn(e,t,o){return new l({code:"snapshot-not-restored",what:o===void 0?n`the snapshot ${e} was restored, and the database does not answer`:n`the snapshot ${e} could not be restored: ${o.brief}`,where:t.name,mend:n`look at the provider's console; once the server answers, the way back goes on with the dump`},o===void 0?{}:{cause:o})}var nn={id:je.id,async run(e){let t=f(e.plan),o=u(e);await x(o,t);let r=V(t,"copy",e.release.id),{closedAt:s,copy:a}=await Q({plan:t,hosts:e.hosts,rest:"refuse"},async()=>(await K(o,t),{closedAt:await Ve(o,t),copy:await Pr(o,t,r)}));return{note:`${r}, ${k(a.bytes)}${a.how==="clone"?n`, sharing blocks with the original`:""}${ct(a.gone)}`,facts:{copy:a,closedAt:s}}},async still(e){let t=pe(e);return G.begun(e.state())||t!==null&&await B(u(e),f(e.plan),t.name)===t.oid}},sn={id:Xt.id,async run(e){let t=f(e.plan),o=u(e);await x(o,t),await K(o,t);let r=await on(o,t,Pa(e)),s=r.id===r.name?"":` (${r.id})`;return{note:n`${r.name}${s}; the provider says that it is there, and what is in it is compared once it is restored`,facts:{snapshot:r}}},async still(e){let t=Ue(e);return G.begun(e.state())||t!==null&&await xt(u(e),f(e.plan),t)}};function Pa(e){let t=so(f(e.plan)).toLowerCase().replaceAll(/[^a-z0-9]+/g,"-"),o=va("sha256").update(oo(e)).digest("hex").slice(0,12);return`golive-${t.slice(0,30)}-${o}`.replaceAll(/-+/g,"-")}var Da=`SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', :'name', datconnlimit)
FROM pg_database WHERE datname = :'source' \\gexec
${Qe}`;async function dn(e,t,o){await de(e,t,o);try{await Oo(e,t,o);let r={name:o,source:t.name};await e.run(_(t,E(t),Da,{variables:r,timeoutSeconds:300}));let s=await an(e,t,t.name),a=Eo(s,await an(e,t,o));if(a.length>0)throw xa(e,a)}finally{await de(e,t,o)}}async function an(e,t,o){return Ke((await e.run(_(t,o,uo,{timeoutSeconds:300}))).stdout)}function xa(e,t){return new l(t.map(o=>({code:"provided-database-differs",what:n`what database.switch.create makes is not like the service's database: ${o}`,where:e.name,mend:n`give the provider's command the owner, locale and extensions of the service's database`})))}var cn={id:Zt.id,async run(e){let t=f(e.plan),o=V(t,"trial",e.release.id);return await dn(u(e),t,o),{note:n`${o} was made, is like ${t.name} itself, and was dropped again`}}};var mn=45;async function ln(e,t,o){let r=await Ca(e,t,o);if(!r.answers)return r.problems;let s=U(t,o,"check",{timeoutSeconds:300}),a=await e.attempt(s);return a.code!==0?[...r.problems,Re(e.name,t,o,a)??{code:"pgbackrest-check-failed",what:new S(e,s,a).brief,where:e.name,mend:n`run pgbackrest check there until it is silent`}]:[...r.problems,...await Ia(e,t,o)]}async function Ca(e,t,o){let r=e.name,s=await e.attempt(ce(t,"id -u && exec pgbackrest version",[],{label:"pgbackrest version",timeoutSeconds:60})),a=/pgBackRest (2\.\d+)/.exec(s.stdout)?.[1];if(a===void 0){let d=new S(e,zt("pgbackrest",["version"]),s);return{answers:!1,problems:[Re(r,t,o,s)??{code:"pgbackrest-silent",what:n`pgbackrest does not answer: ${d.brief}`,where:r,mend:n`check database.run-as in the plan`}]}}let i=[];return s.stdout.startsWith(`0
`)&&i.push({code:"pgbackrest-as-root",what:n`the restored server of the proof cannot run as root`,where:r,mend:n`set database.run-as in the plan to the user of PostgreSQL (mostly postgres)`}),Number(a.slice(2))<mn&&i.push({code:"pgbackrest-too-old",what:n`pgbackrest ${a} is too old`,where:r,mend:n`golive needs version 2.${mn} or newer`}),{answers:!0,problems:i}}async function Ia(e,t,o){let r=e.name;try{let{db:s}=await we(e,t,o),a=Math.max(...s.map(({id:c})=>c)),i="SELECT system_identifier FROM pg_control_system()",[[d]=[]]=await D(e,t,{database:E(t),sql:i});return s.some(({id:c,"system-id":m})=>c===a&&m===d)?[]:[{code:"pgbackrest-other-server",what:n`the stanza "${o.stanza}" backs up another PostgreSQL server than the one that holds ${t.name}`,where:r,mend:n`change database.backup.pgbackrest.stanza or database.connection in the plan`}]}catch(s){return s instanceof l?s.problems:[{code:"pgbackrest-server-unseen",what:M(s),where:r,mend:n`check database.connection and database.run-as in the plan`}]}}function bt({backup:e,switch:t}){return t===void 0||e.copy===!0}function pn(e){let t=Ha(e);return e.backup.copy==="snapshot"?n`way back: the provider's snapshot, and else ${t}`:n`way back: ${t}`}function Ha(e){let t=e.backup.copy===!0;if(e.switch===void 0)return t?n`the copy takes the name`:n`the dump restored beside takes the name`;let o=ne(e)?n` (made by the provider's command)`:"";return t?n`the service changes over to the copy`:n`the dump restored beside${o}, which the service changes over to`}var $e=5;function g(e,t){return`${e.slice(0,$e).map(t).join(", ")}${e.length>$e?n` and ${e.length-$e} more`:""}`}function p(e,t=80){return e.replaceAll(/[^\p{L}\p{N} .,:;_/@+='()-]/gu,"").slice(0,t)}function N(e){return p(e[0]?.me??"")}var Ma="contrib_regression",fn={kind:"extension",asked:"inside",sql:`SELECT json_build_object(
  'kind', 'extension',
  'why', CASE WHEN v.name IS NULL THEN 'gone' ELSE 'untrusted' END,
  'me', current_user,
  'name', e.extname
)
FROM pg_extension e
  LEFT JOIN pg_available_extensions a ON a.name = e.extname
  LEFT JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
WHERE e.oid >= 16384 AND (v.name IS NULL OR (v.superuser AND NOT v.trusted AND NOT ${C}))
ORDER BY e.extname;
`,problems:(e,{database:t,provided:o=!1})=>{let r=d=>g(d,({name:c})=>p(c)),s=e.filter(({why:d})=>d==="gone"),a=e.filter(({why:d})=>d==="untrusted"),i=[];if(s.length>0){let d=n`extensions of ${t} are not installed on the server any more, and a dump of it could not be restored`;i.push({code:"db-extension-missing",what:`${d}: ${r(s)}`,mend:n`install their packages again, or DROP EXTENSION what is not used`})}if(a.length>0&&!o){let d=N(e),c=n`the role ${d} may not create extensions that ${t} has; only a superuser may`;i.push({code:"db-extension-missing",what:`${c}: ${r(a)}`,mend:n`DROP EXTENSION what is not used; ${n`or let database.connection be a superuser's`}`})}return i}},un={kind:"extension-home",asked:"inside",sql:`SELECT json_build_object('kind', 'extension-home', 'name', d.datname)
FROM pg_extension e, pg_database d WHERE e.extname = 'pg_cron' AND d.datname = '${Ma}';
`,problems:(e,{database:t})=>e.map(({name:o})=>({code:"db-extension-home",what:n`pg_cron of ${t} is restored beside it under the name ${o}, and there is such a database already`,mend:n`rename that database, or drop it`}))},bn={kind:"extension-rows",asked:"inside",sql:qr,problems:(e,{database:t})=>{let o=e.filter(({rows:a})=>a!==0),r=e.filter(a=>a.rows===0&&a.added),s=[];return o.length>0&&s.push({code:"db-extension-rows",what:n`tables of ${t} belong to extensions, so that pg_dump leaves them out, and hold rows that no \
extension brings: ${g(o,({name:a,rows:i})=>p(n`${a}: ${i} rows`))}`,mend:n`take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped, or empty them`}),r.length>0&&s.push({code:"db-extension-member",what:n`tables of ${t} were added to extensions that do not bring them, so that pg_dump leaves them \
out: ${g(r,({name:a})=>p(a))}`,mend:n`take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped`}),s}},gn={kind:"extension-version",asked:"inside",sql:`SELECT json_build_object(
  'kind', 'extension-version',
  'name', e.extname,
  'was', e.extversion,
  'is', a.default_version
)
FROM pg_extension e JOIN pg_available_extensions a ON a.name = e.extname
WHERE e.oid >= 16384 AND NOT EXISTS (
  SELECT FROM pg_available_extension_versions v WHERE v.name = e.extname AND v.version = e.extversion
)
ORDER BY e.extname;
`,problems:(e,{database:t})=>{let o=g(e,({name:r,was:s,is:a})=>p(n`${r} ${s}, now ${a}`));return[{code:"db-extension-version",what:n`extensions of ${t} are of versions that the server cannot create any more, and a restored \
one would have others: ${o}`,mend:n`bring them up to date before the launch: ALTER EXTENSION … UPDATE`}]}};var hn={kind:"unreadable",asked:"inside",sql:`SELECT json_build_object('kind', 'unreadable', 'me', current_user, 'name', n.nspname || '.' || c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
  AND NOT ${C} AND ${A("pg_class","c.oid")}
  AND (
    NOT has_schema_privilege(n.oid, 'USAGE') OR NOT has_table_privilege(c.oid, 'SELECT') OR row_security_active(c.oid)
  )
ORDER BY c.relname;
`,problems:(e,{database:t})=>{let o=N(e),r=g(e,({name:a})=>p(a));return[{code:"db-not-readable",what:`${n`the role ${o} may not read all of ${t}, and pg_dump would stop there`}: ${r}`,mend:n`as superuser: GRANT pg_read_all_data TO "${o}" (PostgreSQL 14 and newer), and ALTER ROLE "${o}" \
BYPASSRLS where policies hide rows`}]}};var yn={kind:"replication",asked:"server",sql:`SELECT json_build_object('kind', 'replication', 'part', 'walsender', 'name', a.application_name)
FROM pg_stat_replication r JOIN pg_stat_activity a USING (pid)
WHERE a.datname = :'name';
SELECT json_build_object('kind', 'replication', 'part', 'slot', 'name', slot_name)
FROM pg_replication_slots
WHERE database = :'name' ORDER BY slot_name;
SELECT json_build_object('kind', 'replication', 'part', 'subscription', 'name', s.subname)
FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
WHERE d.datname = :'name' ORDER BY s.subname;
`,problems:(e,{database:t})=>[{code:"db-replication",what:n`${t} takes part in logical replication, which blocks clone and rename, or stays with the \
renamed database: ${Fa(e)}`,mend:n`stop it before the launch and set it up again after it: disable the subscription on the other side \
and drop the slot (SELECT pg_drop_replication_slot), or DROP SUBSCRIPTION here`}]};function Fa(e){let t=i=>e.filter(({part:d})=>d===i),[o,r,s]=[t("slot"),t("subscription"),t("walsender")],a=[];if(o.length>0&&a.push(n`replication slot ${g(o,({name:i})=>p(i))}`),r.length>0&&a.push(n`subscription ${g(r,({name:i})=>p(i))}`),s.length>0){let i=g(s,({name:d})=>p(d)||n`without a name`);a.push(n`${s.length} attached ${s.length===1?"receiver":"receivers"} (${i})`)}return a.join(", ")}var ja=`NOT EXISTS (
    SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = pg_proc.oid AND i.deptype = 'i'
  )`,Wa=`SELECT relowner AS owner, relacl AS acl FROM pg_class
  WHERE oid >= 16384 AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND relpersistence <> 't'
    AND ${A("pg_class","pg_class.oid")}
  UNION ALL
  SELECT proowner, proacl FROM pg_proc
  WHERE oid >= 16384 AND ${A("pg_proc","pg_proc.oid")} AND ${ja}
  UNION ALL
  SELECT nspowner, nspacl FROM pg_namespace
  WHERE oid >= 16384 AND nspname !~ '^pg_' AND ${A("pg_namespace","pg_namespace.oid")}
  UNION ALL
  SELECT typowner, typacl FROM pg_type
  WHERE oid >= 16384
    AND (typtype IN ('d', 'e', 'r') OR EXISTS (SELECT FROM pg_class c WHERE c.oid = typrelid AND c.relkind = 'c'))
    AND ${A("pg_type","pg_type.oid")}
  UNION ALL
  SELECT c.relowner, a.attacl FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.oid >= 16384 AND a.attacl IS NOT NULL AND ${A("pg_class","c.oid")}
  UNION ALL
  SELECT defaclrole, defaclacl FROM pg_default_acl
  UNION ALL
  SELECT lomowner, lomacl FROM pg_largeobject_metadata
  UNION ALL
  SELECT refobjid, NULL FROM pg_shdepend s
  WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND deptype = 'o' AND refclassid = 'pg_authid'::regclass
    AND classid NOT IN ('pg_class'::regclass, 'pg_namespace'::regclass, 'pg_extension'::regclass)
    AND NOT EXISTS (
      SELECT FROM pg_depend x WHERE x.classid = s.classid AND x.objid = s.objid AND x.deptype = 'e'
    )`,qa=`WITH owned AS (
  ${Wa}
), granted AS (
  SELECT o.owner, a.grantor, a.grantee FROM owned o, LATERAL aclexplode(o.acl) a
), named (role) AS (
  SELECT owner FROM owned
  UNION SELECT grantor FROM granted
  UNION SELECT grantee FROM granted WHERE grantee <> 0
), found AS (
  SELECT 'gone' AS why, n.role FROM named n WHERE NOT EXISTS (SELECT FROM pg_roles WHERE oid = n.role)
  UNION
  SELECT CASE WHEN r.rolsuper THEN 'above' ELSE 'owner' END, r.oid
  FROM owned o JOIN pg_roles r ON r.oid = o.owner
  WHERE NOT ${C} AND NOT (pg_has_role(r.oid, 'USAGE') AND pg_has_role(r.oid, ${lt}))
  UNION
  SELECT 'grantor', r.oid
  FROM granted g JOIN pg_roles r ON r.oid = g.grantor
  WHERE NOT ${C} AND g.grantor <> g.owner AND r.rolname <> current_user
)
SELECT json_build_object('kind', 'role', 'why', f.why, 'me', current_user, 'name', coalesce(r.rolname, f.role::text))
FROM found f LEFT JOIN pg_roles r ON r.oid = f.role
ORDER BY r.rolname, f.role;
`,En={kind:"role",asked:"inside",sql:qa,problems:(e,{database:t})=>["gone","owner","above","grantor"].flatMap(o=>{let r=e.filter(s=>s.why===o);return r.length===0?[]:[Ba[o](r,t)]})},Ba={gone:Ua,owner:za,above:Ga,grantor:Ja},gt=e=>g(e,({name:t})=>p(t)),Ct=()=>n`or let database.connection be a superuser's`;function Ua(e,t){return{code:"db-role-missing",what:`${n`owners or grants in ${t} name roles that do not exist any more, and a dump of it could not be restored`}: ${gt(e)}`,mend:n`as superuser, take these entries out of the access lists (psql: \\dp and \\ddp show them by number)`}}function za(e,t){let o=N(e),r=n`the role ${o} may not give objects of a restored ${t} to their owners, as it is no member of them`,s=e.map(({name:a})=>`"${p(a)}"`).join(", ");return{code:"db-role-missing",what:`${r}: ${gt(e)}`,mend:n`as superuser: GRANT ${s} TO "${o}"; ${Ct()}`}}function Ga(e,t){let o=N(e);return{code:"db-role-missing",what:`${n`objects in ${t} belong to superusers, and the role ${o} may not restore them as theirs`}: ${gt(e)}`,mend:n`give them to the database's owner (ALTER … OWNER TO); ${Ct()}`}}function Ja(e,t){let o=N(e);return{code:"db-role-missing",what:`${n`the role ${o} may not put back grants in ${t} that others than the owners gave`}: ${gt(e)}`,mend:n`let the owners give these grants; ${Ct()}`}}var wn={kind:"session",asked:"server",sql:`SELECT json_build_object(
  'kind', 'session', 'me', current_user, 'role', r.rolname, 'superuser', r.rolsuper,
  'ends', ${pt},
  'sees', pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_read_all_stats', 'USAGE')
)
FROM pg_roles r
WHERE NOT ${C}
  AND r.oid IN (
    SELECT usesysid FROM pg_stat_activity
    WHERE datname = :'name' AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend'
      AND pid NOT IN (SELECT pid FROM pg_stat_replication)
  )
ORDER BY r.rolname;
`,problems:(e,{database:t,closed:o=!0})=>{let r=N(e),s=m=>g(m,({role:b})=>p(b)),a=e.filter(({superuser:m})=>o&&m),i=e.filter(({superuser:m,ends:b})=>o&&!m&&!b),d=e.filter(({sees:m})=>!m),c=[];return a.length>0&&c.push({code:"db-no-signal",what:n`superusers are connected to ${t}, and the role ${r} may not end their sessions: ${s(a)}`,mend:n`have them disconnect, or let database.connection be a superuser's`}),i.length>0&&c.push({code:"db-no-signal",what:n`the role ${r} may not end the sessions of other roles in ${t}: ${s(i)}`,mend:n`as superuser: GRANT pg_signal_backend TO "${r}"`}),d.length>0&&c.push({code:"db-no-sight",what:n`the role ${r} does not see what the sessions of other roles in ${t} are, and would overlook them: ${s(d)}`,mend:n`as superuser: GRANT pg_read_all_stats TO "${r}"`}),c}};var kn={kind:"setting",asked:"inside",sql:`SELECT current_setting('server_version_num')::int >= 150000 AS knows_parameters,
  current_setting('server_version_num')::int < 160000 AS any_role \\gset
\\if :knows_parameters
  \\set granted 'has_parameter_privilege(c.name, ''SET'')'
\\else
  \\set granted false
\\endif
SELECT json_build_object(
  'kind', 'setting',
  'me', current_user,
  'name', c.name || CASE WHEN s.setrole = 0 THEN '' ELSE ' of the role ' || t.rolname END
)
FROM pg_db_role_setting s
  JOIN pg_database d ON d.oid = s.setdatabase
  JOIN pg_roles me ON me.rolname = current_user
  LEFT JOIN pg_roles t ON t.oid = s.setrole,
  LATERAL (SELECT split_part(x, '=', 1) AS name FROM unnest(s.setconfig) x) c
  LEFT JOIN pg_settings p ON p.name = c.name
WHERE d.datname = current_database() AND NOT me.rolsuper
  AND (
    (
      s.setrole <> 0 AND t.rolname <> current_user
      AND NOT (
        me.rolcreaterole AND NOT t.rolsuper
        AND (:'any_role' OR pg_has_role(s.setrole, 'MEMBER WITH ADMIN OPTION'))
      )
    )
    OR ((p.context = 'superuser' OR (p.name IS NULL AND c.name !~ '[.]')) AND NOT :granted)
  )
ORDER BY c.name;
`,problems:(e,{database:t})=>{let o=g(e,({name:s})=>p(s));return[{code:"db-setting",what:`${n`the role ${N(e)} may not give a copy of ${t} the settings that it has`}: ${o}`,mend:n`set them for the server or the role instead of in the database; ${n`or let database.connection be a superuser's`}`}]}};var _n={kind:"collation-version",asked:"inside",sql:`SELECT current_setting('server_version_num')::int >= 150000 AS knows_versions \\gset
\\if :knows_versions
  SELECT json_build_object('kind', 'collation-version', 'was', d.datcollversion, 'is', a.version)
  FROM pg_database d, LATERAL (SELECT pg_database_collation_actual_version(d.oid) AS version) a
  WHERE d.datname = current_database()
    AND d.datcollversion IS NOT NULL AND d.datcollversion IS DISTINCT FROM a.version;
\\endif
`,problems:(e,{database:t})=>{let o=g(e,({was:r,is:s})=>p(n`${r}, now ${s??n`none`}`));return[{code:"db-collation-version",what:n`${t} was sorted by another version of the system's collations, so that it can not be cloned, \
and its indexes may not find what they hold: ${o}`,mend:n`before the launch: REINDEX DATABASE "${t}"; ALTER DATABASE "${t}" REFRESH COLLATION VERSION`}]}},$n={kind:"collation",asked:"inside",sql:`WITH used AS (
  SELECT unnest(i.indcollation) AS id FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE i.indrelid >= 16384 AND c.relpersistence <> 't'
  UNION SELECT unnest(partcollation) FROM pg_partitioned_table
)
SELECT json_build_object('kind', 'collation', 'part', 'collation', 'name', format('%I.%I', n.nspname, c.collname),
  'was', c.collversion, 'is', a.version)
FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace,
  LATERAL (SELECT pg_collation_actual_version(c.oid) AS version) a
WHERE c.oid IN (SELECT id FROM used) AND c.collversion IS NOT NULL AND c.collversion IS DISTINCT FROM a.version
ORDER BY c.collname;
SELECT current_setting('server_version_num')::int >= 150000 AS knows_versions \\gset
\\if :knows_versions
  SELECT json_build_object('kind', 'collation', 'part', 'template', 'name', d.datname, 'was', d.datcollversion, 'is', a.version)
  FROM pg_database d, LATERAL (SELECT pg_database_collation_actual_version(d.oid) AS version) a
  WHERE d.datname = 'template0' AND d.datcollversion IS NOT NULL AND d.datcollversion IS DISTINCT FROM a.version;
\\endif
`,problems:(e,{database:t})=>{let o=d=>e.filter(c=>c.part===d),r=d=>g(d,({name:c,was:m,is:b})=>p(n`${c} ${m}, now ${b??n`none`}`)),[s,a]=[o("collation"),o("template")],i=[];return s.length>0&&i.push({code:"db-index-collation-version",what:n`indexes of ${t} were sorted by other versions of these collations, and may not find what they hold: ${r(s)}`,mend:n`before the launch: REINDEX DATABASE "${t}"; ALTER COLLATION … REFRESH VERSION for each`}),a.length>0&&i.push({code:"db-template-collation-version",what:n`no database can be made from a template of another version of the system's collations: ${r(a)}`,mend:n`as superuser: ALTER DATABASE template0 REFRESH COLLATION VERSION`}),i}},Sn={kind:"tablespace",asked:"inside",sql:`SELECT DISTINCT jsonb_build_object('kind', 'tablespace', 'me', current_user, 'name', s.spcname)
FROM pg_tablespace s
WHERE s.spcname NOT IN ('pg_default', 'pg_global') AND NOT has_tablespace_privilege(s.oid, 'CREATE')
  AND (s.oid = (SELECT dattablespace FROM pg_database WHERE datname = current_database())
    OR s.oid IN (SELECT reltablespace FROM pg_class WHERE oid >= 16384));
`,problems:(e,{database:t})=>{let o=N(e),r=g(e,s=>p(s.name));return[{code:"db-tablespace",what:n`the role ${o} may not create anything in tablespaces that ${t} lies in: ${r}`,mend:n`as superuser: GRANT CREATE ON TABLESPACE ${e.map(({name:s})=>`"${p(s)}"`).join(", ")} TO "${o}"`}]}};var On={kind:"taken",asked:"server",sql:`SELECT json_build_object('kind', 'taken', 'name', datname)
FROM pg_database WHERE datname IN (SELECT json_array_elements_text(:'names')) ORDER BY datname;
`,problems:e=>e.map(({name:t})=>({code:"db-name-taken",what:n`a database ${p(t)} is there already, and the launch needs its name`,mend:n`it is what an earlier launch kept; look at it, then rename or drop it yourself`}))};var Nn={kind:"prepared",asked:"server",sql:`SELECT json_build_object(
  'kind', 'prepared',
  'gid', gid,
  'seconds', extract(epoch FROM clock_timestamp() - prepared)::int
)
FROM pg_prepared_xacts WHERE database = :'name' ORDER BY prepared;
`,problems:(e,{database:t})=>{let o=g(e,({gid:a,seconds:i})=>n`${p(a)} (${z(i)} old)`),s=e.slice(0,$e).map(({gid:a})=>`'${p(a,200).replaceAll("'","''")}'`).map(a=>n`COMMIT PREPARED ${a} or ROLLBACK PREPARED ${a}`).join("; ");return[{code:"db-prepared-transaction",what:n`a prepared transaction is open in ${t}, so that it can neither be cloned nor renamed: ${o}`,mend:n`connected to ${t}, after asking whose it is: ${s}`}]}},Rn={kind:"transaction",asked:"server",sql:`SELECT json_build_object(
  'kind', 'transaction',
  'role', usename,
  'program', application_name,
  'seconds', extract(epoch FROM clock_timestamp() - xact_start)::int,
  'pid', pid
)
FROM pg_stat_activity
WHERE datname = :'name' AND pid <> pg_backend_pid() AND backend_type = 'client backend'
  AND xact_start < clock_timestamp() - make_interval(secs => :seconds)
ORDER BY xact_start;
`,problems:(e,{database:t})=>{let o=g(e,Ya),r=e.slice(0,$e).map(({pid:s})=>`SELECT pg_terminate_backend(${s})`);return[{code:"db-long-transaction",what:n`a transaction stays open in ${t}, and its locks would hold up the dump: ${o}`,mend:n`have its program end it, or as superuser: ${r.join("; ")}`}]}};function Ya({role:e,program:t,seconds:o}){let r=p(t);return n`${p(e)}${r===""?"":` (${r})`}, ${z(o)} old`}var Va=`(SELECT p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
      WHERE p.oid >= 16384 AND l.lanname NOT IN ('c', 'internal'))`,ht=(e,t,o="")=>`EXISTS (
      SELECT FROM pg_depend d LEFT JOIN pg_operator o ON d.refclassid = 'pg_operator'::regclass AND o.oid = d.refobjid
      WHERE d.classid = '${e}'::regclass AND d.objid = ${t}${o}
        AND (CASE d.refclassid WHEN 'pg_proc'::regclass THEN d.refobjid WHEN 'pg_operator'::regclass THEN o.oprcode END)
          IN ${Va}
    )`,te="format('%I.%I', n.nspname, c.relname)",Pe="JOIN pg_namespace n ON n.oid = c.relnamespace",De="c.oid >= 16384 AND c.relpersistence <> 't'",Xa=`SELECT 'constraint ' || k.conname || ' of ' || ${te} AS name,
      format('SELECT EXISTS (SELECT FROM ONLY %s WHERE NOT (%s))', ${te}, pg_get_expr(k.conbin, c.oid)) AS sql
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${Pe}
    WHERE k.contype = 'c' AND k.convalidated AND c.relkind = 'r' AND ${De} AND ${ht("pg_constraint","k.oid")}`,Ka=`SELECT 'index ' || x.relname || ' of ' || ${te},
      format('SELECT count(q) < 0 FROM (SELECT %s FROM ONLY %s%s LIMIT 1000) q',
        coalesce(pg_get_expr(i.indexprs, c.oid), '1'), ${te}, ' WHERE ' || pg_get_expr(i.indpred, c.oid))
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid ${Pe}
    WHERE i.indisvalid AND c.relkind IN ('r', 'm') AND ${De} AND ${ht("pg_class","x.oid")}`,Qa=`SELECT 'column ' || a.attname || ' of ' || ${te},
      format('SELECT count(q) < 0 FROM (SELECT %s FROM ONLY %s LIMIT 1000) q', pg_get_expr(e.adbin, c.oid), ${te})
    FROM pg_attrdef e JOIN pg_attribute a ON a.attrelid = e.adrelid AND a.attnum = e.adnum
      JOIN pg_class c ON c.oid = e.adrelid ${Pe}
    WHERE a.attgenerated = 's' AND c.relkind = 'r' AND ${De} AND ${ht("pg_attrdef","e.oid")}`,Za=`SELECT 'materialized view ' || ${te},
      format('SELECT count(q) < 0 FROM (SELECT v FROM (%s) v LIMIT 1) q', rtrim(pg_get_viewdef(c.oid), ';'))
    FROM pg_class c ${Pe}
    WHERE c.relkind = 'm' AND c.relispopulated AND ${De} AND EXISTS (
      WITH RECURSIVE uses (id) AS (
        SELECT c.oid
        UNION
        SELECT d.refobjid FROM uses u JOIN pg_rewrite w ON w.ev_class = u.id
          JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
        WHERE d.refclassid = 'pg_class'::regclass
      )
      SELECT FROM uses u JOIN pg_class r ON r.oid = u.id LEFT JOIN pg_rewrite w ON w.ev_class = r.oid
      WHERE r.relkind = 'f' OR ${ht("pg_rewrite","w.oid")}
    )`,It=(e,t)=>`(SELECT string_agg(format('${t}.%I', a.attname), ', ' ORDER BY u.at)
        FROM unnest(k.${e}) WITH ORDINALITY u (number, at)
          JOIN pg_attribute a ON a.attrelid = ${t==="c"?"k.conrelid":"k.confrelid"} AND a.attnum = u.number)`,ei=`SELECT 'constraint ' || k.conname || ' of ' || ${te},
      format('SELECT EXISTS (SELECT FROM ONLY %s c WHERE num_nulls(%s) = 0 AND NOT EXISTS (SELECT FROM %s p WHERE (%s) = (%s)))',
        ${te}, ${It("conkey","c")}, (SELECT format('%I.%I', m.nspname, f.relname)
          FROM pg_class f JOIN pg_namespace m ON m.oid = f.relnamespace WHERE f.oid = k.confrelid),
        ${It("confkey","p")}, ${It("conkey","c")})
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${Pe}
    WHERE k.contype = 'f' AND k.convalidated AND c.relkind = 'r' AND ${De}
      AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled IN ('D', 'R'))`,Tn={kind:"not-restorable",asked:"inside",sql:`SELECT EXISTS (SELECT FROM pg_language WHERE lanname = 'plpgsql') AS has_plpgsql \\gset
\\if :has_plpgsql
  SET LOCAL search_path = '';
  SET LOCAL statement_timeout = '20s';
  SET LOCAL lock_timeout = '1s';
  DO $golive$
  DECLARE
    one record;
    broken bool;
    found jsonb := '[]';
  BEGIN
    FOR one IN ${[Xa,Ka,Qa,Za,ei].join(`
    UNION ALL
    `)}
    LOOP
      BEGIN
        EXECUTE one.sql INTO broken;
        IF broken THEN found := found || jsonb_build_object('name', one.name, 'state', '', 'said', ''); END IF;
      EXCEPTION
        WHEN query_canceled THEN EXIT;
        WHEN insufficient_privilege OR read_only_sql_transaction OR lock_not_available THEN NULL;
        WHEN OTHERS THEN
          found := found || jsonb_build_object('name', one.name, 'state', SQLSTATE, 'said', SQLERRM);
      END;
    END LOOP;
    PERFORM set_config('golive.found', found::text, true);
  END $golive$;
  SELECT jsonb_build_object('kind', 'not-restorable') || x FROM jsonb_array_elements(current_setting('golive.found')::jsonb) x;
  SET LOCAL statement_timeout = 0;
  SET LOCAL lock_timeout = '30s';
  SET LOCAL search_path = pg_catalog;
\\endif
`,problems:(e,{database:t})=>[{code:"db-not-restorable",what:n`a restored ${t} could not compute this with the rows that are there: \
${g(e,({name:o,...r})=>p(`${o} (${ti(r)})`,200))}`,mend:n`mend the rows, or let the function name its schemas (ALTER FUNCTION … SET search_path = …), or drop what is not used`}]};function ti({state:e,said:t}){return e===""?n`rows break it`:e.startsWith("42")||e.startsWith("3F")?t:e}var Ln=e=>`SELECT c.oid, pg_relation_filepath(c.oid) AS path, c.relnamespace, c.relname
  FROM ${e} WHERE c.relkind IN ('r', 'i', 'm', 't', 'S') AND c.relpersistence <> 't' AND NOT c.relisshared`,An="path IS NOT NULL AND (pg_stat_file(path, true)).size IS NULL",oi=`WITH folder AS (
  SELECT replace(d, '$libdir', (SELECT setting FROM pg_config() WHERE name = 'PKGLIBDIR')) AS path
  FROM unnest(string_to_array(current_setting('dynamic_library_path'), ':')) d
), library AS (
  SELECT DISTINCT p.probin AS name FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE l.lanname = 'c' AND p.oid >= 16384 AND p.probin IS NOT NULL
), candidate AS (
  SELECT l.name, CASE WHEN l.name ~ '^[$]libdir/' THEN f.path || substr(l.name, 8)
    WHEN l.name ~ '/' THEN l.name ELSE f.path || '/' || l.name END AS path
  FROM library l, folder f
)
SELECT jsonb_build_object('kind', 'file', 'part', 'library', 'name', c.name)
FROM candidate c, unnest(ARRAY['', '.so', '.dylib']) e (ending)
GROUP BY c.name
HAVING bool_and((pg_stat_file(c.path || e.ending, true)).size IS NULL)
ORDER BY c.name;
`,vn={kind:"file",asked:"inside",sql:`SELECT ${C} AS may \\gset
\\if :may
  SELECT coalesce(json_agg(oid), '[]') AS suspects FROM (${Ln("pg_class c")}) s WHERE ${An} \\gset
  SELECT jsonb_build_object('kind', 'file', 'part', 'relation', 'name', relnamespace::regnamespace || '.' || relname)
  FROM (${Ln("json_array_elements_text(:'suspects') o JOIN pg_class c ON c.oid = o::oid")}) s
  WHERE ${An} ORDER BY relname;
  ${oi}\\endif
`,problems:(e,{database:t})=>{let o=i=>e.filter(d=>d.part===i),[r,s]=[o("relation"),o("library")],a=[];return r.length>0&&a.push({code:"db-files-missing",what:n`the server has no files of these tables and indexes of ${t} any more: ${g(r,({name:i})=>p(i))}`,mend:n`mount what is not mounted (a tablespace's disk), or restore them from a backup; drop or REINDEX what is lost for good`}),s.length>0&&a.push({code:"db-library-missing",what:n`functions of ${t} are in libraries that the server does not have any more, and a dump of it \
could not be restored: ${g(s,({name:i})=>p(i))}`,mend:n`install their package again, or drop the functions`}),a}};var Pn={kind:"login-trigger",asked:"inside",sql:`SELECT json_build_object('kind', 'login-trigger', 'me', current_user, 'name', evtname)
FROM pg_event_trigger
WHERE evtevent = 'login' AND evtenabled IN ('O', 'A') AND current_setting('event_triggers', true) IS DISTINCT FROM 'off'
ORDER BY evtname;
`,problems:(e,{database:t})=>[{code:"db-login-trigger",what:n`triggers run at each login to ${t}, golive's too, and may change what is compared: \
${g(e,({name:o})=>p(o))}`,mend:n`as superuser: ALTER ROLE "${N(e)}" SET event_triggers = off`}]};var ri=[["pg_event_trigger","'event trigger ' || m.evtname","true"],["pg_foreign_data_wrapper","'foreign-data wrapper ' || m.fdwname","true"],["pg_am","'access method ' || m.amname","true"],["pg_opfamily","'operator family ' || m.opfname","true"],["pg_language","'language ' || m.lanname","NOT m.lanpltrusted"],["pg_ts_parser","'text search parser ' || m.prsname","true"],["pg_ts_template","'text search template ' || m.tmplname","true"],["pg_cast","'cast to ' || m.casttarget::regtype","m.castmethod = 'b'"],["pg_publication","'publication ' || m.pubname","m.puballtables"],["pg_proc","'function ' || m.proname",`(m.proleakproof OR NOT (SELECT lanpltrusted FROM pg_language WHERE oid = m.prolang) OR EXISTS (
      SELECT FROM unnest(m.proconfig) c JOIN pg_settings s ON s.name = split_part(c, '=', 1) WHERE s.context = 'superuser'
    ))`]],ni=([e,t,o])=>`SELECT ${t} AS name FROM ${e} m
  WHERE m.oid >= 16384 AND ${o} AND ${A(e,"m.oid")}
    AND NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = '${e}'::regclass AND d.objid = m.oid AND d.deptype = 'i'
    )`,si=`SELECT 'grants on ' || m.proname FROM pg_proc m
    LEFT JOIN pg_init_privs i ON i.classoid = 'pg_proc'::regclass AND i.objoid = m.oid AND i.objsubid = 0
  WHERE m.oid < 16384 AND m.proacl IS DISTINCT FROM i.initprivs
  UNION ALL
  SELECT 'grants on ' || m.relname FROM pg_class m
    LEFT JOIN pg_init_privs i ON i.classoid = 'pg_class'::regclass AND i.objoid = m.oid AND i.objsubid = 0
  WHERE m.oid < 16384 AND m.relnamespace = 'pg_catalog'::regnamespace AND m.relacl IS DISTINCT FROM i.initprivs`,Dn={kind:"superuser-only",asked:"inside",sql:`SELECT DISTINCT jsonb_build_object('kind', 'superuser-only', 'me', current_user, 'name', o.name)
FROM (
  ${[...ri.map(ni),si].join(`
  UNION ALL
  `)}
) o (name)
WHERE NOT ${C};
`,problems:(e,{database:t})=>{let o=g(e,({name:r})=>p(r));return[{code:"db-superuser-only",what:n`only a superuser may restore this of ${t}, and the role ${N(e)} is none: ${o}`,mend:n`let database.connection be a superuser's, or drop what is not used`}]}};var Ht="('pg_catalog'::regnamespace, 'information_schema'::regnamespace)",xn={kind:"system-schema",asked:"inside",sql:`SELECT jsonb_build_object('kind', 'system-schema', 'name', o.schema::regnamespace || '.' || o.name)
FROM (
  SELECT c.relnamespace, c.relname FROM pg_class c
  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relnamespace IN ${Ht}
    AND ${A("pg_class","c.oid")}
  UNION ALL
  SELECT p.pronamespace, p.proname FROM pg_proc p
  WHERE p.oid >= 16384 AND p.pronamespace IN ${Ht} AND ${A("pg_proc","p.oid")}
  UNION ALL
  SELECT o.oprnamespace, o.oprname FROM pg_operator o
  WHERE o.oid >= 16384 AND o.oprnamespace IN ${Ht} AND ${A("pg_operator","o.oid")}
) o (schema, name)
ORDER BY o.name;
`,problems:(e,{database:t})=>[{code:"db-in-system-schema",what:n`objects of ${t} lie in PostgreSQL's own schemas, where pg_dump leaves them out: \
${g(e,({name:o})=>p(o))}`,mend:n`move them to a schema of your own (ALTER … SET SCHEMA), or drop what is not used`}]};var Cn={kind:"constraint-triggers",asked:"inside",sql:`SELECT DISTINCT jsonb_build_object('kind', 'constraint-triggers', 'name', tgrelid::regclass::text)
FROM pg_trigger WHERE tgisinternal AND tgenabled <> 'O' AND tgrelid >= 16384;
`,problems:(e,{database:t})=>[{code:"db-foreign-keys-off",what:n`triggers of foreign keys and other constraints are switched off in ${t}, which pg_dump does not write: \
${g(e,({name:o})=>p(o))}`,mend:n`ALTER TABLE … ENABLE TRIGGER ALL; where rows break the key by now, mend them first`}]},xe="'information_schema'::regnamespace",ai=[{catalog:"pg_class",prefix:"rel",everybody:"SELECT",which:`m.relnamespace = ${xe}`},{catalog:"pg_proc",prefix:"pro",everybody:"EXECUTE",which:`m.pronamespace = ${xe}`},{catalog:"pg_type",prefix:"typ",everybody:"USAGE",which:`m.typnamespace = ${xe}`},{catalog:"pg_namespace",prefix:"nsp",everybody:"USAGE",which:`m.oid = ${xe}`}],ii=({catalog:e,prefix:t,everybody:o,which:r})=>`SELECT m.${t}name FROM ${e} m
  WHERE ${r} AND m.oid < 16384 AND m.${t}acl IS NOT NULL AND (
    SELECT bool_or(a.grantee NOT IN (0, m.${t}owner) OR (a.grantee = 0 AND a.privilege_type <> '${o}'))
      OR NOT bool_or(a.grantee = 0 AND a.privilege_type = '${o}')
    FROM aclexplode(m.${t}acl) a
  ) IS NOT FALSE`,In={kind:"system-grants",asked:"inside",sql:`SELECT jsonb_build_object('kind', 'system-grants', 'name', o.name)
FROM (
  ${ai.map(ii).join(`
  UNION ALL
  `)}
  UNION ALL
  SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = ${xe} AND c.oid < 16384 AND a.attacl IS NOT NULL
) o (name)
ORDER BY 1;
`,problems:(e,{database:t})=>[{code:"db-system-grants",what:n`grants of ${t} in information_schema were changed, which pg_dump does not write: \
${g(e,({name:o})=>p(o))}`,mend:n`give back what was taken (GRANT SELECT … TO PUBLIC), and let roles read by a view in a schema of your own`}]};var Hn={kind:"limit",asked:"server",sql:`WITH me AS (SELECT oid, rolsuper, rolconnlimit FROM pg_roles WHERE rolname = session_user),
  others AS (
    SELECT count(*) AS all, count(*) FILTER (WHERE usesysid = (SELECT oid FROM me)) AS mine
    FROM pg_stat_activity
    WHERE usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'
      AND datname IS DISTINCT FROM :'name' AND pid <> pg_backend_pid() AND application_name <> 'golive'
      AND pid NOT IN (SELECT pid FROM pg_stat_replication)
  ),
  reserve AS (
    SELECT sum(setting::int) AS kept FROM pg_settings
    WHERE name IN ('superuser_reserved_connections', 'reserved_connections')
  ),
  limits (of, "limit", used) AS (
    SELECT 'database', d.datconnlimit, 0 FROM pg_database d, me
    WHERE d.datname = :'name' AND d.datconnlimit >= 0 AND NOT me.rolsuper
    UNION ALL
    SELECT 'role', me.rolconnlimit, others.mine FROM me, others WHERE me.rolconnlimit >= 0 AND NOT me.rolsuper
    UNION ALL
    SELECT 'server', current_setting('max_connections')::int - CASE WHEN me.rolsuper THEN 0 ELSE reserve.kept END, others.all
    FROM me, others, reserve
  )
SELECT json_build_object(
  'kind', 'limit', 'of', of, 'me', session_user, 'limit', "limit", 'used', used, 'needed', :'jobs'::int + 3
)
FROM limits WHERE used + :'jobs'::int + 3 > "limit";
`,problems:(e,{database:t})=>e.map(o=>({code:"db-connection-limit",...di(o,t)}))};function di({of:e,me:t,limit:o,needed:r,used:s},a){let i=p(t);switch(e){case"database":return{what:n`${a} takes ${o} connections at once, and golive's dump needs ${r}`,mend:n`ALTER DATABASE "${a}" CONNECTION LIMIT ${r}, or fewer database.backup.jobs`};case"role":return{what:n`the role ${i} may have ${o} connections at once, ${s} of them are in use elsewhere, and \
golive's dump needs ${r}`,mend:n`as superuser: ALTER ROLE "${i}" CONNECTION LIMIT ${s+r}; or fewer database.backup.jobs`};case"server":return{what:n`the server takes ${o} connections of such a role, ${s} of them are in use for other databases, \
and golive's dump needs ${r}`,mend:n`raise max_connections and restart PostgreSQL, or close what is not needed; or fewer database.backup.jobs`}}}var Mn={kind:"locks",asked:"inside",sql:`WITH room AS (
    SELECT current_setting('max_locks_per_transaction')::int AS now, ${At} AS slots, ${ft} AS needed,
      (SELECT count(DISTINCT (locktype, database, relation, classid, objid, objsubid, virtualxid, transactionid))
        FROM pg_locks WHERE NOT fastpath AND pid <> pg_backend_pid()) AS used
  )
SELECT json_build_object(
  'kind', 'locks', 'needed', needed, 'used', used, 'room', now * slots, 'now', now,
  'wanted', ceil((needed + used) / slots::numeric / 64) * 64
)
FROM room WHERE needed + used > now * slots;
`,problems:(e,{database:t})=>e.map(({needed:o,used:r,room:s,now:a,wanted:i})=>({code:"db-lock-room",what:n`a dump of ${t} locks ${o} tables, sequences and views at once, and the server has room for \
${s} locks, ${r} of them in use`,mend:n`ALTER SYSTEM SET max_locks_per_transaction = ${i} (it is ${a}), and restart PostgreSQL`}))};var Fn={kind:"session-setting",asked:"inside",sql:`SELECT json_build_object('kind', 'session-setting', 'name', name, 'value', setting)
FROM pg_settings
WHERE (name IN ('statement_timeout', 'idle_in_transaction_session_timeout') AND setting <> '0')
  OR (name IN ('default_transaction_read_only', 'default_transaction_deferrable') AND setting = 'on')
  OR (name = 'default_transaction_isolation' AND setting = 'serializable')
ORDER BY name;
`,problems:e=>[{code:"db-options-lost",what:n`golive's own settings do not reach the server, as a service file with options= goes before them, and it \
would be stopped by: ${g(e,({name:t,value:o})=>p(`${t} = ${o}`))}`,mend:n`take options= out of that entry of pg_service.conf, or name host, port and user in database.connection`}]};var jn={kind:"worker",asked:"server",sql:`SELECT json_build_object(
  'kind', 'worker', 'me', current_user, 'type', a.backend_type,
  'ends', ${C} OR (${pt}),
  'comesBack', a.backend_type <> 'pg_cron launcher'
    OR EXISTS (SELECT FROM pg_settings WHERE name = 'cron.launch_active_jobs')
)
FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
WHERE a.datname = :'name' AND a.backend_type NOT IN ('client backend', 'parallel worker', 'walsender')
  AND a.backend_type !~ '^logical replication'
ORDER BY a.backend_type;
`,problems:(e,{database:t,copy:o,closed:r=!0})=>{if(!r)return[];let s=c=>g(c,({type:m})=>p(m)),a=e.filter(({ends:c})=>!c),i=e.filter(({ends:c,comesBack:m})=>c&&!m),d=[];return a.length>0&&d.push({code:"db-worker",what:n`background workers hold ${t} open, so that it can neither be cloned nor renamed, and the role \
${N(e)} may not end them: ${s(a)}`,mend:n`let database.connection be a superuser's, or give the worker another database (pg_cron: \
cron.database_name = 'postgres', and cron.schedule_in_database)`}),o&&i.length>0&&d.push({code:"db-worker-not-back",what:n`background workers would have to be ended for the rollback copy of ${t}, and would not start \
again before PostgreSQL does: ${s(i)}`,mend:n`do without the rollback copy (database.backup.copy: false), or give the worker another database \
(cron.database_name = 'postgres', and cron.schedule_in_database), or install pg_cron 1.6 or newer`}),d}};var Mt=[Nn,Rn,yn,wn,jn,Hn,On,En,fn,hn,kn,bn,gn,_n,$n,Sn,Fn,Mn,un,vn,xn,Cn,In,Dn,Pn,Tn];async function qn(e,t,{names:o,transactionSeconds:r}){let s={name:t.name,names:JSON.stringify(o),seconds:String(r),jobs:String(t.backup.jobs)},a=await e.run(_(t,E(t),Wn("server"),{variables:s,timeoutSeconds:120})),i=_(t,t.name,Wn("inside"),{variables:s,timeoutSeconds:300}),d=await e.attempt(i),c=me(`${a.stdout}
${d.code===0?d.stdout:""}`),m={database:t.name,closed:bt(t),provided:ne(t),copy:t.backup.copy===!0},b=Mt.flatMap(({kind:y,problems:v})=>{let $=c.filter(I=>I.kind===y);return $.length===0?[]:v($,m)}),h=d.code===0?[]:[await ci(e,t,i,d)];return[...b,...h].map(y=>({...y,where:e.name}))}function Wn(e){return`BEGIN TRANSACTION READ ONLY;
SET LOCAL search_path = pg_catalog;
${Mt.filter(({asked:o})=>o===e).map(({sql:o})=>o).join("")}COMMIT;
`}async function ci(e,{name:t},o,r){let s=await oe(e,o,r);return r.code!==2?{code:"db-not-looked-at",what:n`the look at ${t} failed, so that it is not known what is in the launch's way there: ${s}`,mend:n`try again; look in the server's log what it says there`}:{code:"db-closed",what:n`the database ${t} does not let golive in: ${s}`,mend:n`as superuser: ALTER DATABASE "${t}" ALLOW_CONNECTIONS true; and GRANT CONNECT ON DATABASE "${t}" \
to the role of database.connection`}}var mi=`BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER DATABASE :"name" ALLOW_CONNECTIONS true;
ROLLBACK;
`;async function Bn(e,t){let o=_(t,E(t),mi,{variables:{name:t.name},timeoutSeconds:60}),r=await e.attempt(o);return r.code===0?[]:[{code:"db-doors-refused",what:n`the server does not let golive close ${t.name} to everybody, so it can be neither cloned nor renamed: \
${await oe(e,o,r)}`,mend:n`set backup.copy: false and name database.switch: the way back is then a database beside, and nothing is \
closed (docs/managed-databases.md)`}]}var li=`ask() { psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -d "$GOLIVE_MAINTENANCE" "$@"; }
ask -v "mark=$1" -f - && ask -c "SELECT 'after', pg_backend_pid(), coalesce(current_setting('golive.look', true), '')"`,Ft="pg_backend_pid(), coalesce(current_setting('golive.look', true), '')",pi=`SELECT set_config('golive.look', :'mark', false) \\g /dev/null
SELECT 'first', ${Ft};
\\! psql -X -q -A -t --no-password -d "$GOLIVE_MAINTENANCE" -c "SELECT 'beside', ${Ft}"
SELECT 'still', ${Ft};
`;async function Un(e,t){let o=`look-${process.hrtime.bigint()}`,r=q(t,li,[o],{stdin:pi,timeoutSeconds:60}),{code:s,stdout:a}=await e.attempt(r);if(s!==0)return null;let i=new Map(a.split(`
`).map(y=>[y.split("|")[0]??"",y.slice(y.indexOf("|")+1)])),[d,c,m,b]=["first","beside","still","after"].map(y=>i.get(y));if(d===void 0||c===void 0||b===void 0)return null;let h=y=>y.split("|")[0];return!d.endsWith(o)||d!==m||c.endsWith(o)||h(c)===h(d)?"transaction":b.endsWith(o)||h(b)===h(d)?"session":"none"}function zn(e,t,o){let r=e.connection.pooler==="session";return!r&&!o?[jt(n`drops the settings that golive asks for`)]:t==="transaction"?[fi(r)]:[]}function jt(e){return{code:"db-pooler",what:n`database.connection leads to a pooler such as pgbouncer, which ${e}: snapshots and settings of a \
session do not survive there`,mend:n`name the address and port of PostgreSQL itself in database.connection; where the provider has none, one in \
session mode, with database.connection.pooler: session (docs/managed-databases.md)`}}function fi(e){let t=e?n` in spite of database.connection.pooler: session`:"";return{code:"db-pooler-transaction",what:n`database.connection leads to a pooler in transaction mode${t}: locks, settings and snapshots of a session \
are lost there between two statements`,mend:n`name the address and port of PostgreSQL itself in database.connection, or of a pooler in session mode; \
docs/managed-databases.md has those of providers`}}async function Gn(e,t,o){let s=(await Promise.all(o.map(d=>ui(e,t,d)))).flatMap(d=>d===null?[]:[d]),[a]=s;if(a===void 0)return[];let i=s.map(({name:d})=>p(d)).join(", ");return[{code:"db-side-shut-out",what:n`the server would not let golive into the databases that the launch makes beside ${t.name} (${i}): ${a.said}`,mend:n`let its role into them in pg_hba.conf, by "all" or by their names, and reload it: SELECT pg_reload_conf()`}]}async function ui(e,t,o){let r=_(t,bi(o),"SELECT 1",{timeoutSeconds:60}),s=await e.attempt(r),a=s.stderr.includes(`"${o}"`)&&!s.stderr.includes("pg_hba.conf");return s.code===0||a?null:{name:o,said:await oe(e,r,s)}}var bi=e=>`dbname='${e.replaceAll("\\","\\\\").replaceAll("'","\\'")}'`;var gi=e=>new RegExp(`permission denied for database "${e}"|database "${e}" does not exist|database "${e}" is not currently accepting|no pg_hba\\.conf entry for .* database "${e}"|pg_hba\\.conf rejects connection for .* database "${e}"`),hi=`SELECT datname FROM pg_database
WHERE datallowconn AND datname <> :'name' AND datname <> :'closed' AND has_database_privilege(oid, 'CONNECT')
ORDER BY datname = 'template1', datname`;async function Jn(e,t,{stderr:o}){let r=E(t);if(!gi(r.replaceAll("$","\\$")).test(o))return null;let s={name:t.name,closed:r},i=(await e.attempt(_(t,t.name,hi,{variables:s,timeoutSeconds:60}))).stdout.split(`
`).filter(c=>c!==""),d=i.length===0?n`there is none beside the service's own: with database.switch and backup.copy: false that one does`:n`it may connect to: ${g(i,c=>p(c))}`;return{code:"db-maintenance-closed",what:n`the role of database.connection is not let into the database ${r}, which questions about the server \
are asked in`,mend:n`name another one in database.maintenance, best not the service's own; ${d}`}}function yi(e){let t=`dbname='${E(e)}'`;return e.connection.pooler?t:`${t} options='${ro.replaceAll("\\","\\\\")}'`}var Ei=`BEGIN TRANSACTION READ ONLY;
SELECT json_build_object(
  'kind', 'server',
  'number', current_setting('server_version_num')::int,
  'version', current_setting('server_version'),
  'role', rolname, 'superuser', rolsuper, 'createdb', rolcreatedb,
  'standby', pg_is_in_recovery(),
  'direct', (SELECT source = 'client' FROM pg_settings WHERE name = 'lock_timeout')
)
FROM pg_roles WHERE rolname = current_user;
SELECT json_build_object(
  'kind', 'database',
  'name', datname,
  'owner', pg_get_userbyid(datdba),
  'invalid', datconnlimit = -2,
  'owned', pg_has_role(datdba, 'USAGE') AND pg_has_role(datdba, ${lt}),
  'bytes', CASE
    WHEN datname = :'name' AND has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0
  END
)
FROM pg_database WHERE NOT datistemplate OR datname = :'name' ORDER BY datname;
COMMIT;
`;function Yn(e){return _(e,yi(e),Ei,{variables:{name:e.name},timeoutSeconds:60})}function Vn(e){let t=me(e);return{server:ke(t,"server")[0],databases:ke(t,"database")}}var wi=new RegExp(["unsupported (options )?startup parameter","no such (database|user)\\b","not allowed$","bouncer config error","server_login_retry","query_wait_timeout","max_client_conn","statement pooling mode"].join("|"),"m");async function Xn(e,t,o,r){let s=await Jn(e,t,r);if(s!==null)return s;let a=await oe(e,o,r);return wi.test(r.stderr)?jt(n`refuses it (${a.replace(/^.*FATAL: */,"")})`):{code:"db-unreachable",what:n`PostgreSQL does not answer: ${a}`,mend:n`check database.connection and database.run-as in the plan, on that host: psql -d ${E(t)}`}}function Kn(e,t){let o=t.map(({name:s})=>s).filter(s=>s!==E(e)),r=Yt(e.name,o);return{code:"db-missing",what:n`there is no database "${e.name}"`,mend:r?n`did you mean "${r}"? Change database.name in the plan`:n`change database.name in the plan; there are: ${o.join(", ")}`}}function Qn({name:e}){return{code:"db-invalid",what:n`the database ${e} is invalid: dropping it was broken off, and nobody can connect to it any more`,mend:n`restore it from a backup under another name, then drop this one and rename the other`}}function Zn({number:e,version:t,standby:o}){let r=[];return o&&r.push({code:"db-standby",what:n`this server is a replica, which can be neither cloned nor restored on`,mend:n`name the primary in database.connection, and its machine in database.host`}),e<13e4&&r.push({code:"db-too-old",what:n`PostgreSQL ${t} is too old`,mend:n`golive needs version 13 or newer`}),r}function es(e,{role:t,superuser:o,createdb:r},{owner:s,owned:a}){if(o)return[];let i=[];return!r&&!ne(e)&&i.push({code:"db-no-createdb",what:n`the role ${t} may not create databases, so no dump can be proved and nothing put back`,mend:n`where a provider makes the databases: database.switch (docs/managed-databases.md); as superuser: ALTER \
ROLE "${t}" CREATEDB`}),a||i.push({code:"db-not-owner",what:n`the role ${t} is not a member of the owner of ${e.name}, or does not inherit its rights`,mend:n`as superuser: GRANT "${s}" TO "${t}"; ALTER ROLE "${t}" INHERIT`}),i}var ki='for p; do\n  v=$("$p" --version 2>/dev/null) && echo "${p##*/}|${v#*) }" || echo "${p##*/}|"\ndone';async function ts(e,t){let o=["psql","pg_dump","pg_restore"].map(a=>t.programs===void 0?a:`${t.programs}/${a}`),{stdout:r}=await e.attempt(q(t,ki,o,{timeoutSeconds:60})),s=[...r.matchAll(/^(\w+)\|(\d*)/gm)].map(([,a="",i=""])=>({name:a,version:i}));return{missing:s.flatMap(({name:a,version:i})=>i===""?[a]:[]),versions:new Map(s.flatMap(({name:a,version:i})=>i===""?[]:[[a,Number(i)]]))}}function _i(e,t){return e===t?!0:e>t&&t>=13&&(e<17||t>=17)}function Wt({missing:e,versions:t},o){if(e.length>0)return[{code:"db-tools-missing",what:n`${e.join(", ")} ${e.length===1?"is":"are"} missing`,mend:n`install the PostgreSQL client programs there, or name their folder in database.programs`}];if(o===null)return[];let r=Math.floor(o/1e4),s=["pg_dump","pg_restore"].filter(i=>!_i(t.get(i)??r,r));if((t.get("pg_restore")??r)<(t.get("pg_dump")??r)&&s.push("pg_restore"),s.length===0)return[];let a=[...new Set(s)].map(i=>n`${i} is of version ${t.get(i)}`).join(", ");return[{code:"db-version-mismatch",what:n`${a}, the server of ${r}`,mend:n`install postgresql-client-${r} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${r}/bin)`}]}var os=.2;async function qt(e,t,{bytes:o,serverVersion:r},{copy:s,elsewhere:a=!1}={copy:!1}){let i=a?await vr(e,t,o):await mt(e,t,o),d=[await $i(e,t,o)],c=[],m=Si(s,r);for(let $ of await Promise.all(i.map(I=>Oi(e,t,I,m))))$.some(({disk:I})=>I===null)?c.push(Ri($)):d.push(...$);a||d.push(...await Ni(e,t,o));let h=[...new Set(d.map(rs))].map($=>Ti(e,t,d.filter(I=>rs(I)===$))),y=i.flatMap(({tablespace:$,path:I,bytes:yt})=>$===null?[]:[n`tablespace ${$} holds ${k(yt)} of it at ${I}`]),v=[...h.map(({text:$})=>$),...c,...y];return{problems:h.flatMap(({problem:$})=>$??[]),note:v.join("; ")}}var rs=({disk:e})=>e?.device??"";async function $i(e,t,o){let r=t.backup.directory;return{purpose:"dump",label:n`the dump`,path:r,bytes:o,disk:await _e(e,t,r,{climb:!0})}}function Si(e,t){return e?Number.parseInt(t,10)>=18?"sharing":"copied":"none"}async function Oi(e,t,{tablespace:o,path:r,bytes:s},a){let i={path:r??"",disk:r===null?null:await _e(e,t,r,{climb:!1})},d=o===null?"":n` in tablespace ${o}`,c={purpose:"proof",label:n`the restored proof${d}`,bytes:s,...i};if(a==="none")return[c];let m=Math.ceil(s*(a==="sharing"&&i.disk?.shares===!0?os:1+os));return[c,{purpose:"copy",label:n`the rollback copy${d}`,bytes:m,...i}]}async function Ni(e,t,o){let r=await Ar(e,t),s=r?.path==null?null:await _e(e,t,r.path,{climb:!1});return r===null||s===null?[]:[{purpose:"log",label:n`the write-ahead log that ${r.by} holds`,path:r.path??"",bytes:o,disk:s}]}function Ri(e){let t=e.map(({label:r})=>r).join(n` and `),o=e[0]?.path??"";return n`room for ${t} could not be looked at${o===""?"":` (${o})`}`}function Ti(e,t,o){let r=t.backup.leastFree*1024*1024,s=o.reduce((b,{bytes:h})=>b+h,r),a=o[0]?.disk?.bytes??0,i=Li(o.map(({label:b,bytes:h})=>`${b} (${k(h)})`)),d=n`${k(a)} free for ${i}, ${k(s)} needed`;if(a>=s)return{text:d,problem:null};let c=[...new Set(o.map(({path:b})=>b))],m=r>0?n` with ${k(r)} to stay free`:"";return{text:d,problem:{code:"db-no-room",what:`${d}${m}`,where:`${e.name}:${c.join(", ")}`,mend:Ai(t,o,c).join(n`, or `)}}}function Li(e){return e.length>1?n`${e.slice(0,-1).join(", ")} and ${e.at(-1)}`:e[0]}function Ai(e,t,o){let r=[n`make room`];return o.includes(e.backup.directory)&&r.push(n`choose another database.backup.directory`),t.some(({purpose:s})=>s==="log")&&r.push(n`drop the slot or mend archive_command`),t.some(({purpose:s})=>s==="copy")&&r.push(n`do without the rollback copy (database.backup.copy: false)`),r}async function ns(e,t,o=[],r=300){let s=Yn(t),[a,i]=await Promise.all([ts(e,t),e.attempt(s)]),d=Se=>Se.map(Et=>({...Et,where:e.name}));if(i.code!==0){let Se=Wt(a,null),Et=a.missing.includes("psql")?[]:[await Xn(e,t,s,i)];return{problems:d([...Se,...Et]),facts:null}}let{server:c,databases:m}=Vn(i.stdout);if(c===void 0)throw new Ie(n`psql printed no facts about the server`);let b=zn(t,await Un(e,t),c.direct),h=[...Wt(a,c.number),...b,...Zn(c)],y=m.find(({name:Se})=>Se===t.name);if(y===void 0)return{problems:d([...h,Kn(t,m)]),facts:null};if(y.invalid)return{problems:d([...h,Qn(t)]),facts:null};let v=es(t,c,y),$=bt(t)&&y.owned&&!c.superuser&&!c.standby?await Bn(e,t):[],I=await qn(e,t,{names:o,transactionSeconds:r}),yt=c.direct&&!ne(t)?await Gn(e,t,o):[];return{problems:d([...h,...v,...$,...I,...yt]),facts:{bytes:y.bytes,serverVersion:c.version}}}var vi=["copy","restored","failed","proof"];async function ss(e,{hosts:t,journal:o},r){let s=f(e),a=t.get(s.host),i=vi.map(v=>V(s,v,r)),{problems:d,facts:c}=await ns(a,s,i);if(c===null)return[{step:le.id,problems:d}];let m=await Pi(a,s,await o.read()),b=await Di(a,s),h=[...d,...m,...b,...await io(s,t)],y=s.backup.copy===!0;return[{step:le.id,problems:h,note:xi(s,c)},{step:Be.id,...await qt(a,s,c,{copy:y})}]}async function Pi(e,t,o){let r=await B(e,t,t.name),s=o.findLast(i=>i.kind==="step"&&i.step===R.id&&i.facts?.failed===r),a=s?.kind==="step"?s.facts?.uses:void 0;return typeof a!="string"?[]:[{code:"db-changed-over",what:n`the last way back let the service change over to the database ${a}, and the plan still names ${t.name}`,where:e.name,mend:n`name ${a} in database.name of the plan`}]}async function Di(e,t){let{pgbackrest:o}=t.backup;return o?ln(e,t,o):[]}function xi(e,{serverVersion:t,bytes:o}){return`${n`${e.name}, PostgreSQL ${t}, ${k(o)}`}; ${pn(e)}`}async function as(e,t,o){let r=await e.attempt(_(t,o,`ANALYZE;
`,{timeoutSeconds:3600}));return r.code===0&&!r.timedOut?r.seconds:null}var Ci=`SELECT EXISTS (SELECT FROM pg_database WHERE datname = :'kept') AS taken,
  NOT EXISTS (SELECT FROM pg_database WHERE datname = :'beside') AS gone,
  EXISTS (SELECT FROM pg_database WHERE datname = :'current' AND datistemplate) AS template \\gset
\\if :taken
  \\echo taken
  \\quit
\\endif
\\if :gone
  \\echo gone
  \\quit
\\endif
`,Ii=`BEGIN;
ALTER DATABASE :"current" RENAME TO :"kept";
\\if :ERROR
\\else
  ALTER DATABASE :"beside" RENAME TO :"current";
\\endif
\\if :ERROR
  ROLLBACK;
\\else
  COMMIT;
  \\set done true
\\endif
`,Hi=`ALTER DATABASE :"kept" ALLOW_CONNECTIONS true;
  \\if :template
    ALTER DATABASE :"current" IS_TEMPLATE true;
    ALTER DATABASE :"kept" IS_TEMPLATE false;
  \\endif
`;async function is(e,t,o,r){let{stdout:s,gone:a}=await dt(e,t,{before:Ci,work:Ii,after:Hi,variables:{kept:r},beside:o});if(s.startsWith("taken"))throw new l({code:"db-kept-name-taken",what:n`a database ${r} is there already`,where:e.name,mend:n`it is what an earlier rollback kept; rename or drop it yourself, then run again`});if(s.startsWith("gone"))throw new l({code:"db-restored-gone",what:n`the restored database ${o} is gone`,where:e.name,mend:n`run the rollback again`});return{gone:a}}async function ds(e){let t=Ue(e),{replacement:o,snapshot:r}=R.facts(e.state());if(t===null||typeof o=="string")return{restored:null,instead:null};try{return r!==t.name&&await Mi(e,t),{restored:Fi(t),instead:null}}catch(s){if(!(s instanceof l)||!fe(e)||e.signal.aborted)throw s;return e.log.warn(n`the dump is the way back: ${M(s)}`),{restored:null,instead:n`not by the snapshot (${M(s)})`}}}async function Mi(e,t){let o=f(e.plan),r=u(e);await rn(r,o,t);let s=w(e),{source:a}=await X(r,o,s,H(e));await se(r,o,{database:o.name,source:a,directory:s}),await e.record({kind:"step",step:R.id,status:"started",facts:{snapshot:t.name}})}function Fi({name:e}){return{note:n`the provider put the database back to its snapshot ${e}, and contents and schema are the same as when \
the site closed; of the failed one only what was set aside is left`,facts:{snapshot:e}}}var ms={id:ae.id,holds:async e=>!J(e.state())||await Ut(e),async run(e){let{plan:t}=e;return J(e.state())?Q({plan:f(t),hosts:e.hosts,rest:"refuse"},async()=>(await K(u(e),f(t)),Do(e))):{skipped:!0,note:n`no migration ran, so the database stays and nothing has to be set aside`}}},Bt={id:R.id,async run(e){let t=u(e),o=f(e.plan);if(await x(t,o),!J(e.state()))return await Oe(o,e.hosts),{skipped:!0,note:n`no migration ran, so the database stays as it is`};let{restored:r,instead:s}=await ds(e);return r??await ji(e,s)},still:async e=>!J(e.state())||await Ut(e)};async function ji(e,t){let{release:o}=e,r=f(e.plan),s=u(e),a=no(r.name,"failed",o.id),i=[];if(await Ut(e))await Oe(r,e.hosts);else{let{name:b,analyzed:h}=await qi(e);await e.record({kind:"step",step:R.id,status:"started",facts:{replacement:await B(s,r,b),failed:await B(s,r,r.name),...r.switch?{uses:b}:{},...h===void 0?{}:{analyzed:h}}}),r.switch?await x(s,r,b):i=await Wi(e,b,a)}let d=t===null?"":`${t}; `,{uses:c}=R.facts(e.state());if(typeof c=="string"){let b=n`as it was when the site closed, the database is ${c}, which the service is let use next; the failed \
one stays as ${r.name}. Name ${c} in database.name of the plan before the next launch`;return{note:`${d}${b}${cs(e,c)}`,facts:{kept:r.name,uses:c}}}let m=n`the database is as it was when the site closed; the failed one is kept as ${a}`;return{note:`${d}${m}${cs(e)}${ct(i)}`,facts:{kept:a}}}function cs(e,t=f(e.plan).name){let{analyzed:o}=R.facts(e.state());return o===void 0?"":o===null?n`; the statistics could not be made: run ANALYZE in ${t}, queries are slow until then`:n`; the statistics were made anew in ${z(o)}`}async function Wi(e,t,o){let r=f(e.plan),s={plan:r,hosts:e.hosts,rest:"end"},{gone:a}=await Q(s,()=>is(u(e),r,t,o));return a}async function Ut(e){let{replacement:t,uses:o,snapshot:r}=R.facts(e.state());if(typeof r=="string")return!0;let s=f(e.plan);return typeof t=="string"&&t===await B(u(e),s,o??s.name)}async function qi(e){let t=f(e.plan),o=u(e),r=pe(e);if(r!==null&&await B(o,t,r.name)===r.oid)return{name:r.name};if(!fe(e))throw new l({code:"rollback-copy-gone",what:n`the rollback copy ${r?.name??""} is gone, and no dump is proved`,where:o.name,mend:n`nothing was changed; look for the copy under another name (psql --list), or restore from another backup`});if(t.backup.pgbackrest)throw new l({code:"rollback-copy-gone-cluster",what:n`the rollback copy ${r?.name??""} is gone, and pgBackRest's backup is of the whole server`,where:o.name,mend:n`nothing was changed; docs/pgbackrest.md says how to go back with it`});let s=V(t,"restored",e.release.id),{source:a}=await X(o,t,w(e),H(e));return await Ze(o,t,w(e),s),await se(o,t,{database:s,source:a,directory:w(e)}),{name:s,analyzed:await as(o,t,s)}}var Bi="SELECT pg_database_size(oid) FROM pg_database WHERE datname = :'name'",ls={findings:ss,byDay:e=>f(e).switch?.create?[cn]:[],async bytes(e){let t=f(e.plan),[[o="0"]=[]]=await D(u(e),t,{database:E(t),sql:Bi,variables:{name:t.name}});return Number(o)},backup(e){let{copy:t,dump:o,pgbackrest:r}=f(e.plan).backup,s=r?Or(r):[Vr,Xr,Kr,en],a=o==="after-migration"&&!zi(e);return[...Ui(t),...a?[]:s]},openingMark:e=>yo(u(e),f(e.plan)),wayBack:e=>nt(e)?[ms,Bt]:[Bt],async letIn(e,t,o){let r=f(e);await x(t.get(r.host),r),await Oe(r,t).catch(s=>o.warn(Jt(s)))}};function Ui(e){return e==="snapshot"?[sn]:e?[nn]:[]}function zi(e){let t=G.on(to(e.plan)).state(e.state())?.status;return t==="done"||t==="skipped"}var Gi={postgresql:ls,commands:ar,none:ir};function Rh({database:e}){return Gi[e.engine]}export{Co as a,et as b,we as c,$r as d,me as e,ke as f,Ir as g,A as h,vt as i,Jr as j,qt as k,ns as l,Rh as m};
