import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{h as Ne}from"./chunk-D3U5BZEK.js";import{h as H,i as Q,k as we,m as M,n as _,o as j,p as y,q as $e,r as Oe,t as ke,u as Re,v as Se,w as W}from"./chunk-6QYEDRRU.js";import{d as T}from"./chunk-IXBF6TIX.js";import{d as Te}from"./chunk-FJP6G6ZP.js";import{a as Ee,b as _e,e as ye}from"./chunk-UHACVXG5.js";import{a as be,g as V}from"./chunk-UEE6QLMH.js";import{j as he,m as $,p as F,q as w}from"./chunk-PDUI7LMK.js";import{c as ge,d as fe}from"./chunk-SAW4FQJM.js";import{E as pe,ma as ue,r as me}from"./chunk-AXMB25YG.js";import{J as ce,e as S,l as C,m as le}from"./chunk-M5Z7VIMN.js";import{g as K,h as L}from"./chunk-L76G2Y6O.js";import{b as ie,m as t,n as O,o as Y,p as k,q as de,t as X,x as P}from"./chunk-ZFSQH6XZ.js";function $o({approval:e,verify:o,window:n}){return o.ask!==void 0||n.ask!==void 0||e.comment!==void 0||o.scenarios.length>0}async function Oo(e,o){return!$o(o)||await ko(e)!==!1?[]:fe().problems}async function Ct({github:e,plan:o,log:n}){let r=await Oo(e,o).catch(s=>(n.warn(t`It could not be tried whether GitHub tells who edited a comment: ${P(s)}`),[]));if(r.length>0)throw new k(r)}async function ko(e){try{return await ge(e)}catch(o){if(o instanceof k)return!1;throw o}}import{performance as De}from"node:perf_hooks";import{randomBytes as To}from"node:crypto";var Le=`unset p low own names name state looks salt d first
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
echo looked`;var Ae=`${le}
${Le}
`;async function z(e,o,n){let{host:r,file:s,user:a}=e;try{let{stdout:i}=await r.attempt(ie(Ae,[s,...o],{stdin:`${n}
`,timeoutSeconds:120,label:t`look at the names and shapes of the settings in ${C(s)}`,...a===void 0?{}:{user:a}})),d=Ro(e,/^problem (\w+)$/m.exec(i)?.[1],/^looked$/m.test(i));return d!==null?{problems:[{where:r.name,...d}]}:[...i.matchAll(/^setting (\w+) (\w+) ([0-9a-f]*)$/gm)].map(([,l="",p="",u=""])=>({name:l,state:p,digest:u}))}catch(i){if(i instanceof k)return{problems:i.problems};throw i}}function Ro({file:e},o,n){switch(o){case"file":return{code:"key-unreadable",what:t`the settings in ${C(e)} cannot be read`,mend:t`let the user that deploys read it (chgrp and mode 0640), or correct the path`};case"printf":return{code:"key-shell-unsafe",what:t`the shell there would show the keys to others, so they were not looked at`,mend:t`let sh be dash, bash or busybox`};case void 0:return n?null:So(e);default:return{code:"key-program-missing",what:t`${o} is not installed, so the settings in ${C(e)} were not looked at`,mend:t`install ${o} (coreutils)`}}}function So(e){return{code:"key-look-cut-off",what:t`the settings in ${C(e)} could not be looked at to the end`,mend:t`may this user become the one who reads the file (sudo -n)?`}}var Lo={empty:{code:"key-empty",what:O`is empty`,mend:O`put the key there`},placeholder:{code:"key-placeholder",what:O`still holds a placeholder`,mend:O`put the key there`},short:{code:"key-short",what:O`is shorter than 8 characters, too short for a secret`,mend:O`make a longer one; if it is none, give it a name that does not speak of one`},control:{code:"key-control",what:O`holds a control character`,mend:O`write it anew by hand`}};async function ve(e,o,{names:n=[],shared:r}){let s=To(32).toString("hex"),[a,i]=await Promise.all([z(e,n,s),o===null?[]:z(o,n,s)]),d="problems"in i?i.problems:[];if("problems"in a)return[...a.problems,...d];let l="problems"in i?[]:i,p=a.flatMap(u=>vo(u)??(r.includes(u.name)?[]:Do(u,l)));return[...d,...[...n.filter(u=>!a.some(g=>g.name===u)).map(Ao),...p].map(u=>({where:e.host.name,...u}))]}function Ao(e){return{code:"key-missing",what:t`${e} is not in the settings file`,mend:t`add it there, or take it out of the plan's names`}}function vo({name:e,state:o}){let n=Lo[o];return n===void 0?null:[{...n,what:`${e} ${Y(n.what)}`,mend:Y(n.mend)}]}function Do({name:e,digest:o},n){let r=n.filter(a=>a.digest===o),s=r.find(a=>a.name===e)??r[0];return s===void 0?[]:[{code:"key-shared",what:t`${e} has the value that ${s.name===e?"it":s.name} has on staging`,mend:t`make a key of its own for production; if it has to be the same, name it under shared`}]}function Co(e,o){return o.from??e.services.hosts[0]??""}async function tn(e){let{access:o,keys:n}=e.plan.prepare,r=(await Promise.all(o.map(i=>Io(e,i)))).flat(),s=n===void 0?null:await Te(e,Po).then(()=>null,i=>i);if(s!==null&&!(s instanceof X)||r.length===0&&s!==null)throw s;let a=[...r,...s?.cause instanceof k?s.cause.problems:[]];if(a.length>0)throw new X("day-before.access",new k(a))}async function Io(e,o){let{plan:n}=e,r=pe.of(o.id).id,s=Co(n,o);await e.record({kind:"step",step:r,status:"started"});let a=De.now(),{verdict:i,evidence:d,latencyMs:l,expires:p}=await Ee(o,{host:e.hosts.get(s),envFile:n.deploy.envFile,user:Z(n,s)}).catch(f=>({verdict:"error",evidence:P(f)})),u=i==="pass"||i==="fail"?d:`${i}: ${d}`,g={verdict:i,...l===void 0?{}:{latencyMs:l},...p===void 0?{}:{expires:p}};return await e.record({kind:"step",step:r,status:i==="pass"?"done":"failed",seconds:Math.round(De.now()-a)/1e3,note:u,facts:g}),e.log.info(`${i==="pass"?"":"❌ "}${r} ${i}: ${d}`),i==="pass"?[]:[xo(i,`${_e(o)}: ${u}`,s)]}function xo(e,o,n){return e==="fail"?{code:"access-refused",what:o,where:n,mend:t`put the right key or address there before the night`}:{code:"access-unproved",what:o,where:n,mend:t`nothing was proved, which is not a pass; look why`}}var Po={id:me.id,async run({plan:e,hosts:o}){let{keys:n}=e.prepare,r=e.deploy.envFile;if(!n||r===void 0)return{skipped:!0};let s=n.staging===void 0?null:{host:o.get(n.staging.host),file:n.staging.file,user:Z(e,n.staging.host)},a=await Promise.all(e.deploy.hosts.map(i=>ve({host:o.get(i),file:r,user:Z(e,i)},s,n)));if(a.flat().length>0)throw new k(a.flat());return{note:s===null?t`no placeholder, none empty`:t`no placeholder, none empty, none that staging has`}},holds:async()=>!1};function Z(e,o){return e.deploy.hosts.includes(o)?e.deploy.runAs:void 0}function cn(e,o){let n=e.prepare.trial?.start,r=ue.facts(o).passed??[];if(n===void 0)return[];let s=new URL(e.health.url).origin,a=new URL(n.health).origin;return e.verify.checks.flatMap(i=>{if(i.kind!=="http"||i.bypass||!i.required||!r.includes(i.id))return[];let d=new URL(i.url);return d.origin!==s?[]:[{...i,from:V(e),url:`${a}${d.pathname}${d.search}`}]})}async function mn(e,o,n,r){let s={plan:e.plan,expected:r,hosts:e.hosts,built:{directory:o.directory}};return Promise.all(n.map(async a=>({id:a.id,title:a.title??a.id,...await ye(a,s)})))}function pn({plan:e,state:o},n){return{...n,tag:Ne(o())[V(e)]??n.tag}}async function un(e,o,n){let r=e.deploy.hosts[0]??"",s=await be(e).current(o.get(r),e).catch(()=>({tag:"",commit:""}));return{tag:Object.values(n)[0]??s.tag,commit:s.commit}}function q({backup:e,switch:o}){return o===void 0||e.copy===!0}function hn(e){let o=Fo(e);return e.backup.copy==="snapshot"?t`way back: the provider's snapshot, and else ${o}`:t`way back: ${o}`}function Fo(e){let o=e.backup.copy===!0;if(e.switch===void 0)return o?t`the copy takes the name`:t`the dump restored beside takes the name`;let n=T(e)?t` (made by the provider's command)`:"";return o?t`the service changes over to the copy`:t`the dump restored beside${n}, which the service changes over to`}var Ce=.2;async function Ho(e,o,{bytes:n,serverVersion:r},{copy:s,elsewhere:a=!1}={copy:!1}){let i=a?await Se(e,o,n):await ke(e,o,n),d=[await Mo(e,o,n)],l=[],p=jo(s,r);for(let h of await Promise.all(i.map(N=>Wo(e,o,N,p))))h.some(({disk:N})=>N===null)?l.push(Bo(h)):d.push(...h);a||d.push(...await qo(e,o,n));let g=[...new Set(d.map(Ie))].map(h=>Uo(e,o,d.filter(N=>Ie(N)===h))),f=i.flatMap(({tablespace:h,path:N,bytes:J})=>h===null?[]:[t`tablespace ${h} holds ${L(J)} of it at ${N}`]),v=[...g.map(({text:h})=>h),...l,...f];return{problems:g.flatMap(({problem:h})=>h??[]),note:v.join("; ")}}var Ie=({disk:e})=>e?.device??"";async function Mo(e,o,n){let r=o.backup.directory;return{purpose:"dump",label:t`the dump`,path:r,bytes:n,disk:await W(e,o,r,{climb:!0})}}function jo(e,o){return e?Number.parseInt(o,10)>=18?"sharing":"copied":"none"}async function Wo(e,o,{tablespace:n,path:r,bytes:s},a){let i={path:r??"",disk:r===null?null:await W(e,o,r,{climb:!1})},d=n===null?"":t` in tablespace ${n}`,l={purpose:"proof",label:t`the restored proof${d}`,bytes:s,...i};if(a==="none")return[l];let p=Math.ceil(s*(a==="sharing"&&i.disk?.shares===!0?Ce:1+Ce));return[l,{purpose:"copy",label:t`the rollback copy${d}`,bytes:p,...i}]}async function qo(e,o,n){let r=await Re(e,o),s=r?.path==null?null:await W(e,o,r.path,{climb:!1});return r===null||s===null?[]:[{purpose:"log",label:t`the write-ahead log that ${r.by} holds`,path:r.path??"",bytes:n,disk:s}]}function Bo(e){let o=e.map(({label:r})=>r).join(t` and `),n=e[0]?.path??"";return t`room for ${o} could not be looked at${n===""?"":` (${n})`}`}function Uo(e,o,n){let r=o.backup.leastFree*1024*1024,s=n.reduce((u,{bytes:g})=>u+g,r),a=n[0]?.disk?.bytes??0,i=Jo(n.map(({label:u,bytes:g})=>`${u} (${L(g)})`)),d=t`${L(a)} free for ${i}, ${L(s)} needed`;if(a>=s)return{text:d,problem:null};let l=[...new Set(n.map(({path:u})=>u))],p=r>0?t` with ${L(r)} to stay free`:"";return{text:d,problem:{code:"db-no-room",what:`${d}${p}`,where:`${e.name}:${l.join(", ")}`,mend:Go(o,n,l).join(t`, or `)}}}function Jo(e){return e.length>1?t`${e.slice(0,-1).join(", ")} and ${e.at(-1)}`:e[0]}function Go(e,o,n){let r=[t`make room`];return n.includes(e.backup.directory)&&r.push(t`choose another database.backup.directory`),o.some(({purpose:s})=>s==="log")&&r.push(t`drop the slot or mend archive_command`),o.some(({purpose:s})=>s==="copy")&&r.push(t`do without the rollback copy (database.backup.copy: false)`),r}var A=5;function m(e,o){return`${e.slice(0,A).map(o).join(", ")}${e.length>A?t` and ${e.length-A} more`:""}`}function c(e,o=80){return e.replaceAll(/[^\p{L}\p{N} .,:;_/@+='()-]/gu,"").slice(0,o)}function b(e){return c(e[0]?.me??"")}var Yo="contrib_regression",xe={kind:"extension",asked:"inside",sql:`SELECT json_build_object(
  'kind', 'extension',
  'why', CASE WHEN v.name IS NULL THEN 'gone' ELSE 'untrusted' END,
  'me', current_user,
  'name', e.extname
)
FROM pg_extension e
  LEFT JOIN pg_available_extensions a ON a.name = e.extname
  LEFT JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
WHERE e.oid >= 16384 AND (v.name IS NULL OR (v.superuser AND NOT v.trusted AND NOT ${_}))
ORDER BY e.extname;
`,problems:(e,{database:o,provided:n=!1})=>{let r=d=>m(d,({name:l})=>c(l)),s=e.filter(({why:d})=>d==="gone"),a=e.filter(({why:d})=>d==="untrusted"),i=[];if(s.length>0){let d=t`extensions of ${o} are not installed on the server any more, and a dump of it could not be restored`;i.push({code:"db-extension-missing",what:`${d}: ${r(s)}`,mend:t`install their packages again, or DROP EXTENSION what is not used`})}if(a.length>0&&!n){let d=b(e),l=t`the role ${d} may not create extensions that ${o} has; only a superuser may`;i.push({code:"db-extension-missing",what:`${l}: ${r(a)}`,mend:t`DROP EXTENSION what is not used; ${t`or let database.connection be a superuser's`}`})}return i}},Pe={kind:"extension-home",asked:"inside",sql:`SELECT json_build_object('kind', 'extension-home', 'name', d.datname)
FROM pg_extension e, pg_database d WHERE e.extname = 'pg_cron' AND d.datname = '${Yo}';
`,problems:(e,{database:o})=>e.map(({name:n})=>({code:"db-extension-home",what:t`pg_cron of ${o} is restored beside it under the name ${n}, and there is such a database already`,mend:t`rename that database, or drop it`}))},Fe={kind:"extension-rows",asked:"inside",sql:we,problems:(e,{database:o})=>{let n=e.filter(({rows:a})=>a!==0),r=e.filter(a=>a.rows===0&&a.added),s=[];return n.length>0&&s.push({code:"db-extension-rows",what:t`tables of ${o} belong to extensions, so that pg_dump leaves them out, and hold rows that no \
extension brings: ${m(n,({name:a,rows:i})=>c(t`${a}: ${i} rows`))}`,mend:t`take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped, or empty them`}),r.length>0&&s.push({code:"db-extension-member",what:t`tables of ${o} were added to extensions that do not bring them, so that pg_dump leaves them \
out: ${m(r,({name:a})=>c(a))}`,mend:t`take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped`}),s}},He={kind:"extension-version",asked:"inside",sql:`SELECT json_build_object(
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
`,problems:(e,{database:o})=>{let n=m(e,({name:r,was:s,is:a})=>c(t`${r} ${s}, now ${a}`));return[{code:"db-extension-version",what:t`extensions of ${o} are of versions that the server cannot create any more, and a restored \
one would have others: ${n}`,mend:t`bring them up to date before the launch: ALTER EXTENSION … UPDATE`}]}};var Me={kind:"unreadable",asked:"inside",sql:`SELECT json_build_object('kind', 'unreadable', 'me', current_user, 'name', n.nspname || '.' || c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
  AND NOT ${_} AND ${y("pg_class","c.oid")}
  AND (
    NOT has_schema_privilege(n.oid, 'USAGE') OR NOT has_table_privilege(c.oid, 'SELECT') OR row_security_active(c.oid)
  )
ORDER BY c.relname;
`,problems:(e,{database:o})=>{let n=b(e),r=m(e,({name:a})=>c(a));return[{code:"db-not-readable",what:`${t`the role ${n} may not read all of ${o}, and pg_dump would stop there`}: ${r}`,mend:t`as superuser: GRANT pg_read_all_data TO "${n}" (PostgreSQL 14 and newer), and ALTER ROLE "${n}" \
BYPASSRLS where policies hide rows`}]}};var je={kind:"replication",asked:"server",sql:`SELECT json_build_object('kind', 'replication', 'part', 'walsender', 'name', a.application_name)
FROM pg_stat_replication r JOIN pg_stat_activity a USING (pid)
WHERE a.datname = :'name';
SELECT json_build_object('kind', 'replication', 'part', 'slot', 'name', slot_name)
FROM pg_replication_slots
WHERE database = :'name' ORDER BY slot_name;
SELECT json_build_object('kind', 'replication', 'part', 'subscription', 'name', s.subname)
FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
WHERE d.datname = :'name' ORDER BY s.subname;
`,problems:(e,{database:o})=>[{code:"db-replication",what:t`${o} takes part in logical replication, which blocks clone and rename, or stays with the \
renamed database: ${Xo(e)}`,mend:t`stop it before the launch and set it up again after it: disable the subscription on the other side \
and drop the slot (SELECT pg_drop_replication_slot), or DROP SUBSCRIPTION here`}]};function Xo(e){let o=i=>e.filter(({part:d})=>d===i),[n,r,s]=[o("slot"),o("subscription"),o("walsender")],a=[];if(n.length>0&&a.push(t`replication slot ${m(n,({name:i})=>c(i))}`),r.length>0&&a.push(t`subscription ${m(r,({name:i})=>c(i))}`),s.length>0){let i=m(s,({name:d})=>c(d)||t`without a name`);a.push(t`${s.length} attached ${s.length===1?"receiver":"receivers"} (${i})`)}return a.join(", ")}var Ko=`NOT EXISTS (
    SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = pg_proc.oid AND i.deptype = 'i'
  )`,Vo=`SELECT relowner AS owner, relacl AS acl FROM pg_class
  WHERE oid >= 16384 AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND relpersistence <> 't'
    AND ${y("pg_class","pg_class.oid")}
  UNION ALL
  SELECT proowner, proacl FROM pg_proc
  WHERE oid >= 16384 AND ${y("pg_proc","pg_proc.oid")} AND ${Ko}
  UNION ALL
  SELECT nspowner, nspacl FROM pg_namespace
  WHERE oid >= 16384 AND nspname !~ '^pg_' AND ${y("pg_namespace","pg_namespace.oid")}
  UNION ALL
  SELECT typowner, typacl FROM pg_type
  WHERE oid >= 16384
    AND (typtype IN ('d', 'e', 'r') OR EXISTS (SELECT FROM pg_class c WHERE c.oid = typrelid AND c.relkind = 'c'))
    AND ${y("pg_type","pg_type.oid")}
  UNION ALL
  SELECT c.relowner, a.attacl FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.oid >= 16384 AND a.attacl IS NOT NULL AND ${y("pg_class","c.oid")}
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
    )`,Qo=`WITH owned AS (
  ${Vo}
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
  WHERE NOT ${_} AND NOT (pg_has_role(r.oid, 'USAGE') AND pg_has_role(r.oid, ${M}))
  UNION
  SELECT 'grantor', r.oid
  FROM granted g JOIN pg_roles r ON r.oid = g.grantor
  WHERE NOT ${_} AND g.grantor <> g.owner AND r.rolname <> current_user
)
SELECT json_build_object('kind', 'role', 'why', f.why, 'me', current_user, 'name', coalesce(r.rolname, f.role::text))
FROM found f LEFT JOIN pg_roles r ON r.oid = f.role
ORDER BY r.rolname, f.role;
`,We={kind:"role",asked:"inside",sql:Qo,problems:(e,{database:o})=>["gone","owner","above","grantor"].flatMap(n=>{let r=e.filter(s=>s.why===n);return r.length===0?[]:[zo[n](r,o)]})},zo={gone:Zo,owner:et,above:ot,grantor:tt},B=e=>m(e,({name:o})=>c(o)),ee=()=>t`or let database.connection be a superuser's`;function Zo(e,o){return{code:"db-role-missing",what:`${t`owners or grants in ${o} name roles that do not exist any more, and a dump of it could not be restored`}: ${B(e)}`,mend:t`as superuser, take these entries out of the access lists (psql: \\dp and \\ddp show them by number)`}}function et(e,o){let n=b(e),r=t`the role ${n} may not give objects of a restored ${o} to their owners, as it is no member of them`,s=e.map(({name:a})=>`"${c(a)}"`).join(", ");return{code:"db-role-missing",what:`${r}: ${B(e)}`,mend:t`as superuser: GRANT ${s} TO "${n}"; ${ee()}`}}function ot(e,o){let n=b(e);return{code:"db-role-missing",what:`${t`objects in ${o} belong to superusers, and the role ${n} may not restore them as theirs`}: ${B(e)}`,mend:t`give them to the database's owner (ALTER … OWNER TO); ${ee()}`}}function tt(e,o){let n=b(e);return{code:"db-role-missing",what:`${t`the role ${n} may not put back grants in ${o} that others than the owners gave`}: ${B(e)}`,mend:t`let the owners give these grants; ${ee()}`}}var qe={kind:"session",asked:"server",sql:`SELECT json_build_object(
  'kind', 'session', 'me', current_user, 'role', r.rolname, 'superuser', r.rolsuper,
  'ends', ${j},
  'sees', pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_read_all_stats', 'USAGE')
)
FROM pg_roles r
WHERE NOT ${_}
  AND r.oid IN (
    SELECT usesysid FROM pg_stat_activity
    WHERE datname = :'name' AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend'
      AND pid NOT IN (SELECT pid FROM pg_stat_replication)
  )
ORDER BY r.rolname;
`,problems:(e,{database:o,closed:n=!0})=>{let r=b(e),s=p=>m(p,({role:u})=>c(u)),a=e.filter(({superuser:p})=>n&&p),i=e.filter(({superuser:p,ends:u})=>n&&!p&&!u),d=e.filter(({sees:p})=>!p),l=[];return a.length>0&&l.push({code:"db-no-signal",what:t`superusers are connected to ${o}, and the role ${r} may not end their sessions: ${s(a)}`,mend:t`have them disconnect, or let database.connection be a superuser's`}),i.length>0&&l.push({code:"db-no-signal",what:t`the role ${r} may not end the sessions of other roles in ${o}: ${s(i)}`,mend:t`as superuser: GRANT pg_signal_backend TO "${r}"`}),d.length>0&&l.push({code:"db-no-sight",what:t`the role ${r} does not see what the sessions of other roles in ${o} are, and would overlook them: ${s(d)}`,mend:t`as superuser: GRANT pg_read_all_stats TO "${r}"`}),l}};var Be={kind:"setting",asked:"inside",sql:`SELECT current_setting('server_version_num')::int >= 150000 AS knows_parameters,
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
`,problems:(e,{database:o})=>{let n=m(e,({name:s})=>c(s));return[{code:"db-setting",what:`${t`the role ${b(e)} may not give a copy of ${o} the settings that it has`}: ${n}`,mend:t`set them for the server or the role instead of in the database; ${t`or let database.connection be a superuser's`}`}]}};var Ue={kind:"collation-version",asked:"inside",sql:`SELECT current_setting('server_version_num')::int >= 150000 AS knows_versions \\gset
\\if :knows_versions
  SELECT json_build_object('kind', 'collation-version', 'was', d.datcollversion, 'is', a.version)
  FROM pg_database d, LATERAL (SELECT pg_database_collation_actual_version(d.oid) AS version) a
  WHERE d.datname = current_database()
    AND d.datcollversion IS NOT NULL AND d.datcollversion IS DISTINCT FROM a.version;
\\endif
`,problems:(e,{database:o})=>{let n=m(e,({was:r,is:s})=>c(t`${r}, now ${s??t`none`}`));return[{code:"db-collation-version",what:t`${o} was sorted by another version of the system's collations, so that it can not be cloned, \
and its indexes may not find what they hold: ${n}`,mend:t`before the launch: REINDEX DATABASE "${o}"; ALTER DATABASE "${o}" REFRESH COLLATION VERSION`}]}},Je={kind:"collation",asked:"inside",sql:`WITH used AS (
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
`,problems:(e,{database:o})=>{let n=d=>e.filter(l=>l.part===d),r=d=>m(d,({name:l,was:p,is:u})=>c(t`${l} ${p}, now ${u??t`none`}`)),[s,a]=[n("collation"),n("template")],i=[];return s.length>0&&i.push({code:"db-index-collation-version",what:t`indexes of ${o} were sorted by other versions of these collations, and may not find what they hold: ${r(s)}`,mend:t`before the launch: REINDEX DATABASE "${o}"; ALTER COLLATION … REFRESH VERSION for each`}),a.length>0&&i.push({code:"db-template-collation-version",what:t`no database can be made from a template of another version of the system's collations: ${r(a)}`,mend:t`as superuser: ALTER DATABASE template0 REFRESH COLLATION VERSION`}),i}},Ge={kind:"tablespace",asked:"inside",sql:`SELECT DISTINCT jsonb_build_object('kind', 'tablespace', 'me', current_user, 'name', s.spcname)
FROM pg_tablespace s
WHERE s.spcname NOT IN ('pg_default', 'pg_global') AND NOT has_tablespace_privilege(s.oid, 'CREATE')
  AND (s.oid = (SELECT dattablespace FROM pg_database WHERE datname = current_database())
    OR s.oid IN (SELECT reltablespace FROM pg_class WHERE oid >= 16384));
`,problems:(e,{database:o})=>{let n=b(e),r=m(e,s=>c(s.name));return[{code:"db-tablespace",what:t`the role ${n} may not create anything in tablespaces that ${o} lies in: ${r}`,mend:t`as superuser: GRANT CREATE ON TABLESPACE ${e.map(({name:s})=>`"${c(s)}"`).join(", ")} TO "${n}"`}]}};var Ye={kind:"taken",asked:"server",sql:`SELECT json_build_object('kind', 'taken', 'name', datname)
FROM pg_database WHERE datname IN (SELECT json_array_elements_text(:'names')) ORDER BY datname;
`,problems:e=>e.map(({name:o})=>({code:"db-name-taken",what:t`a database ${c(o)} is there already, and the launch needs its name`,mend:t`it is what an earlier launch kept; look at it, then rename or drop it yourself`}))};var Xe={kind:"prepared",asked:"server",sql:`SELECT json_build_object(
  'kind', 'prepared',
  'gid', gid,
  'seconds', extract(epoch FROM clock_timestamp() - prepared)::int
)
FROM pg_prepared_xacts WHERE database = :'name' ORDER BY prepared;
`,problems:(e,{database:o})=>{let n=m(e,({gid:a,seconds:i})=>t`${c(a)} (${K(i)} old)`),s=e.slice(0,A).map(({gid:a})=>`'${c(a,200).replaceAll("'","''")}'`).map(a=>t`COMMIT PREPARED ${a} or ROLLBACK PREPARED ${a}`).join("; ");return[{code:"db-prepared-transaction",what:t`a prepared transaction is open in ${o}, so that it can neither be cloned nor renamed: ${n}`,mend:t`connected to ${o}, after asking whose it is: ${s}`}]}},Ke={kind:"transaction",asked:"server",sql:`SELECT json_build_object(
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
`,problems:(e,{database:o})=>{let n=m(e,nt),r=e.slice(0,A).map(({pid:s})=>`SELECT pg_terminate_backend(${s})`);return[{code:"db-long-transaction",what:t`a transaction stays open in ${o}, and its locks would hold up the dump: ${n}`,mend:t`have its program end it, or as superuser: ${r.join("; ")}`}]}};function nt({role:e,program:o,seconds:n}){let r=c(o);return t`${c(e)}${r===""?"":` (${r})`}, ${K(n)} old`}var rt=`(SELECT p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
      WHERE p.oid >= 16384 AND l.lanname NOT IN ('c', 'internal'))`,U=(e,o,n="")=>`EXISTS (
      SELECT FROM pg_depend d LEFT JOIN pg_operator o ON d.refclassid = 'pg_operator'::regclass AND o.oid = d.refobjid
      WHERE d.classid = '${e}'::regclass AND d.objid = ${o}${n}
        AND (CASE d.refclassid WHEN 'pg_proc'::regclass THEN d.refobjid WHEN 'pg_operator'::regclass THEN o.oprcode END)
          IN ${rt}
    )`,R="format('%I.%I', n.nspname, c.relname)",I="JOIN pg_namespace n ON n.oid = c.relnamespace",x="c.oid >= 16384 AND c.relpersistence <> 't'",st=`SELECT 'constraint ' || k.conname || ' of ' || ${R} AS name,
      format('SELECT EXISTS (SELECT FROM ONLY %s WHERE NOT (%s))', ${R}, pg_get_expr(k.conbin, c.oid)) AS sql
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${I}
    WHERE k.contype = 'c' AND k.convalidated AND c.relkind = 'r' AND ${x} AND ${U("pg_constraint","k.oid")}`,at=`SELECT 'index ' || x.relname || ' of ' || ${R},
      format('SELECT count(q) < 0 FROM (SELECT %s FROM ONLY %s%s LIMIT 1000) q',
        coalesce(pg_get_expr(i.indexprs, c.oid), '1'), ${R}, ' WHERE ' || pg_get_expr(i.indpred, c.oid))
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid ${I}
    WHERE i.indisvalid AND c.relkind IN ('r', 'm') AND ${x} AND ${U("pg_class","x.oid")}`,it=`SELECT 'column ' || a.attname || ' of ' || ${R},
      format('SELECT count(q) < 0 FROM (SELECT %s FROM ONLY %s LIMIT 1000) q', pg_get_expr(e.adbin, c.oid), ${R})
    FROM pg_attrdef e JOIN pg_attribute a ON a.attrelid = e.adrelid AND a.attnum = e.adnum
      JOIN pg_class c ON c.oid = e.adrelid ${I}
    WHERE a.attgenerated = 's' AND c.relkind = 'r' AND ${x} AND ${U("pg_attrdef","e.oid")}`,dt=`SELECT 'materialized view ' || ${R},
      format('SELECT count(q) < 0 FROM (SELECT v FROM (%s) v LIMIT 1) q', rtrim(pg_get_viewdef(c.oid), ';'))
    FROM pg_class c ${I}
    WHERE c.relkind = 'm' AND c.relispopulated AND ${x} AND EXISTS (
      WITH RECURSIVE uses (id) AS (
        SELECT c.oid
        UNION
        SELECT d.refobjid FROM uses u JOIN pg_rewrite w ON w.ev_class = u.id
          JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
        WHERE d.refclassid = 'pg_class'::regclass
      )
      SELECT FROM uses u JOIN pg_class r ON r.oid = u.id LEFT JOIN pg_rewrite w ON w.ev_class = r.oid
      WHERE r.relkind = 'f' OR ${U("pg_rewrite","w.oid")}
    )`,oe=(e,o)=>`(SELECT string_agg(format('${o}.%I', a.attname), ', ' ORDER BY u.at)
        FROM unnest(k.${e}) WITH ORDINALITY u (number, at)
          JOIN pg_attribute a ON a.attrelid = ${o==="c"?"k.conrelid":"k.confrelid"} AND a.attnum = u.number)`,lt=`SELECT 'constraint ' || k.conname || ' of ' || ${R},
      format('SELECT EXISTS (SELECT FROM ONLY %s c WHERE num_nulls(%s) = 0 AND NOT EXISTS (SELECT FROM %s p WHERE (%s) = (%s)))',
        ${R}, ${oe("conkey","c")}, (SELECT format('%I.%I', m.nspname, f.relname)
          FROM pg_class f JOIN pg_namespace m ON m.oid = f.relnamespace WHERE f.oid = k.confrelid),
        ${oe("confkey","p")}, ${oe("conkey","c")})
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${I}
    WHERE k.contype = 'f' AND k.convalidated AND c.relkind = 'r' AND ${x}
      AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled IN ('D', 'R'))`,Ve={kind:"not-restorable",asked:"inside",sql:`SELECT EXISTS (SELECT FROM pg_language WHERE lanname = 'plpgsql') AS has_plpgsql \\gset
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
    FOR one IN ${[st,at,it,dt,lt].join(`
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
`,problems:(e,{database:o})=>[{code:"db-not-restorable",what:t`a restored ${o} could not compute this with the rows that are there: \
${m(e,({name:n,...r})=>c(`${n} (${ct(r)})`,200))}`,mend:t`mend the rows, or let the function name its schemas (ALTER FUNCTION … SET search_path = …), or drop what is not used`}]};function ct({state:e,said:o}){return e===""?t`rows break it`:e.startsWith("42")||e.startsWith("3F")?o:e}var Qe=e=>`SELECT c.oid, pg_relation_filepath(c.oid) AS path, c.relnamespace, c.relname
  FROM ${e} WHERE c.relkind IN ('r', 'i', 'm', 't', 'S') AND c.relpersistence <> 't' AND NOT c.relisshared`,ze="path IS NOT NULL AND (pg_stat_file(path, true)).size IS NULL",mt=`WITH folder AS (
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
`,Ze={kind:"file",asked:"inside",sql:`SELECT ${_} AS may \\gset
\\if :may
  SELECT coalesce(json_agg(oid), '[]') AS suspects FROM (${Qe("pg_class c")}) s WHERE ${ze} \\gset
  SELECT jsonb_build_object('kind', 'file', 'part', 'relation', 'name', relnamespace::regnamespace || '.' || relname)
  FROM (${Qe("json_array_elements_text(:'suspects') o JOIN pg_class c ON c.oid = o::oid")}) s
  WHERE ${ze} ORDER BY relname;
  ${mt}\\endif
`,problems:(e,{database:o})=>{let n=i=>e.filter(d=>d.part===i),[r,s]=[n("relation"),n("library")],a=[];return r.length>0&&a.push({code:"db-files-missing",what:t`the server has no files of these tables and indexes of ${o} any more: ${m(r,({name:i})=>c(i))}`,mend:t`mount what is not mounted (a tablespace's disk), or restore them from a backup; drop or REINDEX what is lost for good`}),s.length>0&&a.push({code:"db-library-missing",what:t`functions of ${o} are in libraries that the server does not have any more, and a dump of it \
could not be restored: ${m(s,({name:i})=>c(i))}`,mend:t`install their package again, or drop the functions`}),a}};var eo={kind:"login-trigger",asked:"inside",sql:`SELECT json_build_object('kind', 'login-trigger', 'me', current_user, 'name', evtname)
FROM pg_event_trigger
WHERE evtevent = 'login' AND evtenabled IN ('O', 'A') AND current_setting('event_triggers', true) IS DISTINCT FROM 'off'
ORDER BY evtname;
`,problems:(e,{database:o})=>[{code:"db-login-trigger",what:t`triggers run at each login to ${o}, golive's too, and may change what is compared: \
${m(e,({name:n})=>c(n))}`,mend:t`as superuser: ALTER ROLE "${b(e)}" SET event_triggers = off`}]};var pt=[["pg_event_trigger","'event trigger ' || m.evtname","true"],["pg_foreign_data_wrapper","'foreign-data wrapper ' || m.fdwname","true"],["pg_am","'access method ' || m.amname","true"],["pg_opfamily","'operator family ' || m.opfname","true"],["pg_language","'language ' || m.lanname","NOT m.lanpltrusted"],["pg_ts_parser","'text search parser ' || m.prsname","true"],["pg_ts_template","'text search template ' || m.tmplname","true"],["pg_cast","'cast to ' || m.casttarget::regtype","m.castmethod = 'b'"],["pg_publication","'publication ' || m.pubname","m.puballtables"],["pg_proc","'function ' || m.proname",`(m.proleakproof OR NOT (SELECT lanpltrusted FROM pg_language WHERE oid = m.prolang) OR EXISTS (
      SELECT FROM unnest(m.proconfig) c JOIN pg_settings s ON s.name = split_part(c, '=', 1) WHERE s.context = 'superuser'
    ))`]],ut=([e,o,n])=>`SELECT ${o} AS name FROM ${e} m
  WHERE m.oid >= 16384 AND ${n} AND ${y(e,"m.oid")}
    AND NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = '${e}'::regclass AND d.objid = m.oid AND d.deptype = 'i'
    )`,gt=`SELECT 'grants on ' || m.proname FROM pg_proc m
    LEFT JOIN pg_init_privs i ON i.classoid = 'pg_proc'::regclass AND i.objoid = m.oid AND i.objsubid = 0
  WHERE m.oid < 16384 AND m.proacl IS DISTINCT FROM i.initprivs
  UNION ALL
  SELECT 'grants on ' || m.relname FROM pg_class m
    LEFT JOIN pg_init_privs i ON i.classoid = 'pg_class'::regclass AND i.objoid = m.oid AND i.objsubid = 0
  WHERE m.oid < 16384 AND m.relnamespace = 'pg_catalog'::regnamespace AND m.relacl IS DISTINCT FROM i.initprivs`,oo={kind:"superuser-only",asked:"inside",sql:`SELECT DISTINCT jsonb_build_object('kind', 'superuser-only', 'me', current_user, 'name', o.name)
FROM (
  ${[...pt.map(ut),gt].join(`
  UNION ALL
  `)}
) o (name)
WHERE NOT ${_};
`,problems:(e,{database:o})=>{let n=m(e,({name:r})=>c(r));return[{code:"db-superuser-only",what:t`only a superuser may restore this of ${o}, and the role ${b(e)} is none: ${n}`,mend:t`let database.connection be a superuser's, or drop what is not used`}]}};var te="('pg_catalog'::regnamespace, 'information_schema'::regnamespace)",to={kind:"system-schema",asked:"inside",sql:`SELECT jsonb_build_object('kind', 'system-schema', 'name', o.schema::regnamespace || '.' || o.name)
FROM (
  SELECT c.relnamespace, c.relname FROM pg_class c
  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relnamespace IN ${te}
    AND ${y("pg_class","c.oid")}
  UNION ALL
  SELECT p.pronamespace, p.proname FROM pg_proc p
  WHERE p.oid >= 16384 AND p.pronamespace IN ${te} AND ${y("pg_proc","p.oid")}
  UNION ALL
  SELECT o.oprnamespace, o.oprname FROM pg_operator o
  WHERE o.oid >= 16384 AND o.oprnamespace IN ${te} AND ${y("pg_operator","o.oid")}
) o (schema, name)
ORDER BY o.name;
`,problems:(e,{database:o})=>[{code:"db-in-system-schema",what:t`objects of ${o} lie in PostgreSQL's own schemas, where pg_dump leaves them out: \
${m(e,({name:n})=>c(n))}`,mend:t`move them to a schema of your own (ALTER … SET SCHEMA), or drop what is not used`}]};var no={kind:"limit",asked:"server",sql:`WITH me AS (SELECT oid, rolsuper, rolconnlimit FROM pg_roles WHERE rolname = session_user),
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
`,problems:(e,{database:o})=>e.map(n=>({code:"db-connection-limit",...ft(n,o)}))};function ft({of:e,me:o,limit:n,needed:r,used:s},a){let i=c(o);switch(e){case"database":return{what:t`${a} takes ${n} connections at once, and golive's dump needs ${r}`,mend:t`ALTER DATABASE "${a}" CONNECTION LIMIT ${r}, or fewer database.backup.jobs`};case"role":return{what:t`the role ${i} may have ${n} connections at once, ${s} of them are in use elsewhere, and \
golive's dump needs ${r}`,mend:t`as superuser: ALTER ROLE "${i}" CONNECTION LIMIT ${s+r}; or fewer database.backup.jobs`};case"server":return{what:t`the server takes ${n} connections of such a role, ${s} of them are in use for other databases, \
and golive's dump needs ${r}`,mend:t`raise max_connections and restart PostgreSQL, or close what is not needed; or fewer database.backup.jobs`}}}var ro={kind:"locks",asked:"inside",sql:`WITH room AS (
    SELECT current_setting('max_locks_per_transaction')::int AS now, ${Oe} AS slots, ${$e} AS needed,
      (SELECT count(DISTINCT (locktype, database, relation, classid, objid, objsubid, virtualxid, transactionid))
        FROM pg_locks WHERE NOT fastpath AND pid <> pg_backend_pid()) AS used
  )
SELECT json_build_object(
  'kind', 'locks', 'needed', needed, 'used', used, 'room', now * slots, 'now', now,
  'wanted', ceil((needed + used) / slots::numeric / 64) * 64
)
FROM room WHERE needed + used > now * slots;
`,problems:(e,{database:o})=>e.map(({needed:n,used:r,room:s,now:a,wanted:i})=>({code:"db-lock-room",what:t`a dump of ${o} locks ${n} tables, sequences and views at once, and the server has room for \
${s} locks, ${r} of them in use`,mend:t`ALTER SYSTEM SET max_locks_per_transaction = ${i} (it is ${a}), and restart PostgreSQL`}))};var so={kind:"session-setting",asked:"inside",sql:`SELECT json_build_object('kind', 'session-setting', 'name', name, 'value', setting)
FROM pg_settings
WHERE (name IN ('statement_timeout', 'idle_in_transaction_session_timeout') AND setting <> '0')
  OR (name IN ('default_transaction_read_only', 'default_transaction_deferrable') AND setting = 'on')
  OR (name = 'default_transaction_isolation' AND setting = 'serializable')
ORDER BY name;
`,problems:e=>[{code:"db-options-lost",what:t`golive's own settings do not reach the server, as a service file with options= goes before them, and it \
would be stopped by: ${m(e,({name:o,value:n})=>c(`${o} = ${n}`))}`,mend:t`take options= out of that entry of pg_service.conf, or name host, port and user in database.connection`}]};var ao={kind:"worker",asked:"server",sql:`SELECT json_build_object(
  'kind', 'worker', 'me', current_user, 'type', a.backend_type,
  'ends', ${_} OR (${j}),
  'comesBack', a.backend_type <> 'pg_cron launcher'
    OR EXISTS (SELECT FROM pg_settings WHERE name = 'cron.launch_active_jobs')
)
FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
WHERE a.datname = :'name' AND a.backend_type NOT IN ('client backend', 'parallel worker', 'walsender')
  AND a.backend_type !~ '^logical replication'
ORDER BY a.backend_type;
`,problems:(e,{database:o,copy:n,closed:r=!0})=>{if(!r)return[];let s=l=>m(l,({type:p})=>c(p)),a=e.filter(({ends:l})=>!l),i=e.filter(({ends:l,comesBack:p})=>l&&!p),d=[];return a.length>0&&d.push({code:"db-worker",what:t`background workers hold ${o} open, so that it can neither be cloned nor renamed, and the role \
${b(e)} may not end them: ${s(a)}`,mend:t`let database.connection be a superuser's, or give the worker another database (pg_cron: \
cron.database_name = 'postgres', and cron.schedule_in_database)`}),n&&i.length>0&&d.push({code:"db-worker-not-back",what:t`background workers would have to be ended for the rollback copy of ${o}, and would not start \
again before PostgreSQL does: ${s(i)}`,mend:t`do without the rollback copy (database.backup.copy: false), or give the worker another database \
(cron.database_name = 'postgres', and cron.schedule_in_database), or install pg_cron 1.6 or newer`}),d}};var ne=[Xe,Ke,je,qe,ao,no,Ye,We,xe,Me,Be,Fe,He,Ue,Je,Ge,so,ro,Pe,Ze,to,oo,eo,Ve];async function lo(e,o,{names:n,transactionSeconds:r}){let s={name:o.name,names:JSON.stringify(n),seconds:String(r),jobs:String(o.backup.jobs)},a=await e.run(w(o,$(o),io("server"),{variables:s,timeoutSeconds:120})),i=w(o,o.name,io("inside"),{variables:s,timeoutSeconds:300}),d=await e.attempt(i),l=H(`${a.stdout}
${d.code===0?d.stdout:""}`),p={database:o.name,closed:q(o),provided:T(o),copy:o.backup.copy===!0},u=ne.flatMap(({kind:f,problems:v})=>{let h=l.filter(N=>N.kind===f);return h.length===0?[]:v(h,p)}),g=d.code===0?[]:[await bt(e,o,i,d)];return[...u,...g].map(f=>({...f,where:e.name}))}function io(e){return`BEGIN TRANSACTION READ ONLY;
SET LOCAL search_path = pg_catalog;
${ne.filter(({asked:n})=>n===e).map(({sql:n})=>n).join("")}COMMIT;
`}async function bt(e,{name:o},n,r){let s=await S(e,n,r);return r.code!==2?{code:"db-not-looked-at",what:t`the look at ${o} failed, so that it is not known what is in the launch's way there: ${s}`,mend:t`try again; look in the server's log what it says there`}:{code:"db-closed",what:t`the database ${o} does not let golive in: ${s}`,mend:t`as superuser: ALTER DATABASE "${o}" ALLOW_CONNECTIONS true; and GRANT CONNECT ON DATABASE "${o}" \
to the role of database.connection`}}var ht=`BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER DATABASE :"name" ALLOW_CONNECTIONS true;
ROLLBACK;
`;async function co(e,o){let n=w(o,$(o),ht,{variables:{name:o.name},timeoutSeconds:60}),r=await e.attempt(n);return r.code===0?[]:[{code:"db-doors-refused",what:t`the server does not let golive close ${o.name} to everybody, so it can be neither cloned nor renamed: \
${await S(e,n,r)}`,mend:t`set backup.copy: false and name database.switch: the way back is then a database beside, and nothing is \
closed (docs/managed-databases.md)`}]}var Et=`ask() { psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -d "$GOLIVE_MAINTENANCE" "$@"; }
ask -v "mark=$1" -f - && ask -c "SELECT 'after', pg_backend_pid(), coalesce(current_setting('golive.look', true), '')"`,re="pg_backend_pid(), coalesce(current_setting('golive.look', true), '')",_t=`SELECT set_config('golive.look', :'mark', false) \\g /dev/null
SELECT 'first', ${re};
\\! psql -X -q -A -t --no-password -d "$GOLIVE_MAINTENANCE" -c "SELECT 'beside', ${re}"
SELECT 'still', ${re};
`;async function mo(e,o){let n=`look-${process.hrtime.bigint()}`,r=F(o,Et,[n],{stdin:_t,timeoutSeconds:60}),{code:s,stdout:a}=await e.attempt(r);if(s!==0)return null;let i=new Map(a.split(`
`).map(f=>[f.split("|")[0]??"",f.slice(f.indexOf("|")+1)])),[d,l,p,u]=["first","beside","still","after"].map(f=>i.get(f));if(d===void 0||l===void 0||u===void 0)return null;let g=f=>f.split("|")[0];return!d.endsWith(n)||d!==p||l.endsWith(n)||g(l)===g(d)?"transaction":u.endsWith(n)||g(u)===g(d)?"session":"none"}function po(e,o,n){let r=e.connection.pooler==="session";return!r&&!n?[se(t`drops the settings that golive asks for`)]:o==="transaction"?[yt(r)]:[]}function se(e){return{code:"db-pooler",what:t`database.connection leads to a pooler such as pgbouncer, which ${e}: snapshots and settings of a \
session do not survive there`,mend:t`name the address and port of PostgreSQL itself in database.connection; where the provider has none, one in \
session mode, with database.connection.pooler: session (docs/managed-databases.md)`}}function yt(e){let o=e?t` in spite of database.connection.pooler: session`:"";return{code:"db-pooler-transaction",what:t`database.connection leads to a pooler in transaction mode${o}: locks, settings and snapshots of a session \
are lost there between two statements`,mend:t`name the address and port of PostgreSQL itself in database.connection, or of a pooler in session mode; \
docs/managed-databases.md has those of providers`}}async function uo(e,o,n){let s=(await Promise.all(n.map(d=>Nt(e,o,d)))).flatMap(d=>d===null?[]:[d]),[a]=s;if(a===void 0)return[];let i=s.map(({name:d})=>c(d)).join(", ");return[{code:"db-side-shut-out",what:t`the server would not let golive into the databases that the launch makes beside ${o.name} (${i}): ${a.said}`,mend:t`let its role into them in pg_hba.conf, by "all" or by their names, and reload it: SELECT pg_reload_conf()`}]}async function Nt(e,o,n){let r=w(o,wt(n),"SELECT 1",{timeoutSeconds:60}),s=await e.attempt(r),a=s.stderr.includes(`"${n}"`)&&!s.stderr.includes("pg_hba.conf");return s.code===0||a?null:{name:n,said:await S(e,r,s)}}var wt=e=>`dbname='${e.replaceAll("\\","\\\\").replaceAll("'","\\'")}'`;var $t=e=>new RegExp(`permission denied for database "${e}"|database "${e}" does not exist|database "${e}" is not currently accepting|no pg_hba\\.conf entry for .* database "${e}"|pg_hba\\.conf rejects connection for .* database "${e}"`),Ot=`SELECT datname FROM pg_database
WHERE datallowconn AND datname <> :'name' AND datname <> :'closed' AND has_database_privilege(oid, 'CONNECT')
ORDER BY datname = 'template1', datname`;async function go(e,o,{stderr:n}){let r=$(o);if(!$t(r.replaceAll("$","\\$")).test(n))return null;let s={name:o.name,closed:r},i=(await e.attempt(w(o,o.name,Ot,{variables:s,timeoutSeconds:60}))).stdout.split(`
`).filter(l=>l!==""),d=i.length===0?t`there is none beside the service's own: with database.switch and backup.copy: false that one does`:t`it may connect to: ${m(i,l=>c(l))}`;return{code:"db-maintenance-closed",what:t`the role of database.connection is not let into the database ${r}, which questions about the server \
are asked in`,mend:t`name another one in database.maintenance, best not the service's own; ${d}`}}function kt(e){let o=`dbname='${$(e)}'`;return e.connection.pooler?o:`${o} options='${he.replaceAll("\\","\\\\")}'`}var Rt=`BEGIN TRANSACTION READ ONLY;
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
  'owned', pg_has_role(datdba, 'USAGE') AND pg_has_role(datdba, ${M}),
  'bytes', CASE
    WHEN datname = :'name' AND has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0
  END
)
FROM pg_database WHERE NOT datistemplate OR datname = :'name' ORDER BY datname;
COMMIT;
`;function fo(e){return w(e,kt(e),Rt,{variables:{name:e.name},timeoutSeconds:60})}function bo(e){let o=H(e);return{server:Q(o,"server")[0],databases:Q(o,"database")}}var St=new RegExp(["unsupported (options )?startup parameter","no such (database|user)\\b","not allowed$","bouncer config error","server_login_retry","query_wait_timeout","max_client_conn","statement pooling mode"].join("|"),"m");async function ho(e,o,n,r){let s=await go(e,o,r);if(s!==null)return s;let a=await S(e,n,r);return St.test(r.stderr)?se(t`refuses it (${a.replace(/^.*FATAL: */,"")})`):{code:"db-unreachable",what:t`PostgreSQL does not answer: ${a}`,mend:t`check database.connection and database.run-as in the plan, on that host: psql -d ${$(o)}`}}function Eo(e,o){let n=o.map(({name:s})=>s).filter(s=>s!==$(e)),r=ce(e.name,n);return{code:"db-missing",what:t`there is no database "${e.name}"`,mend:r?t`did you mean "${r}"? Change database.name in the plan`:t`change database.name in the plan; there are: ${n.join(", ")}`}}function _o({name:e}){return{code:"db-invalid",what:t`the database ${e} is invalid: dropping it was broken off, and nobody can connect to it any more`,mend:t`restore it from a backup under another name, then drop this one and rename the other`}}function yo({number:e,version:o,standby:n}){let r=[];return n&&r.push({code:"db-standby",what:t`this server is a replica, which can be neither cloned nor restored on`,mend:t`name the primary in database.connection, and its machine in database.host`}),e<13e4&&r.push({code:"db-too-old",what:t`PostgreSQL ${o} is too old`,mend:t`golive needs version 13 or newer`}),r}function No(e,{role:o,superuser:n,createdb:r},{owner:s,owned:a}){if(n)return[];let i=[];return!r&&!T(e)&&i.push({code:"db-no-createdb",what:t`the role ${o} may not create databases, so no dump can be proved and nothing put back`,mend:t`where a provider makes the databases: database.switch (docs/managed-databases.md); as superuser: ALTER \
ROLE "${o}" CREATEDB`}),a||i.push({code:"db-not-owner",what:t`the role ${o} is not a member of the owner of ${e.name}, or does not inherit its rights`,mend:t`as superuser: GRANT "${s}" TO "${o}"; ALTER ROLE "${o}" INHERIT`}),i}var Tt='for p; do\n  v=$("$p" --version 2>/dev/null) && echo "${p##*/}|${v#*) }" || echo "${p##*/}|"\ndone';async function wo(e,o){let n=["psql","pg_dump","pg_restore"].map(a=>o.programs===void 0?a:`${o.programs}/${a}`),{stdout:r}=await e.attempt(F(o,Tt,n,{timeoutSeconds:60})),s=[...r.matchAll(/^(\w+)\|(\d*)/gm)].map(([,a="",i=""])=>({name:a,version:i}));return{missing:s.flatMap(({name:a,version:i})=>i===""?[a]:[]),versions:new Map(s.flatMap(({name:a,version:i})=>i===""?[]:[[a,Number(i)]]))}}function Lt(e,o){return e===o?!0:e>o&&o>=13&&(e<17||o>=17)}function ae({missing:e,versions:o},n){if(e.length>0)return[{code:"db-tools-missing",what:t`${e.join(", ")} ${e.length===1?"is":"are"} missing`,mend:t`install the PostgreSQL client programs there, or name their folder in database.programs`}];if(n===null)return[];let r=Math.floor(n/1e4),s=["pg_dump","pg_restore"].filter(i=>!Lt(o.get(i)??r,r));if((o.get("pg_restore")??r)<(o.get("pg_dump")??r)&&s.push("pg_restore"),s.length===0)return[];let a=[...new Set(s)].map(i=>t`${i} is of version ${o.get(i)}`).join(", ");return[{code:"db-version-mismatch",what:t`${a}, the server of ${r}`,mend:t`install postgresql-client-${r} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${r}/bin)`}]}async function pa(e,o,n=[],r=300){let s=fo(o),[a,i]=await Promise.all([wo(e,o),e.attempt(s)]),d=D=>D.map(G=>({...G,where:e.name}));if(i.code!==0){let D=ae(a,null),G=a.missing.includes("psql")?[]:[await ho(e,o,s,i)];return{problems:d([...D,...G]),facts:null}}let{server:l,databases:p}=bo(i.stdout);if(l===void 0)throw new de(t`psql printed no facts about the server`);let u=po(o,await mo(e,o),l.direct),g=[...ae(a,l.number),...u,...yo(l)],f=p.find(({name:D})=>D===o.name);if(f===void 0)return{problems:d([...g,Eo(o,p)]),facts:null};if(f.invalid)return{problems:d([...g,_o(o)]),facts:null};let v=No(o,l,f),h=q(o)&&f.owned&&!l.superuser&&!l.standby?await co(e,o):[],N=await lo(e,o,{names:n,transactionSeconds:r}),J=l.direct&&!T(o)?await uo(e,o,n):[];return{problems:d([...g,...v,...h,...N,...J]),facts:{bytes:f.bytes,serverVersion:l.version}}}export{cn as a,mn as b,pn as c,un as d,hn as e,Ho as f,pa as g,Oo as h,Ct as i,Co as j,tn as k};
