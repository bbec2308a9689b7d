import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as _,c as w,d as R,e as h,g as v}from"./chunk-OOIBJ3SX.js";import{v as p,w as l,x as u,y as L}from"./chunk-YXFJCS6E.js";import{k as s,n as E,o as N,p as O}from"./chunk-ASVCTD4D.js";import{dirname as V}from"node:path";async function I(e,t,r,n){let o=U=>({...U,where:`${e.name}:${r}`}),a=await X(e,t,r),i=G(r,a);if(i!==null)return[o(i)];let[d,c,m]=await Promise.all([e.attempt(p(t,"pg_restore",["--list","--",a.archive],{timeoutSeconds:300})),e.attempt(p(t,"pg_restore",["--version"],{timeoutSeconds:60})),e.attempt(l(t,'[ ! -e "$1" ] || cat -- "$1"',[`${V(a.archive)}/manifest.json`],{timeoutSeconds:60}))]);return[...J(d,D(c.stdout),n,a.files),...Z(m,n)].map(o)}var z=`p=$1; head=$1
[ -e "$p" ] || { echo 'kind|missing'; exit 0; }
if [ -d "$p" ]; then
  [ -e "$p/toc.dat" ] || [ ! -d "$p/dump" ] || p="$p/dump"
  head="$p/toc.dat"; echo 'kind|directory'; ls -1 -- "$p" | sed 's/^/file|/'
else echo 'kind|file'; fi
{ [ ! -d "$p" ] || { [ -r "$p" ] && [ -x "$p" ]; }; } && { [ ! -e "$head" ] || [ -r "$head" ]; } || echo 'kind|unreadable'
printf 'archive|%s\\n' "$p"
printf 'head|%s\\n' "$(head -c 512 -- "$head" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n')"
printf 'unpacked|%s\\n' "$(gzip -dc -- "$head" 2>/dev/null | head -c 512 | od -An -v -tx1 | tr -d ' \\n')"`;async function X(e,t,r){let{stdout:n}=await e.run(l(t,z,[r],{timeoutSeconds:60})),o=d=>[...n.matchAll(new RegExp(`^${d}\\|(.*)$`,"gm"))].map(([,c=""])=>c),a=d=>Buffer.from(o(d)[0]??"","hex"),i=o("kind").at(-1);return{kind:i,archive:o("archive")[0]??r,head:a("head"),unpacked:a("unpacked"),files:i==="directory"?new Set(o("file")):null}}var x=e=>e.subarray(0,5).toString("latin1")==="PGDMP",P=e=>/^(--.*\r?\n|\s)*(-- PostgreSQL database|SET |CREATE |INSERT |COPY |BEGIN\b|\\[a-z]+ )/.test(e.toString("latin1"));function G(e,{kind:t,head:r,unpacked:n}){let o=(i,d)=>({code:"archive-unreadable",what:i,mend:d}),a=s`offer a dump in directory or custom format (pg_dump --format=directory)`;return t==="missing"?{code:"archive-missing",what:s`there is no such file or folder, or its folder may not be entered`,mend:s`name a dump that lies on the database host`}:t==="unreadable"?o(s`it may not be read by the user of the PostgreSQL programs`,s`give it to the user of database.run-as`):x(r)?null:t==="directory"?o(s`this folder holds no dump: there is no toc.dat in it, or a damaged one`,a):P(r)||P(n)||/\.sql(\.\w+)?$/i.test(e)?{code:"archive-plain-sql",what:s`this is SQL text: that it is whole cannot be proved before it is used`,mend:a}:x(n)?o(s`it is packed with gzip`,s`unpack it (gunzip), then offer the file inside`):r.toString("latin1").startsWith("age-encryption.org/")?o(s`it is encrypted`,s`decrypt and unpack it on the database host (age --decrypt), then offer what is inside`):o(s`it is a dump neither in directory nor in custom format`,a)}function J(e,t,{database:r},n){let o=e.stderr.split(`
`).find(c=>c.trim()!=="")?.replace(/^pg_restore: (error: )?/,"").slice(0,200)??"";if(/unsupported version/.test(o))return[C(s`a newer pg_dump`,t)];if(e.code!==0)return[{code:"archive-unreadable",what:s`its table of contents cannot be read: ${o}`,mend:s`this dump is damaged or cut off; offer another`}];let a=c=>new RegExp(`^; +${c}: (.*)$`,"m").exec(e.stdout)?.[1]??"",i=D(a("Dumped by pg_dump version")),d=n===null?[]:Q(e.stdout,n);return[...i!==null&&t!==null&&i>t?[C(s`pg_dump ${i}`,t)]:[],...d.length>0?[{code:"archive-unreadable",what:s`files of it are missing: ${d.slice(0,5).join(", ")}${d.length>5?s` and ${d.length-5} more`:""}`,mend:s`this dump is damaged; offer another`}]:[],...Y(a("dbname"),r)]}function C(e,t){return{code:"archive-newer",what:s`it was made by ${e}, and pg_restore ${t??""} here is older`.replace("  "," "),mend:s`install the client programs of that version and name their folder in database.programs, or offer a dump of this version`}}function Y(e,t){return e===t||e.startsWith(`${t}_copy_`)?[]:[{code:"archive-other-database",what:s`it is a dump of the database "${e}", not of "${t}"`,mend:s`offer a dump of ${t}`}]}function Q(e,t){return[...e.matchAll(/^(\d+); \d+ \d+ TABLE DATA /gm)].flatMap(([,r=""])=>["",".gz",".lz4",".zst"].some(n=>t.has(`${r}.dat${n}`))?[]:[`${r}.dat`])}function Z({code:e,stdout:t},{systemIdentifier:r}){if(e===0&&t.trim()==="")return[];let n=e===0?K(t):null;return n===null?[{code:"archive-unreadable",what:s`the manifest beside it cannot be read`,mend:s`look who changed manifest.json, or offer another dump`}]:r===void 0||n===void 0||n===r?[]:[{code:"archive-other-system",what:s`its manifest says that it comes from another PostgreSQL cluster (${n.slice(0,40)} instead of ${r})`,mend:s`offer a dump of this cluster`}]}function K(e){try{let{systemIdentifier:t}=JSON.parse(e);return typeof t=="string"?t:void 0}catch{return null}}function D(e){let t=/(\d+)(?:\.\d+|\w+)?\s*(?:\(.*\))?$/.exec(e.trim());return t?Number(t[1]):null}var b="quote_ident(:'name')",g=`':"name"'`,f="d.datname = :'source'",S=(e,t)=>`SELECT 'CREATE DATABASE ' || ${e}
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
WHERE ${f}`,ee="('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')",H=(e,t)=>`SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN 'DATABASE ' || ${e}
      ELSE format('ROLE %I IN DATABASE ', pg_get_userbyid(s.setrole)) || ${e} END,
    k.key, CASE WHEN k.key IN ${ee} THEN k.value ELSE quote_literal(k.value) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c (setting),
  LATERAL (SELECT split_part(c.setting, '=', 1) AS key, substr(c.setting, strpos(c.setting, '=') + 1) AS value) k
WHERE ${f}${t}`,te=e=>[`SELECT 'REVOKE ALL ON DATABASE ' || ${e} || ' FROM PUBLIC' FROM pg_database d WHERE ${f} AND d.datacl IS NOT NULL`,`SELECT format('GRANT %s ON DATABASE ', a.privilege_type) || ${e} || ' TO '
    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE ${f}`],re=e=>`SELECT 'COMMENT ON DATABASE ' || ${e} || format(' IS %L', c.text)
FROM pg_database d, LATERAL (SELECT shobj_description(d.oid, 'pg_database') AS text) c WHERE ${f} AND c.text IS NOT NULL`,$=e=>[H(e,""),...te(e),re(e)],k=e=>e.map(t=>`${t} \\gexec
`).join(""),j=e=>e.map(t=>`SELECT x.statement || ';' FROM (${t}) AS x (statement);
`).join(""),Se=k($(b)),q=k([S(b,!0),...$(b)]),$e=j([S(g,!0),...$(g)]),Ae=`SELECT CASE WHEN m.may THEN format('SET ROLE %I; ', r.rolname) ELSE '' END
  || format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I VERSION %L;', e.extname, n.nspname, e.extversion)
  || CASE WHEN m.may THEN ' RESET ROLE;' ELSE '' END
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace JOIN pg_roles r ON r.oid = e.extowner
  LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion,
  LATERAL (SELECT r.rolname <> current_user AND pg_has_role(r.oid, 'MEMBER')
    AND (r.rolsuper OR (coalesce(v.trusted, false) AND has_database_privilege(r.oid, current_database(), 'CREATE'))) AS may) m
WHERE e.oid >= 16384 ORDER BY e.oid;
`;async function Te(e,t,{elsewhere:r=!1,roles:n=!1}={}){let o=H(g,n?"":" AND s.setrole = 0"),a=j([S(g,!r),o]);return(await e.run(u(t,"postgres",a,{source:t.name},60))).stdout}var ne=`[ -e "$1/database.sql" ] || { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$2" -v "source=$3" -d postgres -f -; exit; }
exec psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$2" -d postgres -f "$1/database.sql"`,A=`umask 077; l=$(mktemp -d) || exit 1
trap 'rm -rf -- "$l"' EXIT
dump="$1/dump" extensions="$1/extensions.sql" name="$2"
into() { pg_restore --no-password --exit-on-error --dbname="$name" "$@" -- "$dump"; }
hasExtensions() { grep -qs 'CREATE EXTENSION' "$extensions"; }
isSchema='^[0-9]*; [0-9]* [0-9]* SCHEMA '
inParts() {
  pg_restore --list -- "$dump" > "$l/all" && sed -n "/$isSchema/p" "$l/all" > "$l/schemas" && sed "/$isSchema/d" "$l/all" > "$l/others"
}`,se=`${A}
hasExtensions || exit 0
inParts && into --use-list="$l/schemas" && psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$name" -f "$extensions" >&2`;async function T(e,t,r,n){let o=l(t,ne,[r,n,t.name],{stdin:q});await e.run({...o,label:s`create ${n}`});let a=l(t,se,[r,n]);await e.run({...a,label:s`make the extensions of ${n}`})}import{createHash as oe}from"node:crypto";var ae=/^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: .*)?$/,ie=/^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/;function B(e){let t=new Map,r;for(let n of e.split(`
`)){let o=ae.exec(n);if(o){let[,a="",i="",d="",c=""]=o;if(r=void 0,i==="MATERIALIZED VIEW DATA")continue;let m=`${i} ${d==="-"?"":`${d}.`}${a}`;r=t.get(m)??[],r.push(s`owner ${c}`),t.set(m,r)}else n!==""&&n!=="--"&&!ie.test(n)&&r?.push(n)}return Object.fromEntries([...t].map(([n,o])=>[n,{exact:W(o.join(`
`)),reduced:W(ce(o.join(`
`)))}]))}var de=/^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;function ce(e){return e.replaceAll(/::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g,"").replaceAll(/[()\s]/g,"")}function W(e){return oe("sha256").update(e).digest("hex").slice(0,32)}function M(e,t){return v(e,t,(r,n,o)=>o===void 0?s`${r} is missing`:n===void 0?s`${r} should not be there`:n.exact===o.exact||de.test(r)&&n.reduced===o.reduced?null:s`${r} is defined otherwise`)}async function qe(e,t,r){return(await e.run(p(t,"pg_restore",["--file=/dev/null","--",`${r}/dump`]))).seconds}var le=`${A}
if hasExtensions; then
  inParts && into --use-list="$l/others" --jobs="$3"
else
  into --jobs="$3"
fi`;async function We(e,t,r,n){let[[o=""]=[]]=await L(e,t,"postgres","SELECT system_identifier FROM pg_control_system()"),a=await I(e,t,`${r}/dump`,{database:t.name,systemIdentifier:o});if(a.length>0)throw new E(a);await y(e,t,n),await T(e,t,r,n);let d={...l(t,le,[r,n,String(t.backup.jobs)],{timeoutSeconds:4*3600}),label:`pg_restore ${n}`},c=await e.attempt(d);if(c.code===0&&!c.timedOut)return;let m=new O(e,d,c);throw/No space left on device/i.test(c.stderr)?new E({what:s`there is no room left to restore the dump beside the database`,where:e.name,mend:s`make room where PostgreSQL keeps its data`},{cause:m}):m}async function F(e,t,r,{logged:n=!1,byName:o=!0}={}){let a={jobs:String(t.backup.jobs),counted:t.backup.countOnly.join(","),logged:String(n),byname:String(o)};return R((await e.run(u(t,r,`${_}${w}`,a,4*3600))).stdout)}async function me(e,t,r){return B((await e.run(p(t,"pg_dump",["--no-password","--schema-only","--lock-wait-timeout=30s",`--dbname=${r}`]))).stdout)}async function Be(e,t,r,n,o={}){let a=n.contents.byName??!1,i=await F(e,t,r,{...o,byName:a});pe([...h(n.contents,i),...M(n.objects,await me(e,t,r))],e.name)}async function Me(e,t,r,n,{contents:{members:o,properties:a}}){if(o===void 0||a===void 0)return[];await y(e,t,n);try{await T(e,t,r,n);let i=await F(e,t,n);return h({...i,members:o,properties:a},i)}finally{await y(e,t,n)}}function pe(e,t){if(e.length!==0)throw new E(e.map(r=>({what:s`the dump is not the database: ${r}`,where:t,mend:s`this backup is worthless; find out why before anything is deployed`})))}async function y(e,t,r){if(!["proof","restored","copy","trial"].some(o=>r.startsWith(`${t.name}_${o}_`)))throw new N(s`${r} is not golive's to drop`);await e.run(u(t,"postgres",`SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec
`,{name:r}))}export{B as a,M as b,Se as c,$e as d,Ae as e,Te as f,qe as g,We as h,F as i,me as j,Be as k,Me as l,pe as m,y as n};
