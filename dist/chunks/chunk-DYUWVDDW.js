import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{h as re}from"./chunk-EMWN3MRN.js";import{i as se}from"./chunk-LDVWLFTG.js";import{d as ae}from"./chunk-ZODVRVPG.js";import{c as oe,d as ne}from"./chunk-SBTCYYSD.js";import{a as Z,b as ee,e as te}from"./chunk-TBX5UJSV.js";import{a as Q,g as H}from"./chunk-UBRMBOHY.js";import{p as X,q as R,r as V}from"./chunk-VFYBHF4L.js";import{C as J,ka as Y,q as G}from"./chunk-XDWIEMO2.js";import{N as z,h as v,q as K}from"./chunk-UF5IG6FN.js";import{n as F,o as k}from"./chunk-SJAPNVIQ.js";import{b as A,l as n,m as y,n as D,o as _,p as q,s as C,w as L}from"./chunk-UWTWR7MW.js";function Ie({approval:e,verify:t,window:o}){return t.ask!==void 0||o.ask!==void 0||e.comment!==void 0||t.scenarios.length>0}async function Me(e,t){return!Ie(t)||await je(e)!==!1?[]:ne().problems}async function kt({github:e,plan:t,log:o}){let r=await Me(e,t).catch(s=>(o.warn(n`It could not be tried whether GitHub tells who edited a comment: ${L(s)}`),[]));if(r.length>0)throw new _(r)}async function je(e){try{return await oe(e)}catch(t){if(t instanceof _)return!1;throw t}}import{performance as ce}from"node:perf_hooks";import{randomBytes as Ue}from"node:crypto";var ie=`unset p low own names name state looks salt d first
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
echo looked`;var le=`${K}
${ie}
`;async function I(e,t,o){let{host:r,file:s,user:i}=e;try{let{stdout:a}=await r.attempt(A(le,[s,...t],{stdin:`${o}
`,timeoutSeconds:120,label:n`look at the names and shapes of the settings in ${s}`,...i===void 0?{}:{user:i}})),l=We(e,/^problem (\w+)$/m.exec(a)?.[1],/^looked$/m.test(a));return l!==null?{problems:[{where:r.name,...l}]}:[...a.matchAll(/^setting (\w+) (\w+) ([0-9a-f]*)$/gm)].map(([,d="",p="",m=""])=>({name:d,state:p,digest:m}))}catch(a){if(a instanceof _)return{problems:a.problems};throw a}}function We({file:e},t,o){switch(t){case"file":return{code:"key-unreadable",what:n`the settings in ${e} cannot be read`,mend:n`let the user that deploys read it (chgrp and mode 0640), or correct the path`};case"printf":return{code:"key-shell-unsafe",what:n`the shell there would show the keys to others, so they were not looked at`,mend:n`let sh be dash, bash or busybox`};case void 0:return o?null:Be(e);default:return{code:"key-program-missing",what:n`${t} is not installed, so the settings in ${e} were not looked at`,mend:n`install ${t} (coreutils)`}}}function Be(e){return{code:"key-look-cut-off",what:n`the settings in ${e} could not be looked at to the end`,mend:n`may this user become the one who reads the file (sudo -n)?`}}var qe={empty:{code:"key-empty",what:y`is empty`,mend:y`put the key there`},placeholder:{code:"key-placeholder",what:y`still holds a placeholder`,mend:y`put the key there`},short:{code:"key-short",what:y`is shorter than 8 characters, too short for a secret`,mend:y`make a longer one; if it is none, give it a name that does not speak of one`},control:{code:"key-control",what:y`holds a control character`,mend:y`write it anew by hand`}};async function de(e,t,{names:o=[],shared:r}){let s=Ue(32).toString("hex"),[i,a]=await Promise.all([I(e,o,s),t===null?[]:I(t,o,s)]),l="problems"in a?a.problems:[];if("problems"in i)return[...i.problems,...l];let d="problems"in a?[]:a,p=i.flatMap(m=>Je(m)??(r.includes(m.name)?[]:Ye(m,d)));return[...l,...[...o.filter(m=>!i.some(h=>h.name===m)).map(Ge),...p].map(m=>({where:e.host.name,...m}))]}function Ge(e){return{code:"key-missing",what:n`${e} is not in the settings file`,mend:n`add it there, or take it out of the plan's names`}}function Je({name:e,state:t}){let o=qe[t];return o===void 0?null:[{...o,what:`${e} ${D(o.what)}`,mend:D(o.mend)}]}function Ye({name:e,digest:t},o){let r=o.filter(i=>i.digest===t),s=r.find(i=>i.name===e)??r[0];return s===void 0?[]:[{code:"key-shared",what:n`${e} has the value that ${s.name===e?"it":s.name} has on staging`,mend:n`make a key of its own for production; if it has to be the same, name it under shared`}]}function Ke(e,t){return t.from??e.services.hosts[0]??""}async function Yt(e){let{access:t,keys:o}=e.plan.prepare,r=(await Promise.all(t.map(a=>ze(e,a)))).flat(),s=o===void 0?null:await ae(e,Ve).then(()=>null,a=>a);if(s!==null&&!(s instanceof C)||r.length===0&&s!==null)throw s;let i=[...r,...s?.cause instanceof _?s.cause.problems:[]];if(i.length>0)throw new C("day-before.access",new _(i))}async function ze(e,t){let{plan:o}=e,r=J.of(t.id).id,s=Ke(o,t);await e.record({kind:"step",step:r,status:"started"});let i=ce.now(),{verdict:a,evidence:l,latencyMs:d,expires:p}=await Z(t,{host:e.hosts.get(s),envFile:o.deploy.envFile,user:M(o,s)}).catch(f=>({verdict:"error",evidence:L(f)})),m=a==="pass"||a==="fail"?l:`${a}: ${l}`,h={verdict:a,...d===void 0?{}:{latencyMs:d},...p===void 0?{}:{expires:p}};return await e.record({kind:"step",step:r,status:a==="pass"?"done":"failed",seconds:Math.round(ce.now()-i)/1e3,note:m,facts:h}),e.log.info(`${a==="pass"?"":"❌ "}${r} ${a}: ${l}`),a==="pass"?[]:[Xe(a,`${ee(t)}: ${m}`,s)]}function Xe(e,t,o){return e==="fail"?{code:"access-refused",what:t,where:o,mend:n`put the right key or address there before the night`}:{code:"access-unproved",what:t,where:o,mend:n`nothing was proved, which is not a pass; look why`}}var Ve={id:G.id,async run({plan:e,hosts:t}){let{keys:o}=e.prepare,r=e.deploy.envFile;if(!o||r===void 0)return{skipped:!0};let s=o.staging===void 0?null:{host:t.get(o.staging.host),file:o.staging.file,user:M(e,o.staging.host)},i=await Promise.all(e.deploy.hosts.map(a=>de({host:t.get(a),file:r,user:M(e,a)},s,o)));if(i.flat().length>0)throw new _(i.flat());return{note:s===null?n`no placeholder, none empty`:n`no placeholder, none empty, none that staging has`}},holds:async()=>!1};function M(e,t){return e.deploy.hosts.includes(t)?e.deploy.runAs:void 0}function eo(e,t){let o=e.prepare.trial?.start,r=Y.facts(t).passed??[];if(o===void 0)return[];let s=new URL(e.health.url).origin,i=new URL(o.health).origin;return e.verify.checks.flatMap(a=>{if(a.kind!=="http"||a.bypass||!a.required||!r.includes(a.id))return[];let l=new URL(a.url);return l.origin!==s?[]:[{...a,from:H(e),url:`${i}${l.pathname}${l.search}`}]})}async function to(e,t,o,r){let s={plan:e.plan,expected:r,hosts:e.hosts,built:{directory:t.directory}};return Promise.all(o.map(async i=>({id:i.id,title:i.title??i.id,...await te(i,s)})))}function oo({plan:e,state:t},o){return{...o,tag:re(t())[H(e)]??o.tag}}async function no(e,t,o){let r=e.deploy.hosts[0]??"",s=await Q(e).current(t.get(r),e).catch(()=>({tag:"",commit:""}));return{tag:Object.values(o)[0]??s.tag,commit:s.commit}}function O(e){return e.split(`
`).flatMap(t=>t.startsWith("{")?[JSON.parse(t)]:[])}function T(e,t){return e.filter(o=>o.kind===t)}var me=`p=$1
while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
[ ! -d "$p" ] || LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1`;var Qe=`BEGIN TRANSACTION READ ONLY;
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
`;async function pe(e,t,o){let{code:r,stdout:s}=await e.attempt(R(t,t.name,Qe,{timeoutSeconds:300}));return r!==0?[{tablespace:null,path:null,bytes:o}]:T(O(s),"place").map(i=>({tablespace:i.tablespace,bytes:i.bytes,path:Ze(i)}))}function Ze({location:e,data:t}){return e.startsWith("/")?e:t===null?null:e===""?t:`${t}/${e}`}async function ue(e,t,o){let r="SELECT setting FROM pg_settings WHERE name = 'data_directory'",[[s=""]=[]]=await V(e,t,{database:"postgres",sql:r});return[{tablespace:null,path:s===""?null:s,bytes:o}]}async function j(e,t,o,{climb:r}){let s=A(me,[o,r?"climb":""],{timeoutSeconds:30,...t.runAs===void 0?{}:{user:t.runAs}}),[i="",...a]=(await e.run(s)).stdout.trim().split(/\s+/);return i===""?null:{bytes:Number(i),device:a.join(" ")}}var et=1.2;async function tt(e,t,{bytes:o},{copy:r,elsewhere:s=!1}={copy:!1}){let i=s?await ue(e,t,o):await pe(e,t,o),a=[await ot(e,t,o)],l=[];for(let f of await Promise.all(i.map(g=>nt(e,t,g,r))))f.some(({disk:g})=>g===null)?l.push(rt(f)):a.push(...f);let p=[...new Set(a.map(fe))].map(f=>st(e,t,a.filter(g=>fe(g)===f))),m=i.flatMap(({tablespace:f,path:g,bytes:N})=>f===null?[]:[n`tablespace ${f} holds ${k(N)} of it at ${g}`]),h=[...p.map(({text:f})=>f),...l,...m];return{problems:p.flatMap(({problem:f})=>f??[]),note:h.join("; ")}}var fe=({disk:e})=>e?.device??"";async function ot(e,t,o){let r=t.backup.directory;return{purpose:"dump",label:n`the dump`,path:r,bytes:o,disk:await j(e,t,r,{climb:!0})}}async function nt(e,t,{tablespace:o,path:r,bytes:s},i){let a={path:r??"",disk:r===null?null:await j(e,t,r,{climb:!1})},l=o===null?"":n` in tablespace ${o}`,d={purpose:"proof",label:n`the restored proof${l}`,bytes:s,...a};if(!i)return[d];let p=Math.ceil(s*et);return[d,{purpose:"copy",label:n`the rollback copy${l}`,bytes:p,...a}]}function rt(e){let t=e.map(({label:r})=>r).join(n` and `),o=e[0]?.path??"";return n`room for ${t} could not be looked at${o===""?"":` (${o})`}`}function st(e,t,o){let r=t.backup.leastFree*1024*1024,s=o.reduce((m,{bytes:h})=>m+h,r),i=o[0]?.disk?.bytes??0,a=at(o.map(({label:m,bytes:h})=>`${m} (${k(h)})`)),l=n`${k(i)} free for ${a}, ${k(s)} needed`;if(i>=s)return{text:l,problem:null};let d=[...new Set(o.map(({path:m})=>m))],p=r>0?n` with ${k(r)} to stay free`:"";return{text:l,problem:{code:"db-no-room",what:`${l}${p}`,where:`${e.name}:${d.join(", ")}`,mend:it(t,o,d).join(n`, or `)}}}function at(e){return e.length>1?n`${e.slice(0,-1).join(", ")} and ${e.at(-1)}`:e[0]}function it(e,t,o){let r=[n`make room`];return o.includes(e.backup.directory)&&r.push(n`choose another database.backup.directory`),t.some(({purpose:s})=>s==="copy")&&r.push(n`do without the rollback copy (database.backup.copy: false)`),r}var S=5;function u(e,t){return`${e.slice(0,S).map(t).join(", ")}${e.length>S?n` and ${e.length-S} more`:""}`}function c(e,t=80){return e.replaceAll(/[^\p{L}\p{N} .,:;_/@+='()-]/gu,"").slice(0,t)}function b(e){return c(e[0]?.me??"")}var x="CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END",E="(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)",w=(e,t)=>`NOT EXISTS (
    SELECT FROM pg_depend x WHERE x.classid = '${e}'::regclass AND x.objid = ${t} AND x.deptype = 'e'
  )`;var he={kind:"extension",asked:"inside",sql:`SELECT json_build_object(
  'kind', 'extension',
  'why', CASE WHEN v.name IS NULL THEN 'gone' ELSE 'untrusted' END,
  'me', current_user,
  'name', e.extname
)
FROM pg_extension e
  LEFT JOIN pg_available_extensions a ON a.name = e.extname
  LEFT JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
WHERE e.oid >= 16384 AND (v.name IS NULL OR (v.superuser AND NOT v.trusted AND NOT ${E}))
ORDER BY e.extname;
`,problems:(e,{database:t})=>{let o=a=>u(a,({name:l})=>c(l)),r=e.filter(({why:a})=>a==="gone"),s=e.filter(({why:a})=>a==="untrusted"),i=[];if(r.length>0){let a=n`extensions of ${t} are not installed on the server any more, and a dump of it could not be restored`;i.push({code:"db-extension-missing",what:`${a}: ${o(r)}`,mend:n`install their packages again, or DROP EXTENSION what is not used`})}if(s.length>0){let a=b(e),l=n`the role ${a} may not create extensions that ${t} has; only a superuser may`;i.push({code:"db-extension-missing",what:`${l}: ${o(s)}`,mend:n`DROP EXTENSION what is not used; ${n`or let database.connection be a superuser's`}`})}return i}},ge={kind:"extension-rows",asked:"inside",sql:se,problems:(e,{database:t})=>{let o=e.filter(({rows:s})=>s!==0);if(o.length===0)return[];let r=u(o,({name:s,rows:i})=>c(n`${s}: ${i} rows`));return[{code:"db-extension-rows",what:n`tables of ${t} belong to extensions, so that pg_dump leaves them out, and hold rows that no \
extension brings: ${r}`,mend:n`take them out of the extension (ALTER EXTENSION … DROP TABLE …), so that they are dumped, or empty them`}]}},be={kind:"extension-version",asked:"inside",sql:`SELECT json_build_object(
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
`,problems:(e,{database:t})=>{let o=u(e,({name:r,was:s,is:i})=>c(n`${r} ${s}, now ${i}`));return[{code:"db-extension-version",what:n`extensions of ${t} are of versions that the server cannot create any more, and a restored \
one would have others: ${o}`,mend:n`bring them up to date before the launch: ALTER EXTENSION … UPDATE`}]}};var ye={kind:"unreadable",asked:"inside",sql:`SELECT json_build_object('kind', 'unreadable', 'me', current_user, 'name', n.nspname || '.' || c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
  AND NOT ${E} AND ${w("pg_class","c.oid")}
  AND (
    NOT has_schema_privilege(n.oid, 'USAGE') OR NOT has_table_privilege(c.oid, 'SELECT') OR row_security_active(c.oid)
  )
ORDER BY c.relname;
`,problems:(e,{database:t})=>{let o=b(e),r=u(e,({name:i})=>c(i));return[{code:"db-not-readable",what:`${n`the role ${o} may not read all of ${t}, and pg_dump would stop there`}: ${r}`,mend:n`as superuser: GRANT pg_read_all_data TO "${o}" (PostgreSQL 14 and newer), and ALTER ROLE "${o}" \
BYPASSRLS where policies hide rows`}]}};var _e={kind:"replication",asked:"server",sql:`SELECT json_build_object('kind', 'replication', 'part', 'walsender', 'name', a.application_name)
FROM pg_stat_replication r JOIN pg_stat_activity a USING (pid)
WHERE a.datname = :'name';
SELECT json_build_object('kind', 'replication', 'part', 'slot', 'name', slot_name)
FROM pg_replication_slots
WHERE database = :'name' ORDER BY slot_name;
SELECT json_build_object('kind', 'replication', 'part', 'subscription', 'name', s.subname)
FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
WHERE d.datname = :'name' ORDER BY s.subname;
`,problems:(e,{database:t})=>[{code:"db-replication",what:n`${t} takes part in logical replication, which blocks clone and rename, or stays with the \
renamed database: ${lt(e)}`,mend:n`stop it before the launch and set it up again after it: disable the subscription on the other side \
and drop the slot (SELECT pg_drop_replication_slot), or DROP SUBSCRIPTION here`}]};function lt(e){let t=a=>e.filter(({part:l})=>l===a),[o,r,s]=[t("slot"),t("subscription"),t("walsender")],i=[];if(o.length>0&&i.push(n`replication slot ${u(o,({name:a})=>c(a))}`),r.length>0&&i.push(n`subscription ${u(r,({name:a})=>c(a))}`),s.length>0){let a=u(s,({name:l})=>c(l)||n`without a name`);i.push(n`${s.length} attached ${s.length===1?"receiver":"receivers"} (${a})`)}return i.join(", ")}var dt=`SELECT relowner AS owner, relacl AS acl FROM pg_class
  WHERE oid >= 16384 AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND relpersistence <> 't'
    AND ${w("pg_class","pg_class.oid")}
  UNION ALL
  SELECT proowner, proacl FROM pg_proc
  WHERE oid >= 16384 AND ${w("pg_proc","pg_proc.oid")}
  UNION ALL
  SELECT nspowner, nspacl FROM pg_namespace
  WHERE oid >= 16384 AND nspname !~ '^pg_' AND ${w("pg_namespace","pg_namespace.oid")}
  UNION ALL
  SELECT typowner, typacl FROM pg_type
  WHERE oid >= 16384
    AND (typtype IN ('d', 'e', 'r') OR EXISTS (SELECT FROM pg_class c WHERE c.oid = typrelid AND c.relkind = 'c'))
    AND ${w("pg_type","pg_type.oid")}
  UNION ALL
  SELECT c.relowner, a.attacl FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.oid >= 16384 AND a.attacl IS NOT NULL AND ${w("pg_class","c.oid")}
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
    )`,ct=`WITH owned AS (
  ${dt}
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
  WHERE NOT ${E} AND NOT (pg_has_role(r.oid, 'USAGE') AND pg_has_role(r.oid, ${x}))
  UNION
  SELECT 'grantor', r.oid
  FROM granted g JOIN pg_roles r ON r.oid = g.grantor
  WHERE NOT ${E} AND g.grantor <> g.owner AND r.rolname <> current_user
)
SELECT json_build_object('kind', 'role', 'why', f.why, 'me', current_user, 'name', coalesce(r.rolname, f.role::text))
FROM found f LEFT JOIN pg_roles r ON r.oid = f.role
ORDER BY r.rolname, f.role;
`,Ee={kind:"role",asked:"inside",sql:ct,problems:(e,{database:t})=>["gone","owner","above","grantor"].flatMap(o=>{let r=e.filter(s=>s.why===o);return r.length===0?[]:[mt[o](r,t)]})},mt={gone:pt,owner:ut,above:ft,grantor:ht},P=e=>u(e,({name:t})=>c(t)),W=()=>n`or let database.connection be a superuser's`;function pt(e,t){return{code:"db-role-missing",what:`${n`owners or grants in ${t} name roles that do not exist any more, and a dump of it could not be restored`}: ${P(e)}`,mend:n`as superuser, take these entries out of the access lists (psql: \\dp and \\ddp show them by number)`}}function ut(e,t){let o=b(e),r=n`the role ${o} may not give objects of a restored ${t} to their owners, as it is no member of them`,s=e.map(({name:i})=>`"${c(i)}"`).join(", ");return{code:"db-role-missing",what:`${r}: ${P(e)}`,mend:n`as superuser: GRANT ${s} TO "${o}"; ${W()}`}}function ft(e,t){let o=b(e);return{code:"db-role-missing",what:`${n`objects in ${t} belong to superusers, and the role ${o} may not restore them as theirs`}: ${P(e)}`,mend:n`give them to the database's owner (ALTER … OWNER TO); ${W()}`}}function ht(e,t){let o=b(e);return{code:"db-role-missing",what:`${n`the role ${o} may not put back grants in ${t} that others than the owners gave`}: ${P(e)}`,mend:n`let the owners give these grants; ${W()}`}}var we={kind:"session",asked:"server",sql:`SELECT json_build_object(
  'kind', 'session', 'me', current_user, 'role', r.rolname, 'superuser', r.rolsuper,
  'ends', NOT r.rolsuper AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE')),
  'sees', pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_read_all_stats', 'USAGE')
)
FROM pg_roles r
WHERE NOT ${E}
  AND r.oid IN (
    SELECT usesysid FROM pg_stat_activity
    WHERE datname = :'name' AND pid <> pg_backend_pid() AND pid NOT IN (SELECT pid FROM pg_stat_replication)
  )
ORDER BY r.rolname;
`,problems:(e,{database:t})=>{let o=b(e),r=d=>u(d,({role:p})=>c(p)),s=e.filter(({superuser:d})=>d),i=e.filter(({superuser:d,ends:p})=>!d&&!p),a=e.filter(({sees:d})=>!d),l=[];return s.length>0&&l.push({code:"db-no-signal",what:n`superusers are connected to ${t}, and the role ${o} may not end their sessions: ${r(s)}`,mend:n`have them disconnect, or let database.connection be a superuser's`}),i.length>0&&l.push({code:"db-no-signal",what:n`the role ${o} may not end the sessions of other roles in ${t}: ${r(i)}`,mend:n`as superuser: GRANT pg_signal_backend TO "${o}"`}),a.length>0&&l.push({code:"db-no-sight",what:n`the role ${o} does not see what the sessions of other roles in ${t} are, and would overlook them: ${r(a)}`,mend:n`as superuser: GRANT pg_read_all_stats TO "${o}"`}),l}};var $e={kind:"setting",asked:"inside",sql:`SELECT current_setting('server_version_num')::int >= 150000 AS knows_parameters,
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
`,problems:(e,{database:t})=>{let o=u(e,({name:s})=>c(s));return[{code:"db-setting",what:`${n`the role ${b(e)} may not give a copy of ${t} the settings that it has`}: ${o}`,mend:n`set them for the server or the role instead of in the database; ${n`or let database.connection be a superuser's`}`}]}};var Ne={kind:"collation-version",asked:"inside",sql:`SELECT current_setting('server_version_num')::int >= 150000 AS knows_versions \\gset
\\if :knows_versions
  SELECT json_build_object('kind', 'collation-version', 'was', d.datcollversion, 'is', a.version)
  FROM pg_database d, LATERAL (SELECT pg_database_collation_actual_version(d.oid) AS version) a
  WHERE d.datname = current_database()
    AND d.datcollversion IS NOT NULL AND d.datcollversion IS DISTINCT FROM a.version;
\\endif
`,problems:(e,{database:t})=>{let o=u(e,({was:r,is:s})=>c(n`${r}, now ${s??n`none`}`));return[{code:"db-collation-version",what:n`${t} was sorted by another version of the system's collations, so that it can not be cloned, \
and its indexes may not find what they hold: ${o}`,mend:n`before the launch: REINDEX DATABASE "${t}"; ALTER DATABASE "${t}" REFRESH COLLATION VERSION`}]}},Re={kind:"tablespace",asked:"inside",sql:`SELECT json_build_object('kind', 'tablespace', 'me', current_user, 'name', s.spcname)
FROM pg_database d JOIN pg_tablespace s ON s.oid = d.dattablespace
WHERE d.datname = current_database() AND s.spcname <> 'pg_default' AND NOT has_tablespace_privilege(s.oid, 'CREATE');
`,problems:(e,{database:t})=>{let[{me:o,name:r}={me:"",name:""}]=e,s=u(e,i=>c(i.name));return[{code:"db-tablespace",what:n`the role ${o} may not create a database in the tablespace of ${t}: ${s}`,mend:n`as superuser: GRANT CREATE ON TABLESPACE "${r}" TO "${o}"`}]}};var ke={kind:"taken",asked:"server",sql:`SELECT json_build_object('kind', 'taken', 'name', datname)
FROM pg_database WHERE datname IN (SELECT json_array_elements_text(:'names')) ORDER BY datname;
`,problems:e=>e.map(({name:t})=>({code:"db-name-taken",what:n`a database ${c(t)} is there already, and the launch needs its name`,mend:n`it is what an earlier launch kept; look at it, then rename or drop it yourself`}))};var Oe={kind:"prepared",asked:"server",sql:`SELECT json_build_object(
  'kind', 'prepared',
  'gid', gid,
  'seconds', extract(epoch FROM clock_timestamp() - prepared)::int
)
FROM pg_prepared_xacts WHERE database = :'name' ORDER BY prepared;
`,problems:(e,{database:t})=>{let o=u(e,({gid:i,seconds:a})=>n`${c(i)} (${F(a)} old)`),s=e.slice(0,S).map(({gid:i})=>`'${c(i,200).replaceAll("'","''")}'`).map(i=>n`COMMIT PREPARED ${i} or ROLLBACK PREPARED ${i}`).join("; ");return[{code:"db-prepared-transaction",what:n`a prepared transaction is open in ${t}, so that it can neither be cloned nor renamed: ${o}`,mend:n`connected to ${t}, after asking whose it is: ${s}`}]}},Se={kind:"transaction",asked:"server",sql:`SELECT json_build_object(
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
`,problems:(e,{database:t})=>{let o=u(e,gt),r=e.slice(0,S).map(({pid:s})=>`SELECT pg_terminate_backend(${s})`);return[{code:"db-long-transaction",what:n`a transaction stays open in ${t}, and its locks would hold up the dump: ${o}`,mend:n`have its program end it, or as superuser: ${r.join("; ")}`}]}};function gt({role:e,program:t,seconds:o}){let r=c(t);return n`${c(e)}${r===""?"":` (${r})`}, ${F(o)} old`}var B=[Oe,Se,_e,we,ke,Ee,he,ye,$e,ge,be,Ne,Re];async function Ae(e,t,{names:o,transactionSeconds:r}){let s={name:t.name,names:JSON.stringify(o),seconds:String(r)},i=await e.run(R(t,"postgres",Te("server"),{variables:s,timeoutSeconds:120})),a=R(t,t.name,Te("inside"),{timeoutSeconds:300}),l=await e.attempt(a),d=O(`${i.stdout}
${l.code===0?l.stdout:""}`),p=B.flatMap(({kind:h,problems:f})=>{let g=d.filter(N=>N.kind===h);return g.length===0?[]:f(g,{database:t.name})}),m=l.code===0?[]:[await bt(e,t,a,l)];return[...p,...m].map(h=>({...h,where:e.name}))}function Te(e){return`BEGIN TRANSACTION READ ONLY;
${B.filter(({asked:o})=>o===e).map(({sql:o})=>o).join("")}COMMIT;
`}async function bt(e,{name:t},o,r){return{code:"db-closed",what:n`the database ${t} does not let golive in: ${await v(e,o,r)}`,mend:n`as superuser: ALTER DATABASE "${t}" ALLOW_CONNECTIONS true; and GRANT CONNECT ON DATABASE "${t}" \
to the role of database.connection`}}var yt="dbname='postgres' options='-c statement_timeout=0 -c lock_timeout=30s'",_t=`BEGIN TRANSACTION READ ONLY;
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
  'owned', pg_has_role(datdba, 'USAGE') AND pg_has_role(datdba, ${x}),
  'bytes', CASE
    WHEN datname = :'name' AND has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) ELSE 0
  END
)
FROM pg_database WHERE NOT datistemplate ORDER BY datname;
COMMIT;
`;function Le(e){return R(e,yt,_t,{variables:{name:e.name},timeoutSeconds:60})}function ve(e){let t=O(e);return{server:T(t,"server")[0],databases:T(t,"database")}}var Et=new RegExp(["unsupported (options )?startup parameter","no such (database|user)\\b","not allowed$","bouncer config error","server_login_retry","query_wait_timeout","max_client_conn","statement pooling mode"].join("|"),"m");async function xe(e,t,o){let r=await v(e,t,o);return Et.test(o.stderr)?Pe(n`refuses it (${r.replace(/^.*FATAL: */,"")})`):{code:"db-unreachable",what:n`PostgreSQL does not answer: ${r}`,mend:n`check database.connection and database.run-as in the plan, on that host: psql -d postgres`}}function Pe(e){return{code:"db-pooler",what:n`database.connection leads to a pooler such as pgbouncer, which ${e}: snapshots and settings of a \
session do not survive there`,mend:n`name the address and port of PostgreSQL itself in database.connection`}}function De(e,t){let o=t.map(({name:s})=>s).filter(s=>s!=="postgres"),r=z(e.name,o);return{code:"db-missing",what:n`there is no database "${e.name}"`,mend:r?n`did you mean "${r}"? Change database.name in the plan`:n`change database.name in the plan; there are: ${o.join(", ")}`}}function Ce({number:e,version:t,standby:o,direct:r}){let s=[];return r||s.push(Pe(n`drops the settings that golive asks for`)),o&&s.push({code:"db-standby",what:n`this server is a replica, which can be neither cloned nor restored on`,mend:n`name the primary in database.connection, and its machine in database.host`}),e<14e4&&s.push({code:"db-too-old",what:n`PostgreSQL ${t} is too old`,mend:n`golive needs version 14 or newer`}),s}function Fe(e,{role:t,superuser:o,createdb:r},{owner:s,owned:i}){if(o)return[];let a=[];return r||a.push({code:"db-no-createdb",what:n`the role ${t} may not create databases, so no dump can be proved and nothing put back`,mend:n`as superuser: ALTER ROLE "${t}" CREATEDB`}),i||a.push({code:"db-not-owner",what:n`the role ${t} is not a member of the owner of ${e.name}, or does not inherit its rights`,mend:n`as superuser: GRANT "${s}" TO "${t}"; ALTER ROLE "${t}" INHERIT`}),a}var wt='for p; do\n  v=$("$p" --version 2>/dev/null) && echo "${p##*/}|${v#*) }" || echo "${p##*/}|"\ndone';async function He(e,t){let o=["psql","pg_dump","pg_restore"].map(i=>t.programs===void 0?i:`${t.programs}/${i}`),{stdout:r}=await e.attempt(X(t,wt,o,{timeoutSeconds:60})),s=[...r.matchAll(/^(\w+)\|(\d*)/gm)].map(([,i="",a=""])=>({name:i,version:a}));return{missing:s.flatMap(({name:i,version:a})=>a===""?[i]:[]),versions:new Map(s.flatMap(({name:i,version:a})=>a===""?[]:[[i,Number(a)]]))}}function U({missing:e,versions:t},o){if(e.length>0)return[{code:"db-tools-missing",what:n`${e.join(", ")} ${e.length===1?"is":"are"} missing`,mend:n`install the PostgreSQL client programs there, or name their folder in database.programs`}];if(o===null)return[];let r=Math.floor(o/1e4),s=["pg_dump","pg_restore"].filter(a=>t.has(a)&&t.get(a)!==r);if(s.length===0)return[];let i=s.map(a=>n`${a} is of version ${t.get(a)}`).join(", ");return[{code:"db-version-mismatch",what:n`${i}, the server of ${r}`,mend:n`install postgresql-client-${r} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${r}/bin)`}]}async function Wn(e,t,o=[],r=300){let s=Le(t),[i,a]=await Promise.all([He(e,t),e.attempt(s)]),l=g=>g.map(N=>({...N,where:e.name}));if(a.code!==0){let g=U(i,null),N=i.missing.includes("psql")?[]:[await xe(e,s,a)];return{problems:l([...g,...N]),facts:null}}let{server:d,databases:p}=ve(a.stdout);if(d===void 0)throw new q(n`psql printed no facts about the server`);let m=[...U(i,d.number),...Ce(d)],h=p.find(({name:g})=>g===t.name);if(h===void 0)return{problems:l([...m,De(t,p)]),facts:null};let f=await Ae(e,t,{names:o,transactionSeconds:r});return{problems:l([...m,...Fe(t,d,h),...f]),facts:{bytes:h.bytes,serverVersion:d.version}}}export{eo as a,to as b,oo as c,no as d,tt as e,Wn as f,Me as g,kt as h,Ke as i,Yt as j};
