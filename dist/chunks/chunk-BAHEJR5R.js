import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{d as O,e as F,f as z,g as u}from"./chunk-IXBF6TIX.js";import{c as W}from"./chunk-K5HV7IVR.js";import{e as X,g as K}from"./chunk-6AHPVUND.js";import{m as b,o as E,p,q as h,r as H,s as V,u as G,v as M}from"./chunk-PDUI7LMK.js";import{m as o,p as x,q,r as B}from"./chunk-ZFSQH6XZ.js";function Q(e){let t=V(e),s=c=>t.flatMap(([l,...m])=>l===c?[m]:[]),r=c=>Object.fromEntries(s(c).map(([l,m,...f])=>[U(f),Y(l,m)])),n=c=>Object.fromEntries(s(c).map(([l="",...m])=>[U(m),l])),[[i="0",a="0"]=[]]=s("large-objects"),[[d]=[]]=s("large-object-rights");return{tables:r("table"),sequences:n("sequence"),largeObjects:Y(i,a),...d===void 0?{}:{largeObjectRights:d,views:n("view")},members:r("member"),properties:n("property"),byName:s("by-name").length>0,inParts:s("in-parts").length>0,wholeBits:s("whole-bits").length>0}}var U=e=>u(e.join("|"));function Y(e="0",t=""){return{rows:Number(e),hash:t==="-"?null:t}}function R(e,t){return[...y(e.tables,t.tables,J),...e.members===void 0?[]:y(e.members,t.members??{},J),...e.properties===void 0?[]:y(e.properties,t.properties??{},Ne),...y(e.sequences,t.sequences,ve),...Pe(e.largeObjects,t.largeObjects),...Ie(e,t),...e.views===void 0?[]:y(e.views,t.views??{},Ce)]}function J(e,t,s){return s===void 0?o`table ${e} is missing (${t?.rows??0} {1:row|rows|rows})`:t===void 0?o`table ${e} should not be there (${s.rows} {1:row|rows|rows})`:t.rows!==s.rows?o`table ${e} has ${s.rows} {1:row|rows|rows} instead of ${t.rows}`:t.hash===null||s.hash===null||t.hash===s.hash?null:o`table ${e} has the same number of rows, but not the same values`}function Ne(e,t,s){return t===s?null:o`the database itself is another one: ${e}`}function ve(e,t,s){if(t===s)return null;let r=s===void 0?"missing":o`at ${s}`,n=t===void 0?o`, and should not be there`:o` instead of ${t}`;return o`sequence ${e} is ${r}${n}`}function Ie({largeObjectRights:e},{largeObjectRights:t}){return e===void 0||e===t?[]:[o`the large objects do not have the same owners, grants and comments`]}function Ce(e,t,s){return t===s||t===void 0||s===void 0?null:t==="t"?o`the materialized view ${e} is not filled`:o`the materialized view ${e} is filled, and was not`}function Pe(e,t){return e.rows===t.rows&&e.hash===t.hash?[]:[o`the large objects are not the same (${t.rows} instead of ${e.rows}, or other bytes)`]}function ct({tables:e}){return Object.values(e).reduce((t,{rows:s})=>t+s,0)}function y(e,t,s){return[...new Set([...Object.keys(e),...Object.keys(t)])].toSorted().flatMap(r=>s(r,e[r],t[r])??[])}import{dirname as De}from"node:path";var Z=`p=$1; head=$1
[ -e "$p" ] || { echo 'kind|missing'; exit 0; }
if [ -d "$p" ]; then
  [ -e "$p/toc.dat" ] || [ ! -d "$p/dump" ] || p="$p/dump"
  head="$p/toc.dat"; echo 'kind|directory'; ls -1 -- "$p" | sed 's/^/file|/'
else echo 'kind|file'; fi
{ [ ! -d "$p" ] || { [ -r "$p" ] && [ -x "$p" ]; }; } && { [ ! -e "$head" ] || [ -r "$head" ]; } || echo 'kind|unreadable'
printf 'archive|%s\\n' "$p"
printf 'head|%s\\n' "$(head -c 512 -- "$head" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n')"
printf 'unpacked|%s\\n' "$(gzip -dc -- "$head" 2>/dev/null | head -c 512 | od -An -v -tx1 | tr -d ' \\n')"`,mt=`umask 077; LC_ALL=C; export LC_ALL
d="$1/dump" w="$1/unpacked"
rm -rf -- "$w"; mkdir -m 700 -- "$w" || exit
trap 'rm -rf -- "$w"' EXIT
pg_restore --list -- "$d" > "$w/list" || exit
sed -n 's/^\\([0-9][0-9]*\\); [0-9][0-9]* \\([0-9][0-9]*\\) TABLE DATA .*/table|\\1|\\2/p' "$w/list"
cd -- "$d" || exit
files() { find . -maxdepth 1 \\( -name '[0-9]*.dat.gz' -o -name 'blob_[0-9]*.dat.gz' \\) -size "$1" -print0; }
files -65k | xargs -0 -r -n 100 -P "$2" sh -c '
  w=$(mktemp -d "$0/XXXXXX") && cp -- "$@" "$w" && cd "$w" || exit
  gzip -dq -- *.gz 2>/dev/null; rm -f -- *.gz
  set -- *; [ ! -e "$1" ] || sha256sum -b -- "$@" > ../"\${w##*/}.sums"; rm -f -- *' "$w"
files +64k | xargs -0 -r -n 1 -P "$2" sh -c '
  s=$({ gzip -dcq -- "$1" || echo damaged; } | sha256sum -b) f=\${1##*/}
  printf "%s\\n" "\${s%% *} *\${f%.gz}" > "$0/$f.sums"' "$w"
find "$w" -name '*.sums' -exec cat -- {} + > "$w/all" || exit
sed -n 's/^\\([0-9a-f]*\\) .\\([0-9]*\\)\\.dat$/file|\\1|\\2/p' "$w/all"
cat -- blobs.toc blobs_*.toc 2>/dev/null | cut -d ' ' -f 1 | LC_ALL=C sort > "$w/named"
sed -n 's/^\\([0-9a-f]*\\) .blob_\\([0-9]*\\)\\.dat$/\\2 \\1/p' "$w/all" | LC_ALL=C sort > "$w/objects"
if cut -d ' ' -f 1 "$w/objects" | cmp -s - "$w/named"; then s=$(sha256sum -b < "$w/objects"); printf 'objects|%s\\n' "\${s%% *}"
else echo 'objects|others'; fi
printf 'schema|\\n'
pg_restore --schema-only --file=- -- "$d"`;async function se(e,t,s){let{stdout:r}=await e.run(p(t,Z,[s],{timeoutSeconds:60})),n=d=>[...r.matchAll(new RegExp(`^${d}\\|(.*)$`,"gm"))].map(([,c=""])=>c),i=d=>Buffer.from(n(d)[0]??"","hex"),a=n("kind").at(-1);return{kind:a,archive:n("archive")[0]??s,head:i("head"),unpacked:i("unpacked"),files:a==="directory"?new Set(n("file")):null}}var ee=e=>e.subarray(0,5).toString("latin1")==="PGDMP",te=e=>/^(--.*\r?\n|\s)*(-- PostgreSQL database|SET |CREATE |INSERT |COPY |BEGIN\b|\\[a-z]+ )/.test(e.toString("latin1"));function re(e,{kind:t,head:s,unpacked:r}){let n=(a,d)=>({code:"archive-unreadable",what:a,mend:d}),i=o`offer a dump in directory or custom format (pg_dump --format=directory)`;return t==="missing"?{code:"archive-missing",what:o`there is no such file or folder, or its folder may not be entered`,mend:o`name a dump that lies on the database host`}:t==="unreadable"?n(o`it may not be read by the user of the PostgreSQL programs`,o`give it to the user of database.run-as`):ee(s)?null:t==="directory"?n(o`this folder holds no dump: there is no toc.dat in it, or a damaged one`,i):te(s)||te(r)||/\.sql(\.\w+)?$/i.test(e)?{code:"archive-plain-sql",what:o`this is SQL text: that it is whole cannot be proved before it is used`,mend:i}:ee(r)?n(o`it is packed with gzip`,o`unpack it (gunzip), then offer the file inside`):s.toString("latin1").startsWith("age-encryption.org/")?n(o`it is encrypted`,o`decrypt and unpack it on the database host (age --decrypt), then offer what is inside`):n(o`it is a dump neither in directory nor in custom format`,i)}function ne({code:e,stdout:t},s){if(e===0&&t.trim()==="")return[];let r=e===0?ke(t):null;return r===null?[{code:"archive-unreadable",what:o`the manifest beside it cannot be read`,mend:o`look who changed manifest.json, or offer another dump`}]:s===void 0||r===void 0||r===s?[]:[{code:"archive-other-system",what:o`its manifest says that it comes from another PostgreSQL cluster (${r.slice(0,40)} instead of ${s})`,mend:o`offer a dump of this cluster`}]}function ke(e){try{let{systemIdentifier:t}=JSON.parse(e);return typeof t=="string"?t:void 0}catch{return null}}async function ie(e,t,s,r){let n=f=>({...f,where:`${e.name}:${s}`}),i=await se(e,t,s),a=re(s,i);if(a!==null)return[n(a)];let[d,c,l]=await Promise.all([e.attempt(E(t,"pg_restore",["--list","--",i.archive],{timeoutSeconds:300})),e.attempt(E(t,"pg_restore",["--version"],{timeoutSeconds:60})),e.attempt(p(t,'[ ! -e "$1" ] || cat -- "$1"',[`${De(i.archive)}/manifest.json`],{timeoutSeconds:60}))]);return[...je(d,ae(c.stdout),r,i.files),...ne(l,r.systemIdentifier)].map(n)}function je(e,t,{database:s},r){let n=e.stderr.split(`
`).find(l=>l.trim()!=="")?.replace(/^pg_restore: (error: )?/,"").slice(0,200)??"";if(/unsupported version/.test(n))return[oe(o`a newer pg_dump`,t)];if(e.code!==0)return[{code:"archive-unreadable",what:o`its table of contents cannot be read: ${n}`,mend:o`this dump is damaged or cut off; offer another`}];let i=l=>new RegExp(`^; +${l}: (.*)$`,"m").exec(e.stdout)?.[1]??"",a=ae(i("Dumped by pg_dump version")),d=r===null?[]:Be(e.stdout,r),c=[];if(a!==null&&t!==null&&a>t&&c.push(oe(o`pg_dump ${a}`,t)),d.length>0){let l=d.length>5?o` and ${d.length-5} more`:"";c.push({code:"archive-unreadable",what:o`files of it are missing: ${d.slice(0,5).join(", ")}${l}`,mend:o`this dump is damaged; offer another`})}return[...c,...qe(i("dbname"),s)]}function oe(e,t){return{code:"archive-newer",what:o`it was made by ${e}, and pg_restore ${t??""} here is older`.replace("  "," "),mend:o`install the client programs of that version and name their folder in database.programs, or offer a dump of this version`}}function qe(e,t){return e===t||e.startsWith(`${t}_copy_`)?[]:[{code:"archive-other-database",what:o`it is a dump of the database "${e}", not of "${t}"`,mend:o`offer a dump of ${t}`}]}function Be(e,t){return[...e.matchAll(/^(\d+); \d+ \d+ TABLE DATA /gm)].flatMap(([,s=""])=>["",".gz",".lz4",".zst"].some(r=>t.has(`${s}.dat${r}`))?[]:[`${s}.dat`])}function ae(e){let t=/(\d+)(?:\.\d+|\w+)?\s*(?:\(.*\))?$/.exec(e.trim());return t?Number(t[1]):null}var N="quote_ident(:'name')",L=`':"name"'`,w="d.datname = :'source'",v=(e,t)=>`SELECT 'CREATE DATABASE ' || ${e}
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
WHERE ${w}`,He="('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')",de=(e,t)=>`SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN 'DATABASE ' || ${e}
      ELSE format('ROLE %I IN DATABASE ', pg_get_userbyid(s.setrole)) || ${e} END,
    k.key, CASE WHEN k.key IN ${He} THEN k.value ELSE quote_literal(k.value) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c (setting),
  LATERAL (SELECT split_part(c.setting, '=', 1) AS key, substr(c.setting, strpos(c.setting, '=') + 1) AS value) k
WHERE ${w}${t}`,Ve=e=>[`SELECT 'REVOKE ALL ON DATABASE ' || ${e} || ' FROM PUBLIC' FROM pg_database d WHERE ${w} AND d.datacl IS NOT NULL`,`SELECT format('GRANT %s ON DATABASE ', a.privilege_type) || ${e} || ' TO '
    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE ${w}`],Ge=e=>`SELECT 'COMMENT ON DATABASE ' || ${e} || format(' IS %L', c.text)
FROM pg_database d, LATERAL (SELECT shobj_description(d.oid, 'pg_database') AS text) c WHERE ${w} AND c.text IS NOT NULL`,I=e=>[de(e,""),...Ve(e),Ge(e)],ce=e=>e.map(t=>`${t} \\gexec
`).join(""),le=e=>e.map(t=>`SELECT x.statement || ';' FROM (${t}) AS x (statement);
`).join(""),me=ce(I(N)),pe=ce([v(N,!0),...I(N)]),Lt=le([v(L,!0),...I(L)]),At=`SELECT CASE WHEN m.may THEN format('SET ROLE %I; ', r.rolname) ELSE '' END
  || format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I VERSION %L;', e.extname, n.nspname, e.extversion)
  || CASE WHEN m.may THEN ' RESET ROLE;' ELSE '' END
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace JOIN pg_roles r ON r.oid = e.extowner
  LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion,
  LATERAL (SELECT r.rolname <> current_user AND pg_has_role(r.oid, 'MEMBER')
    AND (r.rolsuper OR (coalesce(v.trusted, false) AND has_database_privilege(r.oid, current_database(), 'CREATE'))) AS may) m
WHERE e.oid >= 16384 ORDER BY e.oid;
`;async function _t(e,t,{elsewhere:s=!1,roles:r=!1}={}){let n=de(L,r?"":" AND s.setrole = 0"),i=le([v(L,!s),n]);return(await e.run(h(t,b(t),i,{variables:{source:t.name},timeoutSeconds:60}))).stdout}var Nt=`umask 077
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo 'damaged' >&2; exit 1; }
[ "$3" != tar ] || unpack "$2" < "$1" | tar -tf - >/dev/null || exit
if [ -n "$2" ]; then unpack "$2" < "$1" | pg_restore --list || exit; unpack "$2" < "$1" | pg_restore --file=/dev/null
else pg_restore --list -- "$1" && pg_restore --file=/dev/null -- "$1"; fi`,vt=`if [ -d "$1" ]; then echo 'directory|'; exit; fi
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
printf '%s|%s\\n' "$k" "$p"`,fe=`dump=$1 name=$2 source=$3
sql() { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$name" "$@" -d "$GOLIVE_MAINTENANCE"; }
made='s/^CREATE DATABASE .* CONNECTION LIMIT \\(-\\{0,1\\}[0-9]*\\);$/ALTER DATABASE :"name" CONNECTION LIMIT \\1;/'
if [ ! -e "$dump/database.sql" ]; then sql -v "source=$source" -f -
elif [ -n "$GOLIVE_PROVIDED" ]; then sed "$made" "$dump/database.sql" | sql -f -
else sql -f "$dump/database.sql"; fi`,It=`sums() { sed "s/^\\([0-9a-f]*\\) .\\(.*\\)/$1/"; }
case "$1" in
  tables)
    cd -- "$GOLIVE_WORK/small" || exit
    set -- *; [ -e "$1" ] || exit 0
    sha256sum -b -- "$@" | sums 'stream|\\1|\\2' && rm -f -- "$@"; exit ;;
  table) sha256sum -b | sums "stream|\\1|$2" >> "$GOLIVE_WORK/large"; exit ;;
  object) cd -- "$GOLIVE_WORK/small" && sha256sum -b -- "$2" | sums '\\2 \\1' >> ../objects && rm -f -- "$2"; exit ;;
  objects) LC_ALL=C sort -- "$GOLIVE_WORK/objects" | sha256sum -b | sums 'objects|\\1'; exit ;;
esac
dump() {
  exec pg_dump --no-password --lock-wait-timeout=30s --encoding="$GOLIVE_ENCODING" --snapshot="$GOLIVE_SNAPSHOT" \\
    --dbname="$GOLIVE_DATABASE" "$@" >&2
}
archive() { dump --format=directory --compress=1 --no-sync --jobs="$GOLIVE_JOBS" --file="$GOLIVE_WORK/dump"; }
schema() { dump --schema-only --no-sync --file="$GOLIVE_WORK/schema.sql"; }
read_by() {
  exec psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose \\
    -v "jobs=$GOLIVE_JOBS" -v "counted=$GOLIVE_COUNTED" -v logged=false -v byname=true -v inparts=true -v wholebits=true \\
    -v "snapshot=$GOLIVE_SNAPSHOT" -v "work=$GOLIVE_WORK" \\
    -d "$GOLIVE_DATABASE" -f "$GOLIVE_WORK/$1.sql" > "$GOLIVE_WORK/$1.out"
}
if [ "$GOLIVE_ROOMY" = t ]; then
  schema & others=$!
  archive & first=$!
else
  others=
  (archive) && schema & first=$!
fi
read_by contents & others="$others $!"
[ ! -e "$GOLIVE_WORK/copies.sql" ] || { read_by copies & others="$others $!"; }
code=0
for one in $first $others; do
  wait "$one" || { code=$?; kill $others 2>/dev/null; }
done
printf 'beside|%s\\n' "$code"`,ue=`e=$2
[ -n "$e" ] || e=$(psql -X -q -A -t --no-password -d "$1" -c 'SELECT getdatabaseencoding()') || exit
exec pg_dump --no-password --schema-only --lock-wait-timeout=30s --encoding="$e" --dbname="$1"`,Ct=`[ -d "$1" ] || { echo "no such folder: $1" >&2; exit 3; }
find "$1" -mindepth "$3" -maxdepth "$3" -path "$2" -print0 | xargs -0 -r sh -c "$4" sh`,Pt=`cd -- "$1" &&
  find dump globals.sql database.sql extensions.sql schema.sql source.txt -type f -print0 2>/dev/null |
  sort -z | xargs -0 -r sha256sum -b --`,kt=`now=$(date +%s)
for p; do
  if [ -d "$p" ]; then
    [ -e "$p/toc.dat" ] || continue
    m=$(stat -c %Y -- "$p/toc.dat"); s=$(du -sb -- "$p" | cut -f1)
  else
    m=$(stat -c %Y -- "$p") || continue
    s=$(stat -c %s -- "$p")
  fi
  printf '%s|%s|%s|%s\\n' "$now" "$m" "$s" "$p"
done`,$e=`hasExtensions || exit 0
inParts && into --use-list="$l/schemas" || exit
make_extensions() {
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$1" -f "$extensions" >&2
}
home=contrib_regression
rename() {
  printf 'ALTER DATABASE :"was" RENAME TO :"is";\\n' |
    psql -X -q --no-password -v ON_ERROR_STOP=1 -v "was=$1" -v "is=$2" -d "\${GOLIVE_MAINTENANCE:-postgres}" -f - >&2
}
if grep -q 'CREATE EXTENSION IF NOT EXISTS pg_cron ' "$extensions"; then
  rename "$name" "$home" || exit
  trap 'rm -rf -- "$l"; exit 143' INT TERM HUP
  trap 'c=$?; rename "$home" "$name" || c=1; rm -rf -- "$l"; exit "$c"' EXIT
  make_extensions "$home"
else
  make_extensions "$name"
fi`,Dt=`set -f
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo damaged; exit; }
unpack "$2" < "$1" | LC_ALL=C awk "$3"`,ge=`if hasExtensions; then
  inParts && into --use-list="$l/others" --jobs="$3"
else
  into --jobs="$3"
fi`,be=`LC_ALL=C; export LC_ALL
PGOPTIONS="\${PGOPTIONS:+$PGOPTIONS -c synchronous_commit=off}"; export PGOPTIONS
awk -v "extensions=$1/extensions.sql" -v "provided=$GOLIVE_PROVIDED" '
  provided != "" && /^(CREATE EXTENSION|COMMENT ON EXTENSION) / { next }
  /^CREATE EXTENSION IF NOT EXISTS / && !made { made = 1; while ((getline line < extensions) > 0) print line }
  { print }' "$1/schema.sql" |
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$2" -f - >/dev/null`,Ee=`LC_ALL=C; export LC_ALL
PGOPTIONS="\${PGOPTIONS:+$PGOPTIONS -c synchronous_commit=off}"; export PGOPTIONS
umask 077; l=$(mktemp -d) || exit 1
trap 'rm -rf -- "$l"' EXIT
dump="$1/dump" extensions="$1/extensions.sql" name="$2"
into() { pg_restore --no-password --exit-on-error --dbname="$name" "$@" -- "$dump"; }
hasExtensions() { grep -qs 'CREATE EXTENSION' "$extensions"; }
isSchema='^[0-9]*; [0-9]* [0-9]* SCHEMA '
kept() { if [ -n "$GOLIVE_PROVIDED" ]; then grep -v '^[0-9]*; [0-9]* [0-9]* COMMENT - EXTENSION '; else cat; fi; }
inParts() {
  pg_restore --list -- "$dump" > "$l/listed" && kept < "$l/listed" > "$l/all" &&
    sed -n "/$isSchema/p" "$l/all" > "$l/schemas" && sed "/$isSchema/d" "$l/all" > "$l/others"
}`,jt=`umask 077
p="$1/partial.$$"
make_safe "$1" || exit
rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" "$p/small" || exit 1
GOLIVE_WORK="$p" GOLIVE_COUNTED="$3"; export GOLIVE_WORK GOLIVE_COUNTED
put() { printf '%s\\n' "$1" | cat > "$2"; }
given_up() { rm -rf -- "$p"; exit "\${1:-1}"; }
put "$4" "$p/contents.sql" && put "$6" "$p/beside" && : > "$p/copies.out" || given_up
[ -z "$5" ] || put "$5" "$p/copies.sql" || given_up
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "source=$2" -v "work=$p" \\
  -d "$2" -f - > "$p/psql.out" || given_up "$?"
whole() { [ "$(tail -n1 -- "$p/$1")" = '-- whole' ]; }
grep -q '^beside|0$' "$p/psql.out" && whole database.sql && whole extensions.sql &&
  pg_dumpall --no-password --database="$GOLIVE_MAINTENANCE" --globals-only --no-role-passwords --file="$p/globals.sql" ||
  given_up
cat -- "$p/contents.out" "$p/copies.out" >> "$p/psql.out" || given_up
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" &&
  mv -f -- "$p/globals.sql" "$p/schema.sql" "$p/database.sql" "$p/extensions.sql" "$1" &&
  mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)"
system='SELECT system_identifier FROM pg_control_system()'
printf 'system|%s\\n' "$(psql -X -q -A -t --no-password -d "$2" -c "$system")"`;var C=Ee,Me=`${C}
${$e}`;function T(e){return{GOLIVE_PROVIDED:O(e)?"provided":""}}async function he(e,t,s,r){let n=T(t),i=O(t)?me:pe;await F(e,t,r);let a=p(t,fe,[s,r,t.name],{stdin:i,env:n});await e.run({...a,label:o`create ${r}`})}async function Oe(e,t,s,r){await he(e,t,s,r);let n=T(t),i=p(t,be,[s,r],{env:n,timeoutSeconds:4*3600});await e.run({...i,label:o`restore the schema into ${r}`})}async function P(e,t,s,r){await he(e,t,s,r);let n=p(t,Me,[s,r],{env:T(t)});await e.run({...n,label:o`make the extensions of ${r}`})}import{createHash as et}from"node:crypto";var We=/^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: (.*))?$/,Fe=/^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/,ze=/^SET default_table_access_method = (.*);$/,Xe=new Set(["TABLE","MATERIALIZED VIEW"]);function $(e,{ownedBy:t="owner",kept:s=!0}={}){let r=/^SET client_encoding = '(\w+)';$/m.exec(e)?.[1],n=new Map,i,a="";for(let d of e.split(`
`)){let c=We.exec(d);if(c===null){a=ze.exec(d)?.[1]??a,Ke(d)||i?.push(d);continue}let[,l="",m="",f="",g="",_=""]=c;if(i=void 0,m==="MATERIALIZED VIEW DATA")continue;let j=u(`${m} ${f==="-"?"":`${f}.`}${l}`,r);i=n.get(j)??[],i.push(`${t} ${g}`,...s?Ue(m,_,a):[]),n.set(j,i)}return new Map([...n].map(([d,c])=>[d,c.join(`
`)]))}var Ke=e=>e===""||e==="--"||Fe.test(e);function Ue(e,t,s){return[...t===""?[]:[`tablespace ${t}`],...Xe.has(e)?[`method ${s}`]:[]]}import{createHash as Ye}from"node:crypto";function A(e){return Object.values(e).some(t=>"reduced"in t)}var Je=["owner","владелец"].map(e=>Buffer.from(e).toString("latin1")),Qe=/^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;function we(e,t){let s=Je.map(n=>$(t,{ownedBy:n,kept:!1})),r=(n,{exact:i,reduced:a})=>s.every(d=>{let c=u(d.get(n)??"");return ye(c)!==i&&!(Qe.test(n)&&ye(Ze(c))===a)});return new Set(Object.entries(e).flatMap(([n,i])=>r(n,i)?[n]:[]))}function Ze(e){return e.replaceAll(/::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g,"").replaceAll(/[()\s]/g,"")}function ye(e){return Ye("sha256").update(e).digest("hex").slice(0,32)}function k(e){return Object.fromEntries([...$(e)].map(([t,s])=>[t,{exact:tt(s)}]))}function tt(e){return et("sha256").update(Buffer.from(e,"latin1")).digest("hex").slice(0,32)}function Te(e,t){let s=A(e)?we(e,t):null,r=k(t);return[...new Set([...Object.keys(e),...Object.keys(r)])].toSorted().flatMap(n=>n in r?n in e?(s===null?e[n]?.exact===r[n]?.exact:!s.has(n))?[]:[{name:n,how:"otherwise"}]:[{name:n,how:"extra"}]:[{name:n,how:"missing"}])}var Se=new RegExp(`^(?:${["TABLE","TABLE ATTACH","CONSTRAINT","CHECK CONSTRAINT","INDEX","VIEW","MATERIALIZED VIEW","DEFAULT","POLICY","RULE","TRIGGER","DOMAIN","FUNCTION","PROCEDURE","STATISTICS","PUBLICATION TABLE"].join("|")}) `);function xe(e,{copy:t,again:s}){let[r,n]=[$(t),$(s)];return e.filter(({name:i,how:a})=>a!=="otherwise"||!Se.test(i)||r.get(i)!==n.get(i))}function Le(e){return e.some(({name:t,how:s})=>s==="otherwise"&&Se.test(t))}function Ae(e){return e.map(({name:t,how:s})=>s==="missing"?o`${t} is missing`:s==="extra"?o`${t} should not be there`:o`${t} is defined otherwise`)}async function us(e,t,s){return(await e.run(E(t,"pg_restore",["--file=/dev/null","--",`${s}/dump`]))).seconds}var st=`${C}
${ge}`;async function $s(e,t,s,r){let[[n=""]=[]]=await H(e,t,{database:b(t),sql:"SELECT system_identifier FROM pg_control_system()"}),i=await ie(e,t,`${s}/dump`,{database:t.name,systemIdentifier:n});if(i.length>0)throw new x(i);await S(e,t,r),await P(e,t,s,r);let d={...p(t,st,[s,r,String(t.backup.jobs)],{env:T(t),timeoutSeconds:4*3600}),label:`pg_restore ${r}`},c=await e.attempt(d);if(c.code===0&&!c.timedOut)return;let l=new B(e,d,c);throw/No space left on device/i.test(c.stderr)?new x({code:"restore-no-room-beside",what:o`there is no room left to restore the dump beside the database`,where:e.name,mend:o`make room where PostgreSQL keeps its data`},{cause:l}):l}async function _e(e,t,s,{logged:r=!1,byName:n=!0,inParts:i=!0,wholeBits:a=!0}={}){let d={jobs:String(t.backup.jobs),counted:t.backup.countOnly.join(","),logged:String(r),byname:String(n),inparts:String(i),wholebits:String(a),snapshot:""},c=`${X}${K}`,l=h(t,s,c,{variables:d,timeoutSeconds:4*3600}),{stdout:m}=await e.run({...l,bytes:!0});return Q(m)}async function D(e,t,s,{encoding:r="",env:n={}}={}){let i=p(t,ue,[s,r],{bytes:!0,env:n}),{stdout:a}=await e.run({...i,label:`pg_dump --schema-only ${s}`});return a}var Re={PGTZ:"UTC"};async function gs(e,t,s){return k(await D(e,t,s,{env:Re}))}async function bs(e,t,{database:s,source:r,directory:n,logged:i=!1}){let{byName:a=!1,inParts:d=!1,wholeBits:c=!1}=r.contents,l=A(r.objects)?"UTF8":"",[m,f]=await Promise.all([_e(e,t,s,{logged:i,byName:a,inParts:d,wholeBits:c}),D(e,t,s,{encoding:l,env:n===null?Re:{}})]),g=Te(r.objects,f),_=n!==null&&Le(g)?xe(g,{copy:f,again:await rt(e,t,{directory:n,database:s,encoding:l})}):g;nt([...R(r.contents,m),...Ae(_)],e.name)}async function rt(e,t,{directory:s,database:r,encoding:n}){let i=M(t,"proof",`${r}-again`);await S(e,t,i);try{return await Oe(e,t,s,i),await D(e,t,i,{encoding:n})}finally{await S(e,t,i)}}async function Es(e,t,{directory:s,name:r,source:n}){let{members:i,properties:a}=n.contents;if(i===void 0||a===void 0)return[];await S(e,t,r);try{await P(e,t,s,r);let d=await _e(e,t,r);return R({...d,members:i,properties:a},d)}finally{await S(e,t,r)}}function nt(e,t){if(e.length!==0)throw new x(e.map(s=>({code:"dump-not-the-database",what:o`the dump is not the database: ${s}`,where:t,mend:o`this backup is worthless; find out why before anything is deployed`})))}var ot=["proof","restored","copy","trial"];async function S(e,t,s){let r=i=>ot.some(a=>s.startsWith(`${i}_${a}_`));if(s===t.name||!(r(t.name)||r(G(t))))throw new q(o`${s} is not golive's to drop`);O(t)&&await W(e,t,s)!==null&&await z(e,t,s),await e.run(h(t,b(t),`SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec
`,{variables:{name:s}}))}export{me as a,Lt as b,At as c,_t as d,Q as e,R as f,ct as g,y as h,mt as i,Nt as j,vt as k,It as l,Ct as m,Pt as n,kt as o,Dt as p,jt as q,k as r,Te as s,Ae as t,us as u,$s as v,_e as w,gs as x,bs as y,Es as z,nt as A,S as B};
