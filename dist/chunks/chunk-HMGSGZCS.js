import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{h as C}from"./chunk-EOBHSJCY.js";import{d as U}from"./chunk-U2CDHP7D.js";import{b as F,e as K,f as O,i as B}from"./chunk-ZY3RZSEW.js";import{a as R,g as $}from"./chunk-ZWDWRNEW.js";import{b as L,c as H}from"./chunk-2FDIDI4Z.js";import{F as S,s as v,ua as A}from"./chunk-IQJF2NUT.js";import{d as P,p as h,q as x}from"./chunk-4HZPNLQC.js";import{b,m as i,n as c,o as g,p as m,t as w,x as u}from"./chunk-ZFSQH6XZ.js";function T(e){let{approval:t,verify:o,window:s}=e;return o.ask!==void 0||s.ask!==void 0||t.comment!==void 0||F(e).length>0}async function j(e,t){return!T(t)||await I(e)!==!1?[]:H().problems}async function ae({github:e,plan:t,log:o}){let s=await j(e,t).catch(n=>(o.warn(i`It could not be tried whether GitHub tells who edited a comment: ${u(n)}`),[]));if(s.length>0)throw new m(s)}async function I(e){try{return await L(e)}catch(t){if(t instanceof m)return!1;throw t}}import{performance as G}from"node:perf_hooks";import{randomBytes as Z}from"node:crypto";var z=`unset p low own names name state looks salt d first
command -v sha256sum >/dev/null || { echo 'problem sha256sum'; exit 0; }
IFS= read -r salt
file=$1; shift
readable "$file" || { echo 'problem file'; exit 0; }
lower() { tr 'A-Z' 'a-z'; }
names=$(names)
for name in $names; do
  setting "$name" || continue
  looks=no
  own=$(printf '%s' "$name" | lower)
  case "_\${own}_" in
    *_ttl_|*_length_|*_min_|*_max_|*_age_|*_timeout_|*_seconds_|*_minutes_|*_hours_|*_days_|*_expiry_|\\
    *_expires_|*_expire_|*_lifetime_|*_count_|*_limit_|*_size_|*_algorithm_|*_alg_|*_type_|*_prefix_|\\
    *_header_|*_name_|*_field_|*_file_|*_path_|*_dir_|*_enabled_|*_required_|*_validators_|*_hashers_|\\
    _use_*|_enable_*|_require_*|_allow_*) ;;
    *key_*|*keys_*|*token_*|*tokens_*|*secret_*|*secrets_*|*password_*|*passwd_*|*dsn_*) looks=yes ;;
  esac
  p=$v
  case "$v" in
    *://*@*)
      d=\${v#*://}; d=\${d%%[/?#]*}
      case "$d" in
        *@*)
          d=\${d%@*}
          case "$own" in *url*) looks=yes ;; esac
          case "$d" in *:*) p=\${d#*:} ;; *) p=$d ;; esac ;;
      esac ;;
    *) case "$own" in *url) [ "$looks" = no ] || case "$v" in *://*) looks=no ;; esac ;; esac ;;
  esac
  for n in "$@"; do [ "$n" != "$name" ] || [ "$looks" = yes ] || looks=named; done
  [ "$looks" != no ] || continue
  low=$(printf '%s' "$p" | lower)
  state=good
  case "$low" in *[0-9!.]) [ "\${#low}" -gt 16 ] || d=\${low%"\${low##*[!0-9!.]}"} ;; *) d=$low ;; esac
  [ "\${#low}" -le 16 ] || d=$low
  case "$d" in
    changeme|change-me|change_me|'change me'|todo|tbd|fixme|replaceme|replace-me|replace_me|placeholder|dummy|example|\\
    secret|password|passwd|passw0rd|test|testing|none|null|default|admin|"$own") state=placeholder ;;
  esac
  case "$low" in
    *changeme*|*change-me*|*change_me*|todo*|your-*|your_*|*example*|'<'*'>'|django-insecure-*|"$own") state=placeholder ;;
  esac
  first=\${p%"\${p#?}"}
  case "$first" in [A-Za-z0-9*.]) ;; *) first=x ;; esac
  [ -z "$p" ] || [ -n "$(printf '%s' "$p" | tr -d "$first")" ] || state=placeholder
  if [ "$state" = good ] && [ "$looks" = yes ] && [ "\${#p}" -lt 8 ]; then state=short; fi
  [ "$(printf '%s' "$v" | tr -d '\\001-\\010\\013-\\037\\177')" = "$v" ] || state=control
  [ -n "$p" ] || state=empty
  d=
  [ -z "$p" ] || d=$(printf '%s %s' "$salt" "$p" | sha256sum)
  printf 'setting %s %s %s\\n' "$name" "$state" "\${d%% *}"
done
echo looked`;var q=`${x}
${z}
`;async function _(e,t,o){let{host:s,file:n,user:a}=e;try{let{stdout:r}=await s.attempt(b(q,[n,...t],{stdin:`${o}
`,timeoutSeconds:120,label:i`look at the names and shapes of the settings in ${h(n)}`,...a===void 0?{}:{user:a}})),l=J(e,/^problem (\w+)$/m.exec(r)?.[1],/^looked$/m.test(r));return l!==null?{problems:[{where:s.name,...l}]}:[...r.matchAll(/^setting (\w+) (\w+) ([0-9a-f]*)$/gm)].map(([,p="",f="",d=""])=>({name:p,state:f,digest:d}))}catch(r){if(r instanceof m)return{problems:r.problems};throw r}}function J({file:e},t,o){switch(t){case"file":return{code:"key-unreadable",what:i`the settings in ${h(e)} cannot be read`,mend:i`let the user that deploys read it (chgrp and mode 0640), or correct the path`};case"printf":return{code:"key-shell-unsafe",what:i`the shell there would show the keys to others, so they were not looked at`,mend:i`let sh be dash, bash or busybox`};case void 0:return o?null:W(e);default:return{code:"key-program-missing",what:i`${t} is not installed, so the settings in ${h(e)} were not looked at`,mend:i`install ${t} (coreutils)`}}}function W(e){return{code:"key-look-cut-off",what:i`the settings in ${h(e)} could not be looked at to the end`,mend:i`may this user become the one who reads the file (sudo -n)?`}}var D={empty:{code:"key-empty",what:c`is empty`,mend:c`put the key there`},placeholder:{code:"key-placeholder",what:c`still holds a placeholder`,mend:c`put the key there`},short:{code:"key-short",what:c`is shorter than 8 characters, too short for a secret`,mend:c`make a longer one; if it is none, give it a name that does not speak of one`},control:{code:"key-control",what:c`holds a control character`,mend:c`write it anew by hand`}};async function E(e,t,{names:o=[],shared:s}){let n=Z(32).toString("hex"),[a,r]=await Promise.all([_(e,o,n),t===null?[]:_(t,o,n)]),l="problems"in r?r.problems:[];if("problems"in a)return[...a.problems,...l];let p="problems"in r?[]:r,f=a.flatMap(d=>Q(d)??(s.includes(d.name)?[]:V(d,p)));return[...l,...[...o.filter(d=>!a.some(y=>y.name===d)).map(N),...f].map(d=>({where:e.host.name,...d}))]}function N(e){return{code:"key-missing",what:i`${e} is not in the settings file`,mend:i`add it there, or take it out of the plan's names`}}function Q({name:e,state:t}){let o=D[t];return o===void 0?null:[{...o,what:`${e} ${g(o.what)}`,mend:g(o.mend)}]}function V({name:e,digest:t},o){let s=o.filter(a=>a.digest===t),n=s.find(a=>a.name===e)??s[0];return n===void 0?[]:[{code:"key-shared",what:i`${e} has the value that ${n.name===e?"it":n.name} has on staging`,mend:i`make a key of its own for production; if it has to be the same, name it under shared`}]}function X(e,t){return t.from??e.services.hosts[0]??""}async function He(e){let{access:t,keys:o}=e.plan.prepare,s=(await Promise.all(t.map(r=>Y(e,r)))).flat(),n=o===void 0?null:await U(e,te).then(()=>null,r=>r);if(n!==null&&!(n instanceof w)||s.length===0&&n!==null)throw n;let a=[...s,...n?.cause instanceof m?n.cause.problems:[]];if(a.length>0)throw new w("day-before.access",new m(a))}async function Y(e,t){let{plan:o}=e,s=S.of(t.id).id,n=X(o,t);await e.record({kind:"step",step:s,status:"started"});let a=G.now(),{verdict:r,evidence:l,latencyMs:p,expires:f}=await K(t,{host:e.hosts.get(n),envFile:o.deploy.envFile,user:k(o,n)}).catch(M=>({verdict:"error",evidence:u(M)})),d=r==="pass"||r==="fail"?l:`${r}: ${l}`,y={verdict:r,...p===void 0?{}:{latencyMs:p},...f===void 0?{}:{expires:f}};return await e.record({kind:"step",step:s,status:r==="pass"?"done":"failed",seconds:Math.round(G.now()-a)/1e3,note:d,facts:y}),e.log.info(`${r==="pass"?"":"❌ "}${s} ${r}: ${l}`),r==="pass"?[]:[ee(r,`${O(t)}: ${d}`,n)]}function ee(e,t,o){return e==="fail"?{code:"access-refused",what:t,where:o,mend:i`put the right key or address there before the night`}:{code:"access-unproved",what:t,where:o,mend:i`nothing was proved, which is not a pass; look why`}}var te={id:v.id,async run({plan:e,hosts:t}){let{keys:o}=e.prepare,s=e.deploy.envFile;if(!o||s===void 0)return{skipped:!0};let n=o.staging===void 0?null:{host:t.get(o.staging.host),file:o.staging.file,user:k(e,o.staging.host)},a=await Promise.all(e.deploy.hosts.map(r=>E({host:t.get(r),file:s,user:k(e,r)},n,o)));if(a.flat().length>0)throw new m(a.flat());return{note:n===null?i`no placeholder, none empty`:i`no placeholder, none empty, none that staging has`}},holds:async()=>!1};function k(e,t){return e.deploy.hosts.includes(t)?e.deploy.runAs:void 0}function ze(e,t){let o=e.prepare.trial?.start,s=A.facts(t).passed??[];if(o===void 0)return[];let n=new URL(e.health.url).origin,a=new URL(o.health).origin;return e.verify.checks.flatMap(r=>{if(r.kind!=="http"||r.bypass||!r.required||!s.includes(r.id))return[];let l=new URL(r.url);if(l.origin!==n)return[];let p=P(e,r);return[{...r,asSite:p,from:$(e),url:`${a}${l.pathname}${l.search}`}]})}async function qe(e,t,o,s){let n={plan:e.plan,expected:s,hosts:e.hosts,built:{directory:t.directory}};return Promise.all(o.map(async a=>({id:a.id,title:a.title??a.id,...await B(a,n)})))}function Ee({plan:e,state:t},o){return{...o,tag:C(t())[$(e)]??o.tag}}async function Ge(e,t,o){let s=e.deploy.hosts[0]??"",n=await R(e).current(t.get(s),e).catch(()=>({tag:"",commit:""}));return{tag:Object.values(o)[0]??n.tag,commit:n.commit}}export{ze as a,qe as b,Ee as c,Ge as d,j as e,ae as f,X as g,He as h};
