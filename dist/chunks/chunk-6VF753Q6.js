import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{D as ne,Ja as se,N as oe,P as re,ab as ie,db as ae,ib as de}from"./chunk-M5XROXD5.js";import{a as b,b as g,g as ee,k as s,n as f,o as L,p as v,q as te,s as D,v as k}from"./chunk-ASVCTD4D.js";function ce(e){return{verdict:it(e.map(({verdict:t})=>t)),evidence:e.map(({what:t})=>t).join("; ")}}var le=["pass","inconclusive","error","fail"];function it(e){return e.length===0?"inconclusive":e.reduce((t,n)=>le.indexOf(n)>le.indexOf(t)?n:t)}import{request as at}from"node:http";import{request as dt}from"node:https";var sn="X-Golive-Bypass";function ue({status:e,headers:t,body:n},{header:o,pageText:r}){return e===503&&(r===void 0?t[o.toLowerCase()]!==void 0:n.includes(r))}function me(e,{address:t,timeoutSeconds:n=5,headers:o={}}={}){let r=new URL(e),i=r.protocol==="https:",a=t===void 0?null:new URL(`${r.protocol}//${t}`),l=Date.now();return new Promise(c=>{let d=p=>c({...p,seconds:(Date.now()-l)/1e3}),u=p=>d({status:0,headers:{},body:"",error:p.code??s`no connection`}),m=(i?dt:at)({host:(a??r).hostname.replace(/^\[|\]$/g,""),port:a?.port||r.port||(i?443:80),path:`${r.pathname}${r.search}`,headers:{host:r.host,"user-agent":"golive","cache-control":"no-cache",...o},servername:i?r.hostname:void 0,agent:!1,timeout:n*1e3},p=>{let h="";p.setEncoding("utf8"),p.on("data",C=>{h.length<1048576&&(h+=C)}),p.on("end",()=>d({status:p.statusCode??0,headers:lt(p.headers),body:h})),p.on("error",u)});m.on("timeout",()=>m.destroy(Object.assign(new Error(s`timed out`),{code:s`no answer within ${n} s`}))),m.on("error",u),setTimeout(()=>m.destroy(Object.assign(new Error(s`timed out`),{code:s`no whole answer within ${n*2} s`})),n*2e3).unref(),m.end()})}function lt(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,Array.isArray(n)?n.join(", "):n??""]))}var ct={"in-place":["deploy.fetch"],releases:["deploy.fetch","deploy.build"]},fe={"in-place":["deploy.keep","deploy.checkout","deploy.environment"],releases:["deploy.keep"]},ut=["before-migrate","deploy.migrate","after-migrate"],pe={"in-place":[],releases:["deploy.switch"]},he=["deploy.static","before-start","deploy.start","deploy.health","after-start"];function dn(e){let{strategy:t,hosts:n}=e.deploy,o=ye(e),r=n.filter(l=>l!==o),i=(l,c)=>({lanes:l.map(d=>c.flatMap(u=>mt(e,u,d)))}),a=[...fe[t],...pe[t],...he];return[i([o,...r],ct[t]),i([o],[...fe[t],...ut,...pe[t],...he]),...ft(r,e.deploy.batch).map(l=>i(l,a))]}function mt(e,t,n){return t==="deploy.start"?e.services.hosts.includes(n)?[{id:`${t}@${n}`,part:t,host:n}]:[]:t==="deploy.health"?pt(e).includes(n)?[{id:`${t}@${n}`,part:t,host:n}]:[]:t==="deploy.keep"&&e.deploy.keep.length===0?[]:t.startsWith("deploy.")?[{id:`${t}@${n}`,part:t,host:n}]:e.deploy.steps.filter(o=>o.when===t&&G(e,o).includes(n)).map(o=>({id:`deploy.step-${o.id}@${n}`,part:t,host:n,own:o}))}function G(e,{when:t,hosts:n}){return n!==void 0?n:t==="before-migrate"||t==="after-migrate"?[ye(e)]:e.deploy.hosts}function ft(e,t){return Array.from({length:Math.ceil(e.length/t)},(n,o)=>e.slice(o*t,(o+1)*t))}function pt({health:e,services:t}){return e.hosts??t.hosts}function ye(e){return e.deploy.migrateOn??e.deploy.hosts[0]??""}var N=`id_of() { systemctl show --property=Id --value -- "$1"; }
held_by() {
  o=$(busctl call org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager LoadUnit s "$1") || return 1
  o=\${o#o \\"}; o=\${o%\\"}
  c=$(busctl get-property org.freedesktop.systemd1 "$o" org.freedesktop.systemd1.Unit Conditions) || return 1
  case "$c" in *"\\"ConditionPathExists\\" false true \\"$2\\""*) ;; *) return 1 ;; esac
}
d=$1; shift`,ht=`text=$(cat)
${N}
for u; do
  id=$(id_of "$u") && held_by "$id" "$d/$id" 2>/dev/null || continue
  mkdir -p -- "$d" && printf '%s\\n' "$text" > "$d/$id" && sync "$d/$id" "$d" || exit 1
done`,yt=`${N}
for u; do
  id=$(id_of "$u") || id=
  for f in "$d/\${id:-$u}" "$d/$u"; do [ ! -e "$f" ] || { rm -f -- "$f" && sync "$d"; } || exit 1; done
done`,gt=`${N}
for u; do
  id=$(id_of "$u") || id=
  if [ -e "$d/\${id:-$u}" ] || [ -e "$d/$u" ]; then printf '%s\\n' "$u"; fi
done`,wt=`${N}
for u; do
  id=$(id_of "$u") || continue
  if held_by "$id" "$d/$id" 2>/dev/null; then echo "held $u"; held=yes
  else echo "bare $u $(systemctl show --property=UnitFileState --value -- "$u")"; fi
done
[ -z "$held" ] || { mkdir -p -- "$d" && : > "$d/.golive-try" && rm -f -- "$d/.golive-try"; } || echo denied`;function I(e,t){let n=s`golive has stopped this unit for a launch, and it does not start while this file is here: golive status says how the launch stands`;return g(ht,[e,...t],{stdin:n,timeoutSeconds:60,label:s`keep ${t.join(", ")} stopped`})}function M(e,t){return g(yt,[e,...t],{timeoutSeconds:60,label:s`let ${t.join(", ")} start again`})}async function fn(e,t,n){let o=g(gt,[t,...n],{timeoutSeconds:30,label:s`look what is kept stopped`});return(await e.run(o)).stdout.split(`
`).filter(r=>r!=="")}async function ge(e,t,n){if(n.length===0)return{problems:[],bare:[]};let o=g(wt,[t,...n],{timeoutSeconds:60,label:s`look what a restart would start`}),r=await e.attempt(o);if(r.code!==0)throw new v(e,o,r);let i=r.stdout.split(`
`).map(c=>c.split(" ")),a=i.flatMap(([c,d="",u=""])=>c==="bare"&&!["disabled","masked"].includes(u)?[d]:[]),l=i.some(([c])=>c==="denied");return{bare:a,problems:l?[$t(e,t)]:[]}}function $t(e,t){return{code:"hold-unwritable",what:s`${t} cannot be written, so a unit that golive stops could not be kept stopped (services.hold)`,where:e.name,mend:s`create it and give it to the user of the connection (docs/hosts.md)`}}var bt=`d=\${XDG_STATE_HOME:-\${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.local/state}/golive/said
umask 077; mkdir -p -m 700 -- "$d" || exit 1
f=$d/$(date -u +%Y-%m-%dT%H%M%SZ)-$1-$$.log
cat > "$f" && printf 'kept %s\\n' "$f"
ls -1 "$d" | sort -r | tail -n +201 | while IFS= read -r old; do rm -f -- "$d/$old"; done`;async function we(e,t,n){let o=await vt(e,t,n);if(o!==""&&!o.startsWith("("))return o;let r=n.code===null?s`ended by a signal`:s`exit ${n.code}`;return o===""?r:`${r} ${o}`}async function vt(e,t,n){await e.learn?.();let o=te(t,n,{known:e.known}),r=await Pt(e,t,n);return[o,r===null?"":`(${kt(r)})`].filter(i=>i!=="").join(" ")}function kt(e){return s`all it said: ${e}`}async function Pt(e,{file:t,user:n},{stdout:o,stderr:r}){if(o.trim()===""&&r.trim()==="")return null;let i=t.slice(t.lastIndexOf("/")+1).replaceAll(/[^\w.-]/g,"_")||"command",a=`${o}
--- stderr ---
${r}
`,l=g(bt,[i],{stdin:a,timeoutSeconds:30,...n===void 0?{}:{user:n}}),c=await e.attempt(l).catch(()=>null),d=/^kept (\/.+)$/m.exec(c?.stdout??"")?.[1];return d===void 0?null:`${e.name}:${d}`}function $(e,[t="",...n],o={}){return e?b("sudo",["-n",t,...n],o):b(t,n,o)}function E(e,t){if(e[0]!=="sudo"&&e[0]!=="/usr/bin/sudo")return null;let n="root",o=1;for(;o<e.length;o++){let i=e[o]??"";if(i==="-u")n=e[++o]??"";else{if(i==="--")return{as:n,words:e.slice(o+1),by:t};if(!["-n","-H","-k"].includes(i))break}}let r=e.slice(o);return r.length===0||r[0]?.startsWith("-")?null:{as:n,words:r,by:t}}function J(e,t){let n=["docker","compose","--file",e.config??"",...t];return $(e.sudo,n,{timeoutSeconds:e.stopTimeout+60})}var $e={programs:["docker"],stop:(e,t)=>J(e,["stop","--timeout",String(Math.ceil(e.stopTimeout)),t]),ready:()=>[],start:(e,t)=>J(e,["up","--detach","--no-deps","--no-build","--pull","never",t]),status:(e,t)=>J(e,["ps","--all","--format","json",t]),state:e=>{let t=[...e.matchAll(/"State":\s*"(\w+)"/g)].map(([,n=""])=>n);return t.some(n=>["running","restarting","paused","removing"].includes(n))?"running":t.length>0&&t.every(n=>["exited","dead","created"].includes(n))?"stopped":"unknown"}};function q(e,t){let n=["supervisorctl",...e.config===void 0?[]:["-c",e.config],...t];return $(e.sudo,n,{timeoutSeconds:e.stopTimeout+60})}var be={programs:["supervisorctl"],stop:(e,t)=>q(e,["stop",t]),ready:()=>[],start:(e,t)=>q(e,["start",t]),status:(e,t)=>q(e,["status",t]),state:e=>/^\S+\s+(RUNNING|STARTING|STOPPING|BACKOFF)\b/m.test(e)?"running":/^\S+\s+(STOPPED|EXITED|FATAL)\b/m.test(e)?"stopped":"unknown"};function A(e,t){let n=e.stopTimeout+60;return $(e.sudo,["systemctl",...t],{timeoutSeconds:n})}function z(e){return b("systemctl",["--no-ask-password","start","--job-mode=ignore-dependencies","--",e],{timeoutSeconds:30})}var ve={programs:["systemctl","busctl"],stop:(e,t)=>A(e,["stop","--",t]),ready:(e,t)=>[A(e,["daemon-reload"]),A(e,["reset-failed","--",t])],start:(e,t)=>A(e,["start","--",t]),hold:(e,t)=>I(e.hold,t),release:(e,t)=>M(e.hold,t),harmless:(e,t)=>e.sudo?A(e,["reset-failed","--",t]):z(t),status:(e,t)=>b("systemctl",["show","--property=LoadState,ActiveState","--",t],{timeoutSeconds:30}),state:e=>/^ActiveState=(active|activating|reloading|deactivating|refreshing)$/m.test(e)?"running":/^LoadState=(loaded|bad-setting)$/m.test(e)&&/^ActiveState=(inactive|failed)$/m.test(e)?"stopped":"unknown"};function P(e){return{systemd:ve,supervisor:be,compose:$e}[e.manager]}function S(e,t){return e.units.flatMap(n=>typeof n=="string"?[n]:n.hosts.includes(t)?[n.name]:[])}async function St(e,t){let n=P(t).hold?.(t,S(t,e.name));n!==void 0&&await e.run(n);for(let o of S(t,e.name).toReversed()){let r=P(t).stop(t,o),i=await e.attempt(r);if(await X(e,t,o)!=="stopped")throw i.code!==0?new v(e,r,i):new f({what:s`${o} still runs after it was stopped`,where:e.name,mend:s`look at its log on the host; a unit that restarts itself, or is started by a socket, has to be stoppable`})}}async function Nn(e,t){let n=P(t),o=S(t,e.name);await ke("stopped",e,t)||await St(e,t),await xt(e,t);for(let r of o){for(let i of n.ready(t,r))await e.attempt(i);await e.run(n.start(t,r))}}async function xt(e,t){let n=P(t).release?.(t,S(t,e.name));n!==void 0&&await e.run(n)}async function X(e,t,n){let o=P(t),r=o.status(t,n),i=await e.attempt(r),a=o.state(i.stdout);if(a!=="unknown")return a;throw new f({what:s`${t.manager} does not say whether ${n} runs`,where:e.name,mend:s`is this the name of a unit there, and may golive ask? Try: ${[r.file,...r.args].join(" ")}`},{cause:new v(e,r,i)})}async function ke(e,t,n){for(let o of S(n,t.name))if(await X(t,n,o)!==e)return!1;return!0}async function In(e,t){return Promise.all(t.hosts.map(async n=>{try{return{host:n,run:await ke("running",e.get(n),t)}}catch(o){return{host:n,trouble:o}}}))}function Mn(e,t){let n=P(e);return S(e,t).flatMap(r=>[n.stop(e,r),...n.ready(e,r),n.start(e,r),n.status(e,r)]).flatMap(({file:r,args:i})=>E([r,...i])??[])}async function Y(e,t,n){let o=await e.attempt(t);return o.code===0?[]:[{code:"unit-right",what:s`golive may not manage ${n}: ${await we(e,t,o)}`,where:e.name,mend:s`let this user manage it: with sudo (docs/hosts.md has the lines), or by a rule of polkit`}]}async function Un(e,t){let n=P(t);return(await Promise.all(S(t,e.name).map(r=>D(async()=>{if(await X(e,t,r)==="stopped")return[{what:s`${r} does not run`,where:e.name,mend:s`a launch starts from a service that works; start it, or take it out of services.units`}];let a=n.harmless?.(t,r);return a===void 0?[]:Y(e,a,r)})))).flat()}import{setTimeout as Le}from"node:timers/promises";import{checkServerIdentity as Ct,connect as Et}from"node:tls";async function xe(e,{plan:t},n=Date.now()){let o=Ce(e,t),r={...e,name:o,redirect:!1},i=await Promise.all(Ee(e,t).map(c=>Te(r,o,c))),a=i.flatMap(({address:c,shown:d})=>"error"in d?[`${c}: ${d.error}`]:[]);if(a.length>0)return{state:"unknown",evidence:a.join("; ")};let l=[...i.flatMap(c=>"certificate"in c.shown?Re(r,c.shown,n).map(({what:d})=>`${c.address}: ${d}`):[]),..._e(e,i).map(({what:c})=>c)];return l.length>0?{state:"bad",evidence:l.join("; ")}:{state:"good",evidence:Ae(i,n)??s`no address was asked`}}async function zn(e,{plan:t,hosts:n},o=Date.now()){let r=Ce(e,t),[i,a]=await Promise.all([Promise.all(Ee(e,t).map(l=>Te(e,r,l))),e.renewal===void 0?null:Ht(n.get(e.renewal.host),e.renewal.timer)]);return _t({...e,name:r},i,a,o,t.loadBalancer)}function Ce({name:e},{site:t}){return e??new URL(t.url).hostname}function Ee({addresses:e,name:t},{site:n,loadBalancer:o}){let r=new URL(n.url),i=r.protocol==="https:",a=e??(o.addresses.length===0?[t??r.hostname]:o.addresses.map(c=>i?c:U(c).host)),l=i&&r.port!==""?r.port:"443";return a.map(c=>U(c).port===""?`${c}:${l}`:c)}function U(e){let[,t="",n=""]=/^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(e)??[];return{host:t,port:n}}var Pe=["TLSv1","TLSv1.1","TLSv1.2","TLSv1.3"];async function Te(e,t,n){let o=Pe.indexOf(e.protocol),[r,i,a]=await Promise.all([Se(e,t,n,{minVersion:e.protocol}),Se(e,t,n,{minVersion:"TLSv1",maxVersion:Pe[o-1],ciphers:"DEFAULT@SECLEVEL=0"}),e.redirect?me(`http://${t}${e.httpPort===80?"":`:${e.httpPort}`}/`,{address:`${U(n).host}:${e.httpPort}`,timeoutSeconds:e.within}):null]),l="protocol"in i?i.protocol:i.code==="late"?null:!1;return{address:n,shown:r,older:l,...a===null?{}:{plain:a}}}function Tt({reason:e,code:t}){return e??t??s`no connection`}function Se({ca:e,within:t},n,o,r){let{host:i,port:a}=U(o);return new Promise(l=>{let c,d=p=>{clearTimeout(c),m.destroy(),l(p)},u=p=>d({error:Tt(p),code:p.code??""}),m=Et({host:i.replace(/^\[|\]$/g,""),port:Number(a),servername:n,rejectUnauthorized:!1,checkServerIdentity:()=>{},ALPNProtocols:["http/1.1"],...e===void 0?{}:{ca:e},...r});c=setTimeout(()=>d({error:s`no answer within ${t} s`,code:"late"}),t*1e3),m.once("secureConnect",()=>{let p=m.authorized?null:String(m.authorizationError??"not trusted");d({protocol:m.getProtocol()??"",trust:p,certificate:m.getPeerCertificate(!1)})}),m.once("error",u),m.once("close",()=>u(Object.assign(new Error(s`the connection broke`),{code:"ECONNRESET"})))})}var y=e=>({verdict:"fail",what:e}),O=e=>({verdict:"error",what:e});function _t(e,t,n,o,r){let a=[...t.flatMap(d=>[...At(e,d,o),...Rt(d,r)].map(({verdict:u,what:m})=>({verdict:u,what:`${d.address}: ${m}`}))),..._e(e,t),...n?.problem?[n.problem]:[]];if(a.length>0)return ce(a);let l=Ae(t,o);if(l===null)return{verdict:"inconclusive",evidence:s`no address was asked`};let c=[...new Set(t.flatMap(({shown:d})=>"protocol"in d?[d.protocol]:[]))].toSorted();return{verdict:"pass",evidence:[l,s`${t.length} address${t.length===1?"":"es"}, ${c.join(s` and `)}`,...e.redirect?[s`http leads to https`]:[],...n===null?[]:[s`${n.timer} is active`]].join("; ")}}function _e(e,t){let n=new Map;for(let{address:o,shown:r}of t)"certificate"in r&&n.set(r.certificate.fingerprint256,[...n.get(r.certificate.fingerprint256)??[],o]);return e.oneCertificate&&n.size>1?[y(s`not the same certificate everywhere: ${[...n].map(([o,r])=>s`${o.slice(0,11)}… at ${r.join(", ")}`).join("; ")}`)]:[]}function Ae(e,t){let[n]=e.flatMap(({shown:o})=>"certificate"in o?[Oe(o.certificate,t)]:[]).toSorted((o,r)=>o.left-r.left);return n===void 0?null:s`${n.left<.9*n.renew?s`⚠ a renewal is due: `:""}${x(n.left)} left of ${x(n.whole)}`}var F=86400;function Oe({valid_from:e,valid_to:t},n){let o=(Date.parse(t)-Date.parse(e))/1e3;return{whole:o,left:(Date.parse(t)-n)/1e3,renew:o<10*F?o/2:o/3}}function x(e){return s`${ae(Number((e/F).toFixed(Math.abs(e)<10*F?1:0)))} {0:day|days|days}`}function At(e,{shown:t,older:n},o){if("error"in t)return t.code==="late"||t.code==="ENOTFOUND"||t.code==="EAI_AGAIN"?[O(t.code==="late"?t.error:s`the name has no address`)]:t.code==="ECONNREFUSED"?[y(s`connection refused`)]:[y(n?s`speaks ${n} only, older than ${e.protocol}`:s`no TLS connection comes about (${t.code===""?t.error:t.code})`)];let r=[...Re(e,t,o)];return n===null?r.push({verdict:"inconclusive",what:s`whether it still takes less than ${e.protocol} is not known: no answer`}):n!==!1&&r.push(y(s`still takes ${n}, older than ${e.protocol}`)),r}function Re(e,{certificate:t,trust:n},o){let r=Ct(e.name,t)!==void 0,{left:i,renew:a,whole:l}=Oe(t,o),[c,d]=[Date.parse(t.valid_from),Date.parse(t.valid_to)],u=[];return Number.isNaN(c)||Number.isNaN(d)?[y(s`the certificate names no lifetime`)]:(o>d?u.push(y(s`the certificate ended ${x(-i)} ago`)):o<c?u.push(y(s`the certificate is good in ${x((c-o)/1e3)} only`)):i<.5*a?u.push(y(s`${x(i)} left of ${x(l)}: its renewal is long due`)):i<(e.leastDays??0)*F&&u.push(y(s`${x(i)} left, and the plan wants ${e.leastDays}`)),n!==null&&!(n==="CERT_HAS_EXPIRED"&&o>d||n==="CERT_NOT_YET_VALID"&&o<c)&&u.push(y(Ot(n,e.ca!==void 0))),r&&u.push(y(s`the certificate is not for ${e.name}`)),u)}function Ot(e,t){switch(e){case"DEPTH_ZERO_SELF_SIGNED_CERT":return s`the certificate is signed by itself`;case"UNABLE_TO_VERIFY_LEAF_SIGNATURE":case"UNABLE_TO_GET_ISSUER_CERT":case"UNABLE_TO_GET_ISSUER_CERT_LOCALLY":return s`the chain is not whole: an intermediate certificate is not sent, or ${t?s`it is not of the plan's CA`:s`its CA is not known`}`;case"SELF_SIGNED_CERT_IN_CHAIN":return t?s`the certificate is not of the plan's CA`:s`its CA is not known`;case"CERT_HAS_EXPIRED":return s`a certificate of the chain has ended`;default:return s`the certificate is not trusted (${e})`}}function Rt({plain:e},t){return e===void 0?[]:e.status===0?[/^no (whole )?answer/.test(e.error??"")?O(`http: ${e.error}`):y(s`http: no answer (${e.error})`)]:ue(e,t)?[{verdict:"inconclusive",what:s`http shows the maintenance page, so where it leads is not known`}]:[301,302,303,307,308].includes(e.status)?/^https:\/\//i.test(e.headers.location??"")?[]:[y(s`http leads elsewhere than to https`)]:[y(s`http answers ${e.status} and does not lead to https`)]}async function Ht(e,t){let n=(o,r)=>e.attempt(b("systemctl",["show",`--property=${o}`,"--",r],{timeoutSeconds:30}));try{let o=await n("LoadState,ActiveState,NextElapseUSecRealtime,NextElapseUSecMonotonic,Unit",t),r=/^Unit=(.+)$/m.exec(o.stdout)?.[1];return{timer:t,problem:Lt(t,e.name,o.stdout,r===void 0?"":(await n("Result",r)).stdout)}}catch(o){return{timer:t,problem:O(s`${t} cannot be asked for: ${k(o)}`)}}}function Lt(e,t,n,o){let r=l=>new RegExp(`^${l}=(.*)$`,"m").exec(n)?.[1];if(r("LoadState")===void 0)return O(s`systemd on ${t} does not say how ${e} is`);if(r("LoadState")!=="loaded")return y(s`there is no ${e} on ${t}`);if(r("ActiveState")!=="active")return y(s`${e} on ${t} is ${r("ActiveState")}`);if(![r("NextElapseUSecRealtime"),r("NextElapseUSecMonotonic")].some(l=>l!==void 0&&!["","0","infinity","n/a"].includes(l)))return y(s`${e} on ${t} has no next run`);let a=/^Result=(.*)$/m.exec(o)?.[1];return a===void 0?O(s`systemd on ${t} does not say how the last run of ${e} went`):a==="success"?null:y(s`the last run of ${e} on ${t} failed (${a})`)}var Dt=15;function B({title:e,check:t}){return e??s`The certificate of ${t} is good, or renewed`}function oo({certificates:e}){return e.map(t=>{let n=re.of(t.id).id;return{id:n,run:o=>t.required?He(o,n,t):De(o,t,()=>He(o,n,t)),holds:async o=>!t.required||(await R(o,t)).state==="good"}})}async function ro(e,{hosts:t}){let n=await Promise.all(e.certificates.map(async o=>{let{state:r,evidence:i}=await R({plan:e,hosts:t},o),a={good:i,bad:s`${i}: it is renewed in the window`,unknown:s`${i}: whether it has to be renewed is not known`}[r];return{problems:r==="unknown"&&o.required?[{what:s`the certificate cannot be looked at: ${i}`,where:B(o),mend:s`nothing is renewed on a guess; mend the check or what it asks`}]:[],note:`${o.id}: ${a}`}}));return{problems:n.flatMap(({problems:o})=>o),note:n.map(({note:o})=>o).join("; ")}}function so({sudo:e,renew:t,reload:n,rehearse:o}){return e?["sudo"]:[t,n,o].flatMap(r=>r?.[0]===void 0?[]:[r[0]])}function io({certificates:e}){return e.flatMap(t=>{let{rehearse:n,required:o}=t;return n===void 0?[]:[{id:ne.of(t.id).id,async run(r){let{state:i,evidence:a}=await R(r,t);if(i==="good")return{skipped:!0,note:s`it is not renewed: ${a}`};let l=async()=>(await r.hosts.get(t.host).run(W(t,n)),{note:s`${a}; its renewal was rehearsed`});return o?l():De(r,t,l)}}]})}async function He(e,t,n){let{hosts:o,signal:r,log:i}=e,a=o.get(n.host),l=await R(e,n);if(l.state==="good")return{skipped:!0,note:l.evidence};let{evidence:c}=l;if(l.state==="unknown")throw new f({what:s`the certificate cannot be looked at, and is not renewed on a guess: ${c}`,where:B(n),mend:s`mend what the check asks, then re-run the job`});let d;for(;;){let u=Number(e.state().steps.get(t)?.facts.tries??0);if(u>=n.tries){let m=d===void 0?"":s`; the last: ${k(d)}`;throw new f({what:s`still not good after ${u} ${u===1?"try":"tries"}: ${c}${m}`,where:`${B(n)}, ${a.name}`,mend:s`look at the client's log there; a CA lets few tries fail in an hour, so renew it by hand and re-run the job, or let it roll back`},{cause:d})}await e.record({kind:"step",step:t,status:"started",facts:{tries:u+1}});try{await a.run(W(n,n.renew)),n.reload&&await a.run(W(n,n.reload));let m=await Nt(e,n);if(m.state==="good")return{note:s`renewed${u===0?"":s`, with try ${u+1}`}: ${m.evidence}`};({evidence:c}=m),d=void 0}catch(m){if(r.aborted)throw m;d=m,i.warn(`${t}: ${k(m)}`)}if(u+1<n.tries&&(i.info(s`${t}: tried again in ${de(n.pause)}`),await Le(n.pause*1e3,void 0,{signal:r}).catch(()=>{}),r.aborted))throw new f({what:s`the run was cancelled between two tries`})}}async function Nt(e,t){let n=0;for(let o=Date.now()+Dt*1e3;;await Le(250,void 0,{signal:e.signal}).catch(()=>{})){let r=await R(e,t);if(n=r.state==="good"?n+1:0,n>=3||Date.now()>=o||e.signal.aborted)return r}}function R({plan:e,hosts:t},{check:n}){let o=e.verify.checks.find(r=>r.id===n&&r.kind==="tls");if(o===void 0)throw new L(s`there is no check ${n} of kind tls`);return xe(o,{plan:e,hosts:t})}function W({sudo:e,timeout:t},n){return $(e,n,{timeoutSeconds:t})}function ao(e){return[e.renew,e.reload,e.rehearse].flatMap(t=>{if(t===void 0)return[];let{file:n,args:o}=W(e,t);return E([n,...o])??[]})}async function De(e,t,n){try{return await n()}catch(o){if(e.signal.aborted)throw o;let r=s`${B(t)}: not renewed, and not required: ${k(o)}`;return e.log.warn(r),await e.record({kind:"note",text:r}),{skipped:!0,note:`⚠️ ${k(o)}`}}}import{dirname as It}from"node:path";function w(e){if(e.title!==void 0)return e.title;switch(e.kind){case"systemd":return e.unit;case"cron":return e.file;case"telegram-webhook":return s`the bot's webhook`;case"command":return e.id}}var Mt='if [ -f "$1" ]; then exit 0; elif [ -f "$1.golive-paused" ]; then exit 3; else exit 1; fi',Ut='[ ! -f "$1" ] || { shift; exec "$@"; }',Ft='[ ! -f "$1.golive-paused" ] || { [ ! -e "$1" ] && shift && exec "$@"; }',Bt='s=$(systemctl show --property=LoadState,ActiveState -- "$1") || exit 1; case "$s" in *LoadState=loaded*) ;; *) exit 1 ;; esac; case "$s" in *ActiveState=inactive*|*ActiveState=failed*) exit 3 ;; *ActiveState=*) exit 0 ;; esac; exit 1';function Ie(e){let t=n=>$(e.sudo,n,{timeoutSeconds:e.timeout});switch(e.kind){case"systemd":return{status:g(Bt,[e.unit],{timeoutSeconds:30,label:`systemctl show ${e.unit}`}),pause:t(["systemctl","stop","--",e.unit]),resume:t(["systemctl","start","--",e.unit])};case"cron":return{status:g(Mt,[e.file],{timeoutSeconds:30,label:s`look for ${e.file}`}),pause:Ne(Ut,e.file,t(Me(e.file)),e.timeout),resume:Ne(Ft,e.file,t(Ue(e.file)),e.timeout)};case"command":return{status:t(e.status),pause:t(e.pause),resume:t(e.resume)}}}var Me=e=>["mv","-f","--",e,`${e}.golive-paused`],Ue=e=>["mv","-n","--",`${e}.golive-paused`,e];function Ne(e,t,{file:n,args:o},r){return g(e,[t,n,...o],{timeoutSeconds:r,label:s`rename ${t}`})}function Fe(e){let{status:t,pause:n,resume:o}=Ie(e);return e.kind!=="cron"?[t,n,o].flatMap(({file:r,args:i})=>E([r,...i])??[]):e.sudo?[Me(e.file),Ue(e.file)].map(r=>({as:"root",words:r})):[]}function Be(e,t,n){let o=t.kind==="systemd"?[t.unit]:[],{status:r,pause:i,resume:a}=Ie(t);return{async state(){let l=await e.attempt(r);if(l.code===0)return"working";if(l.code===3)return"paused";throw new f({what:s`nobody can tell whether ${w(t)} works or is paused`,where:e.name,mend:t.kind==="command"?s`its status has to exit 0 when it works and 3 when it is paused`:t.kind==="cron"?s`is that file there?`:s`is this the name of a unit there?`},{cause:new v(e,r,l)})},async pause(){o.length>0&&await e.run(I(n,o)),await e.run(i)},async resume(){o.length>0&&await e.run(M(n,o)),await e.run(a)},async problems(){let{problems:l}=await ge(e,n,o);return[...l,...await jt(e,t,r)]}}}async function Wt(e,t){let n=It(t);return(await e.attempt(g('[ -w "$1" ]',[n],{timeoutSeconds:30}))).code===0?[]:[{code:"cron-right",what:s`${n} cannot be written, so ${t} cannot be renamed`,where:e.name,mend:s`set sudo: true for it, with the lines that \`golive sudoers\` prints`}]}async function jt(e,t,n){return t.sudo?[]:t.kind==="cron"?Wt(e,t.file):t.kind!=="systemd"||(await e.attempt(n)).code!==0?[]:Y(e,z(t.unit),t.unit)}import{setTimeout as Gt}from"node:timers/promises";var Vt=String.raw`
function blank(c) { return c == 32 || c == 9 || c == 10 || c == 13 }
function newline(c) { return c == 10 || c == 13 }
function refuse(why) { print "!" line " " why; over = 1; exit }
function utf8(bytes, n,   i, c, more, code, least) {
  for (i = 1; i <= n; i++) {
    c = bytes[i]
    if (c < 128) continue
    if (c >= 194 && c <= 223) { more = 1; code = c - 192; least = 128 }
    else if (c >= 224 && c <= 239) { more = 2; code = c - 224; least = 2048 }
    else if (c >= 240 && c <= 244) { more = 3; code = c - 240; least = 65536 }
    else return 0
    for (; more > 0; more--) {
      if (++i > n || bytes[i] < 128 || bytes[i] > 191) return 0
      code = code * 64 + bytes[i] - 128
    }
    if (code < least || code > 1114111 || (code >= 55296 && code <= 57343)) return 0
    if ((code >= 64976 && code <= 65007) || code % 65536 >= 65534) return 0
  }
  return 1
}
function named(  i, c) {
  for (i = 1; i <= keys; i++) {
    c = key[i]
    if (c == 95 || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (i > 1 && c >= 48 && c <= 57)) continue
    return 0
  }
  return keys > 0
}
function put(bytes, n,   i) {
  for (i = 1; i <= n; i++) if (bytes[i] == 10) printf "\n+"; else printf "%c", bytes[i]
}
function push() {
  if (keyEnd >= 0) keys = keyEnd
  if (!utf8(key, keys) || !utf8(value, values)) refuse("utf8")
  if (named()) { printf "="; put(key, keys); printf "="; put(value, values); print "" }
  else { printf "-%d ", line; put(key, keys); print "" }
  keys = 0; values = 0
}
function endOfLine() { state = "before key"; line++; keys = 0 }
function step(c) {
  if (state == "before key") {
    if (c == 35 || c == 59) state = "comment"
    else if (!blank(c)) { state = "key"; keyEnd = -1; keys = 1; key[1] = c }
    else if (newline(c)) line++
  } else if (state == "key") {
    if (newline(c)) endOfLine()
    else if (c == 61) { state = "before value"; valueEnd = -1; values = 0 }
    else {
      if (!blank(c)) keyEnd = -1; else if (keyEnd < 0) keyEnd = keys
      key[++keys] = c
    }
  } else if (state == "before value") {
    if (newline(c)) { push(); endOfLine() }
    else if (c == 39) state = "single"
    else if (c == 34) state = "double"
    else if (c == 92) state = "escaped"
    else if (!blank(c)) { state = "value"; value[++values] = c }
  } else if (state == "value") {
    if (newline(c)) { if (valueEnd >= 0) values = valueEnd; push(); endOfLine() }
    else if (c == 92) { state = "escaped"; valueEnd = -1 }
    else {
      if (!blank(c)) valueEnd = -1; else if (valueEnd < 0) valueEnd = values
      value[++values] = c
    }
  } else if (state == "escaped") {
    state = "value"
    if (!newline(c)) value[++values] = c; else line++
  } else if (state == "single") {
    if (c == 39) state = "before value"; else value[++values] = c
    if (c == 10) line++
  } else if (state == "double") {
    if (c == 34) state = "before value"
    else if (c == 92) state = "double escaped"
    else value[++values] = c
    if (c == 10) line++
  } else if (state == "double escaped") {
    state = "double"
    if (c == 34 || c == 92 || c == 96 || c == 36) value[++values] = c
    else if (c != 10) { value[++values] = 92; value[++values] = c }
    else line++
  } else if (state == "comment") {
    if (c == 92) state = "comment escaped"; else if (newline(c)) endOfLine()
  } else { state = "comment"; if (newline(c)) line++ }
}
BEGIN { state = "before key"; line = 1; keyEnd = -1; valueEnd = -1 }
$1 == "end" { whole = 1; next }
{ for (f = 1; f <= NF; f++) all[++count] = $f }
END {
  if (over || !whole) exit 1
  for (b = 1; b <= count; b++) { if (all[b] == 10) line++; if (all[b] == 0) refuse("nul") }
  line = 1
  for (b = 1; b <= count; b++) { step(all[b] + 0); if (over) exit }
  if (state == "value" && valueEnd >= 0) values = valueEnd
  if (state !~ /key|comment/) push()
  if (!over) print "."
}`,ko=["od","awk"],We=`settings_of() {
  { od -An -v -tu1 < "$1" && echo end; } | LC_ALL=C awk '${Vt}'
}
`;var je=`exec 2>/dev/null
set +ax
unset v l n given SSLKEYLOGFILE
LC_ALL=C; export LC_ALL
case "$(command -v printf)" in /*) echo 'problem printf'; exit 0 ;; esac
${We}
readable() { [ -f "$1" ] && [ -r "$1" ] && given=$(settings_of "$1") && whole; }
readable_from() { given=$("$@" </dev/null | settings_of /dev/stdin) && whole; }
whole() {
  case "$given" in .|*'
.') ;; *) return 1 ;; esac
}
lines() { set -f; IFS='
'; }
words() { set +f; unset IFS; }
setting() {
  v=; set -- "$1" 1 ''
  lines
  for l in $given; do
    case "$l" in
      "=$1="*) v=\${l#"=$1="}; set -- "$1" 0 its ;;
      +*) [ -z "$3" ] || v="$v
\${l#+}" ;;
      *) set -- "$1" "$2" '' ;;
    esac
  done
  words
  l=
  return "$2"
}
names() {
  lines
  for l in $given; do case "$l" in =*) l=\${l#=}; printf '%s\\n' "\${l%%=*}" ;; esac; done | sort -u
  words
}
controlled() { [ "$(printf '%s' "$v" | tr -d '[:cntrl:]')" != "$v" ]; }
`;var Ve=`${je}
file=$1 c=
command -v curl >/dev/null || { echo 'problem curl'; exit 0; }
if [ "$#" -gt 6 ]; then
  token=$2 secret=$3 seconds=$4 address=$5 method=$6; shift 6
  readable_from "$@" || { echo 'problem file'; exit 0; }
  set -- - "$token" "$secret" "$seconds" "$address" "$method"
else
  readable "$file" || { echo 'problem file'; exit 0; }
fi
need() {
  setting "$1" && [ -n "$v" ] || { echo "problem missing $1"; exit 0; }
  case "$v" in *[!A-Za-z0-9:_-]*) echo "problem shape $1"; exit 0 ;; esac
}
need "$2"; k=$v
while IFS= read -r l; do c="$c$l
"; done
if [ -n "$3" ]; then need "$3"; [ "$6" != setWebhook ] || c="\${c}form-string = \\"secret_token=$v\\"
"; fi
printf '%s' "url = \\"$5/bot$k/$6\\"
$c" | curl -q -s --globoff --max-time "$4" --max-filesize 1048576 -w '\\n%{response_code}' --config -
printf '\\ncurl %s\\n' "$?"`;function Ge(e){let[,t,n=""]=/^problem (\w+) ?(\w*)$/m.exec(e)??[];if(t!==void 0)return{problem:t,setting:n};let[,o,r="",i=""]=/^([\s\S]*)\n(\d+)\ncurl (\d+)\n$/.exec(e)??[];return o===void 0?null:{body:o,status:r,code:i}}function Je(e){if(/[\x00-\x1f\x7f]/.test(e))throw new L("a line for curl cannot hold a control character");return e.replaceAll(/["\\]/g,"\\$&")}var K='d=${XDG_STATE_HOME:-${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.local/state}/golive; f="$d/$1"',Jt=`${K}; umask 077; mkdir -p -- "$d" && cat > "$f.new" && sync "$f.new" && mv -f -- "$f.new" "$f"`,qt=`${K}; [ ! -e "$f" ] || cat -- "$f"`,zt=`${K}; rm -f -- "$f"`;function Xe(e,t,n){let o=`webhook-${n.service}-${t.id}`,r=e.name,i=(d,u)=>g(d,[o],{timeoutSeconds:30,label:s`keep ${o}`,...u===void 0?{}:{stdin:u}}),a=Zt(e,t,n),l=async()=>qe(await a("getWebhookInfo",[]),r),c=async()=>{let{code:d,stdout:u}=await e.attempt(i(qt));if(d!==0)throw new f({what:s`what ${w(t)} was cannot be read`,where:r,mend:s`is the home folder of the connection's user there?`});try{return u.trim()===""?null:qe(JSON.parse(u),r)}catch{throw new f({what:s`what ${w(t)} was is no longer readable`,where:r,mend:s`set the webhook by hand, then remove ~/.local/state/golive/${o}`})}};return{state:async()=>(await l()).url===""?"paused":"working",async pause(){let d=await l();if(d.url!=="")return Z(d,t,r),await e.run(i(Jt,JSON.stringify(d))),await a("deleteWebhook",[["drop_pending_updates","false"]]),s`Telegram keeps what comes, for a day at most`},async resume(){let[d,u]=[await l(),await c()];if(d.url===""){if(u===null)throw new f({what:s`nothing is kept of ${w(t)}`,where:r,mend:s`set the webhook by hand`});Z(u,t,r),await a("setWebhook",Xt(u),t);let m=await l();if(!Yt(m,u))throw new f({what:s`${w(t)} is not as it was before the page went up`,where:r,mend:s`compare getWebhookInfo with ~/.local/state/golive/${o}`})}return await e.run(i(zt)),s`${d.pending_update_count} update${d.pending_update_count===1?"":"s"} waited`},async problems(){let d=await l();return Z(d,t,r),t.secretToken!==void 0&&await a("getWebhookInfo",[],{secretToken:t.secretToken}),[]}}}function Z({has_custom_certificate:e},t,n){if(e&&t.certificate===void 0)throw new f({what:s`${w(t)} has a certificate of its own, which Telegram does not give back`,where:n,mend:s`name its file in certificate:`})}function Xt(e){return[["url",e.url],["allowed_updates",JSON.stringify(e.allowed_updates??[])],...e.max_connections===void 0?[]:[["max_connections",String(e.max_connections)]],["drop_pending_updates","false"]]}function Yt(e,t){let n=({url:o,has_custom_certificate:r,max_connections:i=40,allowed_updates:a=[]})=>JSON.stringify([o,r,i,a.toSorted()]);return n(e)===n(t)}function qe(e,t){let{url:n,has_custom_certificate:o,pending_update_count:r,max_connections:i,allowed_updates:a}=typeof e=="object"&&e!==null?e:{};if(typeof n!="string")throw new f({what:s`this is not what the Bot API says of a webhook`,where:t,mend:s`is base: the address of a Bot API?`});return{url:n,has_custom_certificate:o===!0,pending_update_count:typeof r=="number"?r:0,...typeof i=="number"?{max_connections:i}:{},...Array.isArray(a)?{allowed_updates:a.map(String)}:{}}}var Ye=e=>["cat","--",e];function Ze(e,{envFile:t}){return e.sudo&&t!==void 0?[{as:"root",words:Ye(t)}]:[]}function Zt(e,t,{envFile:n,user:o}){let r=e.name,i=t.sudo||o===void 0?{}:{user:o},a=t.sudo?["sudo","-n",...Ye(n??"")]:[],l=t.base.replace(/\/+$/,""),c=async(d,u,m)=>{let p=[...u.map(([rt,st])=>`form-string = "${ze(`${rt}=${st}`)}"
`),...m.certificate===void 0?[]:[`form = "certificate=@${ze(m.certificate)}"
`]],h=[n??"",t.secret,m.secretToken??"",String(t.within),l,d],{stdout:C,timedOut:nt}=await e.attempt(g(Ve,[...h,...a],{stdin:p.join(""),timeoutSeconds:Math.ceil(t.within)+15,label:`Telegram: ${d}`,...i}));if(nt)return{wait:1,why:s`no answer within ${t.within} s`};let T=Ge(C);if(T===null)throw new f({what:s`curl could not be run`,where:r,mend:s`is it installed, and may golive run it?`});if("problem"in T)throw new f(Qt(T.problem,T.setting,r));let{body:ot,status:Q,code:H}=T;if(H==="26")throw new f({what:s`the webhook's certificate cannot be read`,where:r,mend:s`see certificate: in the plan`});if(H!=="0")return{wait:1,why:H==="28"?s`no answer within ${t.within} s`:s`no connection (curl ${H})`};let _=Kt(ot);return _?.ok===!1&&_.error_code===429?{wait:Math.max(1,_.parameters?.retry_after??1),why:s`asked too often`}:_===null||Number(Q)>=500?{wait:1,why:s`status ${Q}`}:_};return async(d,u,m={})=>{let p=Date.now()+t.timeout*1e3;for(;;){let h=await c(d,u,m);if("wait"in h){if(Date.now()+h.wait*1e3<p){await Gt(h.wait*1e3);continue}throw new f({what:s`Telegram does not do ${d}: ${h.why}${h.why===s`asked too often`?s`, again in ${h.wait} s`:""}`,where:r,mend:s`nothing is lost: what comes meanwhile is kept by Telegram for a day. Try again`})}if(h.ok)return h.result;if([401,404].includes(h.error_code))throw new f({what:s`Telegram refuses the token in ${t.secret} (status ${h.error_code})`,where:r,mend:s`put the bot's token into the settings file`});let C=ee(h.description??"",{lines:1});throw new f({what:s`Telegram does not do ${d}: status ${h.error_code}${C===""?"":`, ${C}`}`,where:r,mend:s`look at the bot's webhook by hand (getWebhookInfo)`})}}}function Kt(e){try{let t=JSON.parse(e);return typeof t?.ok=="boolean"?t:null}catch{return null}}function ze(e){if(/[\x00-\x1f\x7f]/.test(e))throw new f({what:s`the webhook holds a control character, which curl cannot be told`,mend:s`set it anew by hand, without one`});return Je(e)}function Qt(e,t,n){switch(e){case"missing":return{what:s`${t} is not in the settings file, or empty`,where:n,mend:s`see deploy.env-file`};case"shape":return{what:s`${t} has not the shape of such a key, so it was not sent`,where:n,mend:s`it is of letters, digits, : _ and -`};case"file":return{what:s`the settings file cannot be read`,where:n,mend:s`see deploy.env-file and deploy.run-as`};case"printf":return{what:s`the shell there would show the key to others, so nothing was asked`,where:n,mend:s`use a shell whose printf is its own`};default:return{what:s`${e} is not installed`,where:n,mend:s`install it there`}}}function Vo({service:e,deploy:t,services:n},{host:o}){let r=t.hosts.includes(o)?t.runAs:void 0;return{service:e,envFile:t.envFile,user:r,hold:n.hold}}var j={service:"",envFile:void 0,user:void 0,hold:"/var/lib/golive/held"};function V(e,t,n){return t.kind==="telegram-webhook"?Xe(e,t,n):Be(e,t,n.hold)}function Go(e,t){return e.kind==="telegram-webhook"?Ze(e,t):Fe(e)}async function Ke(e,t,n=j){return V(e,t,n).state()}async function Jo(e,t,n=j){let o=await V(e,t,n).pause();return await Qe(e,t,n,"paused"),o}async function qo(e,t,n=j){let o=await V(e,t,n).resume();return await Qe(e,t,n,"working"),o}async function Qe(e,t,n,o){let r=await Ke(e,t,n);if(r!==o)throw new f({what:s`${w(t)} is still ${r}`,where:e.name,mend:s`look what keeps it so; a unit that something else starts has to be paused there`})}async function zo(e,t,n=j){return D(async()=>(await Ke(e,t,n),V(e,t,n).problems()))}function tr(e,t){let n=e.deploy.steps.filter(r=>r.when==="after-start"==(t==="after-start")).flatMap(r=>en(e,r)),o=e.rollback.steps.filter(r=>r.when===t).flatMap(r=>(r.hosts??e.deploy.hosts).map(i=>({...tt(r),id:et(r,i),host:i})));return[...n,...o]}function en(e,t){let n=t.onRollback??"again";return n==="skip"?[]:G(e,t).map(o=>({...tt(t),id:et(t,o),host:o,run:n==="again"?t.run:n,undoes:oe.of(t.id,o).id}))}function et({id:e},t){return se.of(e,t).id}function tt({title:e,run:t,timeout:n,practice:o}){return{title:e,run:t,timeout:n,practice:o}}function nr(e,{undoes:t}){return t===void 0||ie(e,t)?null:s`the deploy did not get to that step`}export{we as a,vt as b,kt as c,Pt as d,E as e,fn as f,ge as g,P as h,S as i,St as j,Nn as k,xt as l,ke as m,In as n,Mn as o,Un as p,Je as q,ko as r,We as s,je as t,ce as u,it as v,sn as w,ue as x,me as y,zn as z,Ce as A,B,oo as C,ro as D,so as E,io as F,ao as G,Ve as H,Ge as I,w as J,Vo as K,Go as L,Ke as M,Jo as N,qo as O,zo as P,dn as Q,G as R,pt as S,ye as T,tr as U,nr as V};
