import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as v,c as C}from"./chunk-TBVSXOSR.js";import{o as p,p as m,q as g,r as _,s as N}from"./chunk-VFYBHF4L.js";import{l as n,o as h,p as L,q as R}from"./chunk-UWTWR7MW.js";function P(e){let t={},r={},s={},o={},a={rows:0,hash:"0"},d=!1;for(let[i,c="",l="",...f]of N(e)){let b={rows:Number(c),hash:l==="-"?null:l};i==="by-name"?d=!0:i==="table"?t[f.join("|")]=b:i==="member"?r[f.join("|")]=b:i==="property"?o[[l,...f].join("|")]=c:i==="sequence"?s[[l,...f].join("|")]=c:i==="large-objects"&&(a={rows:Number(c),hash:l})}return{tables:t,sequences:s,largeObjects:a,members:r,properties:o,byName:d}}function y(e,t){return[...u(e.tables,t.tables,k),...e.members===void 0?[]:u(e.members,t.members??{},k),...e.properties===void 0?[]:u(e.properties,t.properties??{},re),...u(e.sequences,t.sequences,se),...ne(e.largeObjects,t.largeObjects)]}function k(e,t,r){return r===void 0?n`table ${e} is missing (${t?.rows??0} {1:row|rows|rows})`:t===void 0?n`table ${e} should not be there (${r.rows} {1:row|rows|rows})`:t.rows!==r.rows?n`table ${e} has ${r.rows} {1:row|rows|rows} instead of ${t.rows}`:t.hash===null||r.hash===null||t.hash===r.hash?null:n`table ${e} has the same number of rows, but not the same values`}function re(e,t,r){return t===r?null:n`the database itself is another one: ${e}`}function se(e,t,r){if(t===r)return null;let s=r===void 0?"missing":n`at ${r}`,o=t===void 0?n`, and should not be there`:n` instead of ${t}`;return n`sequence ${e} is ${s}${o}`}function ne(e,t){return e.rows===t.rows&&e.hash===t.hash?[]:[n`the large objects are not the same (${t.rows} instead of ${e.rows}, or other bytes)`]}function Oe({tables:e}){return Object.values(e).reduce((t,{rows:r})=>t+r,0)}function u(e,t,r){return[...new Set([...Object.keys(e),...Object.keys(t)])].toSorted().flatMap(s=>r(s,e[s],t[s])??[])}import{dirname as ae}from"node:path";var I=`p=$1; head=$1
[ -e "$p" ] || { echo 'kind|missing'; exit 0; }
if [ -d "$p" ]; then
  [ -e "$p/toc.dat" ] || [ ! -d "$p/dump" ] || p="$p/dump"
  head="$p/toc.dat"; echo 'kind|directory'; ls -1 -- "$p" | sed 's/^/file|/'
else echo 'kind|file'; fi
{ [ ! -d "$p" ] || { [ -r "$p" ] && [ -x "$p" ]; }; } && { [ ! -e "$head" ] || [ -r "$head" ]; } || echo 'kind|unreadable'
printf 'archive|%s\\n' "$p"
printf 'head|%s\\n' "$(head -c 512 -- "$head" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n')"
printf 'unpacked|%s\\n' "$(gzip -dc -- "$head" 2>/dev/null | head -c 512 | od -An -v -tx1 | tr -d ' \\n')"`,Ae=`d="$1/dump"
list=$(pg_restore --list -- "$d") || exit
printf '%s\\n' "$list" | sed -n 's/^\\([0-9][0-9]*\\); [0-9][0-9]* \\([0-9][0-9]*\\) TABLE DATA .*/\\1 \\2/p' | while read -r id oid; do
  if [ -e "$d/$id.dat.gz" ]; then s=$({ gzip -dc -- "$d/$id.dat.gz" || echo damaged; } | sha256sum); else s=missing; fi
  printf 'stream|%s|%s\\n' "\${s%% *}" "$oid"
done
printf 'schema|\\n'
exec pg_restore --schema-only --file=- -- "$d"`;async function j(e,t,r){let{stdout:s}=await e.run(m(t,I,[r],{timeoutSeconds:60})),o=i=>[...s.matchAll(new RegExp(`^${i}\\|(.*)$`,"gm"))].map(([,c=""])=>c),a=i=>Buffer.from(o(i)[0]??"","hex"),d=o("kind").at(-1);return{kind:d,archive:o("archive")[0]??r,head:a("head"),unpacked:a("unpacked"),files:d==="directory"?new Set(o("file")):null}}var D=e=>e.subarray(0,5).toString("latin1")==="PGDMP",q=e=>/^(--.*\r?\n|\s)*(-- PostgreSQL database|SET |CREATE |INSERT |COPY |BEGIN\b|\\[a-z]+ )/.test(e.toString("latin1"));function H(e,{kind:t,head:r,unpacked:s}){let o=(d,i)=>({code:"archive-unreadable",what:d,mend:i}),a=n`offer a dump in directory or custom format (pg_dump --format=directory)`;return t==="missing"?{code:"archive-missing",what:n`there is no such file or folder, or its folder may not be entered`,mend:n`name a dump that lies on the database host`}:t==="unreadable"?o(n`it may not be read by the user of the PostgreSQL programs`,n`give it to the user of database.run-as`):D(r)?null:t==="directory"?o(n`this folder holds no dump: there is no toc.dat in it, or a damaged one`,a):q(r)||q(s)||/\.sql(\.\w+)?$/i.test(e)?{code:"archive-plain-sql",what:n`this is SQL text: that it is whole cannot be proved before it is used`,mend:a}:D(s)?o(n`it is packed with gzip`,n`unpack it (gunzip), then offer the file inside`):r.toString("latin1").startsWith("age-encryption.org/")?o(n`it is encrypted`,n`decrypt and unpack it on the database host (age --decrypt), then offer what is inside`):o(n`it is a dump neither in directory nor in custom format`,a)}function W({code:e,stdout:t},r){if(e===0&&t.trim()==="")return[];let s=e===0?oe(t):null;return s===null?[{code:"archive-unreadable",what:n`the manifest beside it cannot be read`,mend:n`look who changed manifest.json, or offer another dump`}]:r===void 0||s===void 0||s===r?[]:[{code:"archive-other-system",what:n`its manifest says that it comes from another PostgreSQL cluster (${s.slice(0,40)} instead of ${r})`,mend:n`offer a dump of this cluster`}]}function oe(e){try{let{systemIdentifier:t}=JSON.parse(e);return typeof t=="string"?t:void 0}catch{return null}}async function F(e,t,r,s){let o=b=>({...b,where:`${e.name}:${r}`}),a=await j(e,t,r),d=H(r,a);if(d!==null)return[o(d)];let[i,c,l]=await Promise.all([e.attempt(p(t,"pg_restore",["--list","--",a.archive],{timeoutSeconds:300})),e.attempt(p(t,"pg_restore",["--version"],{timeoutSeconds:60})),e.attempt(m(t,'[ ! -e "$1" ] || cat -- "$1"',[`${ae(a.archive)}/manifest.json`],{timeoutSeconds:60}))]);return[...ie(i,M(c.stdout),s,a.files),...W(l,s.systemIdentifier)].map(o)}function ie(e,t,{database:r},s){let o=e.stderr.split(`
`).find(l=>l.trim()!=="")?.replace(/^pg_restore: (error: )?/,"").slice(0,200)??"";if(/unsupported version/.test(o))return[B(n`a newer pg_dump`,t)];if(e.code!==0)return[{code:"archive-unreadable",what:n`its table of contents cannot be read: ${o}`,mend:n`this dump is damaged or cut off; offer another`}];let a=l=>new RegExp(`^; +${l}: (.*)$`,"m").exec(e.stdout)?.[1]??"",d=M(a("Dumped by pg_dump version")),i=s===null?[]:ce(e.stdout,s),c=[];if(d!==null&&t!==null&&d>t&&c.push(B(n`pg_dump ${d}`,t)),i.length>0){let l=i.length>5?n` and ${i.length-5} more`:"";c.push({code:"archive-unreadable",what:n`files of it are missing: ${i.slice(0,5).join(", ")}${l}`,mend:n`this dump is damaged; offer another`})}return[...c,...de(a("dbname"),r)]}function B(e,t){return{code:"archive-newer",what:n`it was made by ${e}, and pg_restore ${t??""} here is older`.replace("  "," "),mend:n`install the client programs of that version and name their folder in database.programs, or offer a dump of this version`}}function de(e,t){return e===t||e.startsWith(`${t}_copy_`)?[]:[{code:"archive-other-database",what:n`it is a dump of the database "${e}", not of "${t}"`,mend:n`offer a dump of ${t}`}]}function ce(e,t){return[...e.matchAll(/^(\d+); \d+ \d+ TABLE DATA /gm)].flatMap(([,r=""])=>["",".gz",".lz4",".zst"].some(s=>t.has(`${r}.dat${s}`))?[]:[`${r}.dat`])}function M(e){let t=/(\d+)(?:\.\d+|\w+)?\s*(?:\(.*\))?$/.exec(e.trim());return t?Number(t[1]):null}var S="quote_ident(:'name')",E=`':"name"'`,$="d.datname = :'source'",x=(e,t)=>`SELECT 'CREATE DATABASE ' || ${e}
  || format(' TEMPLATE template0 OWNER %I ENCODING %L', r.rolname, pg_encoding_to_char(d.encoding))
  || CASE j.row ->> 'datlocprovider'
     WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L', coalesce(j.row ->> 'daticulocale', j.row ->> 'datlocale'))
       || CASE WHEN j.row ->> 'daticurules' IS NULL THEN '' ELSE format(' ICU_RULES %L', j.row ->> 'daticurules') END
     WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', j.row ->> 'datlocale')
     WHEN 'c' THEN ' LOCALE_PROVIDER libc'
     ELSE '' END
  || format(' LC_COLLATE %L LC_CTYPE %L', d.datcollate, d.datctype)
  || ${t?"CASE s.spcname WHEN 'pg_default' THEN '' ELSE format(' TABLESPACE %I', s.spcname) END":"''"}
  || format(' CONNECTION LIMIT %s', d.datconnlimit)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba JOIN pg_tablespace s ON s.oid = d.dattablespace,
  LATERAL (SELECT to_jsonb(d) AS row) j
WHERE ${$}`,le="('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')",z=(e,t)=>`SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN 'DATABASE ' || ${e}
      ELSE format('ROLE %I IN DATABASE ', pg_get_userbyid(s.setrole)) || ${e} END,
    k.key, CASE WHEN k.key IN ${le} THEN k.value ELSE quote_literal(k.value) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c (setting),
  LATERAL (SELECT split_part(c.setting, '=', 1) AS key, substr(c.setting, strpos(c.setting, '=') + 1) AS value) k
WHERE ${$}${t}`,me=e=>[`SELECT 'REVOKE ALL ON DATABASE ' || ${e} || ' FROM PUBLIC' FROM pg_database d WHERE ${$} AND d.datacl IS NOT NULL`,`SELECT format('GRANT %s ON DATABASE ', a.privilege_type) || ${e} || ' TO '
    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE ${$}`],pe=e=>`SELECT 'COMMENT ON DATABASE ' || ${e} || format(' IS %L', c.text)
FROM pg_database d, LATERAL (SELECT shobj_description(d.oid, 'pg_database') AS text) c WHERE ${$} AND c.text IS NOT NULL`,T=e=>[z(e,""),...me(e),pe(e)],V=e=>e.map(t=>`${t} \\gexec
`).join(""),U=e=>e.map(t=>`SELECT x.statement || ';' FROM (${t}) AS x (statement);
`).join(""),Be=V(T(S)),G=V([x(S,!0),...T(S)]),Fe=U([x(E,!0),...T(E)]),Me=`SELECT CASE WHEN m.may THEN format('SET ROLE %I; ', r.rolname) ELSE '' END
  || format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I VERSION %L;', e.extname, n.nspname, e.extversion)
  || CASE WHEN m.may THEN ' RESET ROLE;' ELSE '' END
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace JOIN pg_roles r ON r.oid = e.extowner
  LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion,
  LATERAL (SELECT r.rolname <> current_user AND pg_has_role(r.oid, 'MEMBER')
    AND (r.rolsuper OR (coalesce(v.trusted, false) AND has_database_privilege(r.oid, current_database(), 'CREATE'))) AS may) m
WHERE e.oid >= 16384 ORDER BY e.oid;
`;async function ze(e,t,{elsewhere:r=!1,roles:s=!1}={}){let o=z(E,s?"":" AND s.setrole = 0"),a=U([x(E,!r),o]);return(await e.run(g(t,"postgres",a,{variables:{source:t.name},timeoutSeconds:60}))).stdout}var Ue=`umask 077
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo 'damaged' >&2; exit 1; }
[ "$3" != tar ] || unpack "$2" < "$1" | tar -tf - >/dev/null || exit
if [ -n "$2" ]; then unpack "$2" < "$1" | pg_restore --list || exit; unpack "$2" < "$1" | pg_restore --file=/dev/null
else pg_restore --list -- "$1" && pg_restore --file=/dev/null -- "$1"; fi`,Ge=`if [ -d "$1" ]; then echo 'directory|'; exit; fi
hex() { head -c "$1" | od -An -v -tx1 | tr -d ' \\n'; }
p=
case "$(hex 6 < "$1")" in
  1f8b*) p=gzip ;; 28b52ffd*) p=zstd ;; fd377a585a00) p=xz ;; 425a68*) p=bzip2 ;; 04224d18*) p=lz4 ;;
esac
[ -z "$p" ] || command -v "$p" >/dev/null || { printf 'missing|%s\\n' "$p"; exit; }
b=$(unpack "$p" < "$1" 2>/dev/null | hex 265)
k=unknown
case "$b" in
  '') k=empty ;;
  5047444d50*) k=archive ;;
  2d2d2d2d2d424547494e20*|6167652d656e6372797074696f6e*|53616c7465645f5f*) k=encrypted ;;
  85*|8c0d*|c1*|c3*) k=encrypted ;;
  2d2d*|0a2d2d*|0d0a2d2d*|efbbbf2d2d*) k=sql ;;
  *7573746172*) k=tar ;;
  fffe*|feff*) k=utf16 ;;
esac
printf '%s|%s\\n' "$k" "$p"`,X=`dump=$1 name=$2 source=$3
sql() { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$name" "$@" -d postgres; }
if [ -e "$dump/database.sql" ]; then sql -f "$dump/database.sql"; else sql -v "source=$source" -f -; fi`,Xe=`[ -d "$1" ] || { echo "no such folder: $1" >&2; exit 3; }
find "$1" -mindepth "$3" -maxdepth "$3" -path "$2" -print0 | xargs -0 -r sh -c "$4" sh`,Ye=`cd -- "$1" &&
  find dump globals.sql database.sql extensions.sql schema.sql source.txt -type f -print0 2>/dev/null |
  sort -z | xargs -0 -r sha256sum -b --`,Je=`now=$(date +%s)
for p; do
  if [ -d "$p" ]; then
    [ -e "$p/toc.dat" ] || continue
    m=$(stat -c %Y -- "$p/toc.dat"); s=$(du -sb -- "$p" | cut -f1)
  else
    m=$(stat -c %Y -- "$p") || continue
    s=$(stat -c %s -- "$p")
  fi
  printf '%s|%s|%s|%s\\n' "$now" "$m" "$s" "$p"
done`,Y=`hasExtensions || exit 0
inParts && into --use-list="$l/schemas" &&
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$name" -f "$extensions" >&2`,Ke=`set -f
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo damaged; exit; }
unpack "$2" < "$1" | LC_ALL=C awk "$3"`,J=`if hasExtensions; then
  inParts && into --use-list="$l/others" --jobs="$3"
else
  into --jobs="$3"
fi`,K=`umask 077; l=$(mktemp -d) || exit 1
trap 'rm -rf -- "$l"' EXIT
dump="$1/dump" extensions="$1/extensions.sql" name="$2"
into() { pg_restore --no-password --exit-on-error --dbname="$name" "$@" -- "$dump"; }
hasExtensions() { grep -qs 'CREATE EXTENSION' "$extensions"; }
isSchema='^[0-9]*; [0-9]* [0-9]* SCHEMA '
inParts() {
  pg_restore --list -- "$dump" > "$l/all" &&
    sed -n "/$isSchema/p" "$l/all" > "$l/schemas" && sed "/$isSchema/d" "$l/all" > "$l/others"
}`,Qe=`umask 077
p="$1/partial.$$"
make_safe "$1" || exit
rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_WORK="$p"; export GOLIVE_WORK
printf '%s\\n' \\
  '{ cat; printf "$2"; } | sha256sum | sed "s/ .*/|$1/;s/^/stream|/" >> "$GOLIVE_WORK/streams"' > "$p/stream"
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose \\
  -v "jobs=$GOLIVE_JOBS" -v "counted=$3" -v logged=false -v byname=true -v "source=$2" -v "work=$p" \\
  -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
whole() { [ "$(tail -n1 -- "$p/$1")" = '-- whole' ]; }
[ "$(grep -c '^exit|0$' "$p/psql.out")" = 2 ] && whole database.sql && whole extensions.sql &&
  pg_dumpall --no-password --globals-only --no-role-passwords --file="$p/globals.sql" ||
  { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" &&
  mv -f -- "$p/globals.sql" "$p/schema.sql" "$p/database.sql" "$p/extensions.sql" "$1" &&
  mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)"
system='SELECT system_identifier FROM pg_control_system()'
printf 'system|%s\\n' "$(psql -X -q -A -t --no-password -d "$2" -c "$system")"`;var O=K,ue=`${O}
${Y}`;async function w(e,t,r,s){let o=m(t,X,[r,s,t.name],{stdin:G});await e.run({...o,label:n`create ${s}`});let a=m(t,ue,[r,s]);await e.run({...a,label:n`make the extensions of ${s}`})}import{createHash as fe}from"node:crypto";var ge=/^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: .*)?$/,$e=/^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/;function Z(e){let t=new Map,r;for(let s of e.split(`
`)){let o=ge.exec(s);if(o){let[,a="",d="",i="",c=""]=o;if(r=void 0,d==="MATERIALIZED VIEW DATA")continue;let l=`${d} ${i==="-"?"":`${i}.`}${a}`;r=t.get(l)??[],r.push(n`owner ${c}`),t.set(l,r)}else s!==""&&s!=="--"&&!$e.test(s)&&r?.push(s)}return Object.fromEntries([...t].map(([s,o])=>[s,{exact:Q(o.join(`
`)),reduced:Q(he(o.join(`
`)))}]))}var be=/^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;function he(e){return e.replaceAll(/::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g,"").replaceAll(/[()\s]/g,"")}function Q(e){return fe("sha256").update(e).digest("hex").slice(0,32)}function ee(e,t){return u(e,t,(r,s,o)=>o===void 0?n`${r} is missing`:s===void 0?n`${r} should not be there`:s.exact===o.exact||be.test(r)&&s.reduced===o.reduced?null:n`${r} is defined otherwise`)}async function ht(e,t,r){return(await e.run(p(t,"pg_restore",["--file=/dev/null","--",`${r}/dump`]))).seconds}var Ee=`${O}
${J}`;async function Et(e,t,r,s){let[[o=""]=[]]=await _(e,t,{database:"postgres",sql:"SELECT system_identifier FROM pg_control_system()"}),a=await F(e,t,`${r}/dump`,{database:t.name,systemIdentifier:o});if(a.length>0)throw new h(a);await A(e,t,s),await w(e,t,r,s);let i={...m(t,Ee,[r,s,String(t.backup.jobs)],{timeoutSeconds:4*3600}),label:`pg_restore ${s}`},c=await e.attempt(i);if(c.code===0&&!c.timedOut)return;let l=new R(e,i,c);throw/No space left on device/i.test(c.stderr)?new h({code:"restore-no-room-beside",what:n`there is no room left to restore the dump beside the database`,where:e.name,mend:n`make room where PostgreSQL keeps its data`},{cause:l}):l}async function te(e,t,r,{logged:s=!1,byName:o=!0}={}){let a={jobs:String(t.backup.jobs),counted:t.backup.countOnly.join(","),logged:String(s),byname:String(o)},d=`${v}${C}`,{stdout:i}=await e.run(g(t,r,d,{variables:a,timeoutSeconds:4*3600}));return P(i)}async function ye(e,t,r){let s=["--no-password","--schema-only","--lock-wait-timeout=30s",`--dbname=${r}`],{stdout:o}=await e.run(p(t,"pg_dump",s));return Z(o)}async function yt(e,t,{database:r,source:s,logged:o=!1}){let a=s.contents.byName??!1,d=await te(e,t,r,{logged:o,byName:a});Se([...y(s.contents,d),...ee(s.objects,await ye(e,t,r))],e.name)}async function St(e,t,{directory:r,name:s,source:o}){let{members:a,properties:d}=o.contents;if(a===void 0||d===void 0)return[];await A(e,t,s);try{await w(e,t,r,s);let i=await te(e,t,s);return y({...i,members:a,properties:d},i)}finally{await A(e,t,s)}}function Se(e,t){if(e.length!==0)throw new h(e.map(r=>({code:"dump-not-the-database",what:n`the dump is not the database: ${r}`,where:t,mend:n`this backup is worthless; find out why before anything is deployed`})))}async function A(e,t,r){if(!["proof","restored","copy","trial"].some(o=>r.startsWith(`${t.name}_${o}_`)))throw new L(n`${r} is not golive's to drop`);await e.run(g(t,"postgres",`SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec
`,{variables:{name:r}}))}export{Be as a,Fe as b,Me as c,ze as d,P as e,Oe as f,u as g,Ae as h,Ue as i,Ge as j,Xe as k,Ye as l,Je as m,Ke as n,Qe as o,Z as p,ee as q,ht as r,Et as s,te as t,ye as u,yt as v,St as w,Se as x,A as y};
