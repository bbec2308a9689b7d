import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{c as h,d as M,e as W,f as u}from"./chunk-MM3B26SW.js";import{c as G}from"./chunk-LLXCFPF5.js";import{c as F,f as X}from"./chunk-WGVC66BZ.js";import{q as b,s as E,t as m,u as g,v as q,w as H,y as B,z as V}from"./chunk-NYUKOJL7.js";import{m as i,p as w,q as k,r as j}from"./chunk-ZFSQH6XZ.js";function Y(e){let t=H(e),s=d=>t.flatMap(([c,...l])=>c===d?[l]:[]),r=d=>Object.fromEntries(s(d).map(([c,l,...p])=>[z(p),K(c,l)])),n=d=>Object.fromEntries(s(d).map(([c="",...l])=>[z(l),c])),[[o="0",a="0"]=[]]=s("large-objects");return{tables:r("table"),sequences:n("sequence"),largeObjects:K(o,a),members:r("member"),properties:n("property"),byName:s("by-name").length>0,inParts:s("in-parts").length>0,wholeBits:s("whole-bits").length>0}}var z=e=>u(e.join("|"));function K(e="0",t=""){return{rows:Number(e),hash:t==="-"?null:t}}function N(e,t){return[...x(e.tables,t.tables,U),...e.members===void 0?[]:x(e.members,t.members??{},U),...e.properties===void 0?[]:x(e.properties,t.properties??{},Ne),...x(e.sequences,t.sequences,_e),...Re(e.largeObjects,t.largeObjects)]}function U(e,t,s){return s===void 0?i`table ${e} is missing (${t?.rows??0} {1:row|rows|rows})`:t===void 0?i`table ${e} should not be there (${s.rows} {1:row|rows|rows})`:t.rows!==s.rows?i`table ${e} has ${s.rows} {1:row|rows|rows} instead of ${t.rows}`:t.hash===null||s.hash===null||t.hash===s.hash?null:i`table ${e} has the same number of rows, but not the same values`}function Ne(e,t,s){return t===s?null:i`the database itself is another one: ${e}`}function _e(e,t,s){if(t===s)return null;let r=s===void 0?"missing":i`at ${s}`,n=t===void 0?i`, and should not be there`:i` instead of ${t}`;return i`sequence ${e} is ${r}${n}`}function Re(e,t){return e.rows===t.rows&&e.hash===t.hash?[]:[i`the large objects are not the same (${t.rows} instead of ${e.rows}, or other bytes)`]}function tt({tables:e}){return Object.values(e).reduce((t,{rows:s})=>t+s,0)}function x(e,t,s){return[...new Set([...Object.keys(e),...Object.keys(t)])].toSorted().flatMap(r=>s(r,e[r],t[r])??[])}import{dirname as ve}from"node:path";var J=`p=$1; head=$1
[ -e "$p" ] || { echo 'kind|missing'; exit 0; }
if [ -d "$p" ]; then
  [ -e "$p/toc.dat" ] || [ ! -d "$p/dump" ] || p="$p/dump"
  head="$p/toc.dat"; echo 'kind|directory'; ls -1 -- "$p" | sed 's/^/file|/'
else echo 'kind|file'; fi
{ [ ! -d "$p" ] || { [ -r "$p" ] && [ -x "$p" ]; }; } && { [ ! -e "$head" ] || [ -r "$head" ]; } || echo 'kind|unreadable'
printf 'archive|%s\\n' "$p"
printf 'head|%s\\n' "$(head -c 512 -- "$head" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n')"
printf 'unpacked|%s\\n' "$(gzip -dc -- "$head" 2>/dev/null | head -c 512 | od -An -v -tx1 | tr -d ' \\n')"`,rt=`umask 077; LC_ALL=C; export LC_ALL
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
pg_restore --schema-only --file=- -- "$d"`;async function ee(e,t,s){let{stdout:r}=await e.run(m(t,J,[s],{timeoutSeconds:60})),n=d=>[...r.matchAll(new RegExp(`^${d}\\|(.*)$`,"gm"))].map(([,c=""])=>c),o=d=>Buffer.from(n(d)[0]??"","hex"),a=n("kind").at(-1);return{kind:a,archive:n("archive")[0]??s,head:o("head"),unpacked:o("unpacked"),files:a==="directory"?new Set(n("file")):null}}var Q=e=>e.subarray(0,5).toString("latin1")==="PGDMP",Z=e=>/^(--.*\r?\n|\s)*(-- PostgreSQL database|SET |CREATE |INSERT |COPY |BEGIN\b|\\[a-z]+ )/.test(e.toString("latin1"));function te(e,{kind:t,head:s,unpacked:r}){let n=(a,d)=>({code:"archive-unreadable",what:a,mend:d}),o=i`offer a dump in directory or custom format (pg_dump --format=directory)`;return t==="missing"?{code:"archive-missing",what:i`there is no such file or folder, or its folder may not be entered`,mend:i`name a dump that lies on the database host`}:t==="unreadable"?n(i`it may not be read by the user of the PostgreSQL programs`,i`give it to the user of database.run-as`):Q(s)?null:t==="directory"?n(i`this folder holds no dump: there is no toc.dat in it, or a damaged one`,o):Z(s)||Z(r)||/\.sql(\.\w+)?$/i.test(e)?{code:"archive-plain-sql",what:i`this is SQL text: that it is whole cannot be proved before it is used`,mend:o}:Q(r)?n(i`it is packed with gzip`,i`unpack it (gunzip), then offer the file inside`):s.toString("latin1").startsWith("age-encryption.org/")?n(i`it is encrypted`,i`decrypt and unpack it on the database host (age --decrypt), then offer what is inside`):n(i`it is a dump neither in directory nor in custom format`,o)}function se({code:e,stdout:t},s){if(e===0&&t.trim()==="")return[];let r=e===0?Ie(t):null;return r===null?[{code:"archive-unreadable",what:i`the manifest beside it cannot be read`,mend:i`look who changed manifest.json, or offer another dump`}]:s===void 0||r===void 0||r===s?[]:[{code:"archive-other-system",what:i`its manifest says that it comes from another PostgreSQL cluster (${r.slice(0,40)} instead of ${s})`,mend:i`offer a dump of this cluster`}]}function Ie(e){try{let{systemIdentifier:t}=JSON.parse(e);return typeof t=="string"?t:void 0}catch{return null}}async function ne(e,t,s,r){let n=f=>({...f,where:`${e.name}:${s}`}),o=await ee(e,t,s),a=te(s,o);if(a!==null)return[n(a)];let[d,c,l]=await Promise.all([e.attempt(E(t,"pg_restore",["--list","--",o.archive],{timeoutSeconds:300})),e.attempt(E(t,"pg_restore",["--version"],{timeoutSeconds:60})),e.attempt(m(t,'[ ! -e "$1" ] || cat -- "$1"',[`${ve(o.archive)}/manifest.json`],{timeoutSeconds:60}))]);return[...Ce(d,oe(c.stdout),r,o.files),...se(l,r.systemIdentifier)].map(n)}function Ce(e,t,{database:s},r){let n=e.stderr.split(`
`).find(l=>l.trim()!=="")?.replace(/^pg_restore: (error: )?/,"").slice(0,200)??"";if(/unsupported version/.test(n))return[re(i`a newer pg_dump`,t)];if(e.code!==0)return[{code:"archive-unreadable",what:i`its table of contents cannot be read: ${n}`,mend:i`this dump is damaged or cut off; offer another`}];let o=l=>new RegExp(`^; +${l}: (.*)$`,"m").exec(e.stdout)?.[1]??"",a=oe(o("Dumped by pg_dump version")),d=r===null?[]:De(e.stdout,r),c=[];if(a!==null&&t!==null&&a>t&&c.push(re(i`pg_dump ${a}`,t)),d.length>0){let l=d.length>5?i` and ${d.length-5} more`:"";c.push({code:"archive-unreadable",what:i`files of it are missing: ${d.slice(0,5).join(", ")}${l}`,mend:i`this dump is damaged; offer another`})}return[...c,...Pe(o("dbname"),s)]}function re(e,t){return{code:"archive-newer",what:i`it was made by ${e}, and pg_restore ${t??""} here is older`.replace("  "," "),mend:i`install the client programs of that version and name their folder in database.programs, or offer a dump of this version`}}function Pe(e,t){return e===t||e.startsWith(`${t}_copy_`)?[]:[{code:"archive-other-database",what:i`it is a dump of the database "${e}", not of "${t}"`,mend:i`offer a dump of ${t}`}]}function De(e,t){return[...e.matchAll(/^(\d+); \d+ \d+ TABLE DATA /gm)].flatMap(([,s=""])=>["",".gz",".lz4",".zst"].some(r=>t.has(`${s}.dat${r}`))?[]:[`${s}.dat`])}function oe(e){let t=/(\d+)(?:\.\d+|\w+)?\s*(?:\(.*\))?$/.exec(e.trim());return t?Number(t[1]):null}var _="quote_ident(:'name')",S=`':"name"'`,O="d.datname = :'source'",R=(e,t)=>`SELECT 'CREATE DATABASE ' || ${e}
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
WHERE ${O}`,ke="('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')",ie=(e,t)=>`SELECT format('ALTER %s SET %I TO %s',
    CASE WHEN s.setrole = 0 THEN 'DATABASE ' || ${e}
      ELSE format('ROLE %I IN DATABASE ', pg_get_userbyid(s.setrole)) || ${e} END,
    k.key, CASE WHEN k.key IN ${ke} THEN k.value ELSE quote_literal(k.value) END)
FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, LATERAL unnest(s.setconfig) AS c (setting),
  LATERAL (SELECT split_part(c.setting, '=', 1) AS key, substr(c.setting, strpos(c.setting, '=') + 1) AS value) k
WHERE ${O}${t}`,je=e=>[`SELECT 'REVOKE ALL ON DATABASE ' || ${e} || ' FROM PUBLIC' FROM pg_database d WHERE ${O} AND d.datacl IS NOT NULL`,`SELECT format('GRANT %s ON DATABASE ', a.privilege_type) || ${e} || ' TO '
    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
    || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM pg_database d, LATERAL aclexplode(d.datacl) a WHERE ${O}`],qe=e=>`SELECT 'COMMENT ON DATABASE ' || ${e} || format(' IS %L', c.text)
FROM pg_database d, LATERAL (SELECT shobj_description(d.oid, 'pg_database') AS text) c WHERE ${O} AND c.text IS NOT NULL`,I=e=>[ie(e,""),...je(e),qe(e)],ae=e=>e.map(t=>`${t} \\gexec
`).join(""),de=e=>e.map(t=>`SELECT x.statement || ';' FROM (${t}) AS x (statement);
`).join(""),ce=ae(I(_)),le=ae([R(_,!0),...I(_)]),gt=de([R(S,!0),...I(S)]),ht=`SELECT CASE WHEN m.may THEN format('SET ROLE %I; ', r.rolname) ELSE '' END
  || format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I VERSION %L;', e.extname, n.nspname, e.extversion)
  || CASE WHEN m.may THEN ' RESET ROLE;' ELSE '' END
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace JOIN pg_roles r ON r.oid = e.extowner
  LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion,
  LATERAL (SELECT r.rolname <> current_user AND pg_has_role(r.oid, 'MEMBER')
    AND (r.rolsuper OR (coalesce(v.trusted, false) AND has_database_privilege(r.oid, current_database(), 'CREATE'))) AS may) m
WHERE e.oid >= 16384 ORDER BY e.oid;
`;async function Ot(e,t,{elsewhere:s=!1,roles:r=!1}={}){let n=ie(S,r?"":" AND s.setrole = 0"),o=de([R(S,!s),n]);return(await e.run(g(t,b(t),o,{variables:{source:t.name},timeoutSeconds:60}))).stdout}var Tt=`umask 077
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo 'damaged' >&2; exit 1; }
[ "$3" != tar ] || unpack "$2" < "$1" | tar -tf - >/dev/null || exit
if [ -n "$2" ]; then unpack "$2" < "$1" | pg_restore --list || exit; unpack "$2" < "$1" | pg_restore --file=/dev/null
else pg_restore --list -- "$1" && pg_restore --file=/dev/null -- "$1"; fi`,wt=`if [ -d "$1" ]; then echo 'directory|'; exit; fi
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
printf '%s|%s\\n' "$k" "$p"`,me=`dump=$1 name=$2 source=$3
sql() { psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "name=$name" "$@" -d "$GOLIVE_MAINTENANCE"; }
made='s/^CREATE DATABASE .* CONNECTION LIMIT \\(-\\{0,1\\}[0-9]*\\);$/ALTER DATABASE :"name" CONNECTION LIMIT \\1;/'
if [ ! -e "$dump/database.sql" ]; then sql -v "source=$source" -f -
elif [ -n "$GOLIVE_PROVIDED" ]; then sed "$made" "$dump/database.sql" | sql -f -
else sql -f "$dump/database.sql"; fi`,xt=`sums() { sed "s/^\\([0-9a-f]*\\) .\\(.*\\)/$1/"; }
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
printf 'beside|%s\\n' "$code"`,pe=`e=$2
[ -n "$e" ] || e=$(psql -X -q -A -t --no-password -d "$1" -c 'SELECT getdatabaseencoding()') || exit
exec pg_dump --no-password --schema-only --lock-wait-timeout=30s --encoding="$e" --dbname="$1"`,St=`[ -d "$1" ] || { echo "no such folder: $1" >&2; exit 3; }
find "$1" -mindepth "$3" -maxdepth "$3" -path "$2" -print0 | xargs -0 -r sh -c "$4" sh`,Lt=`cd -- "$1" &&
  find dump globals.sql database.sql extensions.sql schema.sql source.txt -type f -print0 2>/dev/null |
  sort -z | xargs -0 -r sha256sum -b --`,At=`now=$(date +%s)
for p; do
  if [ -d "$p" ]; then
    [ -e "$p/toc.dat" ] || continue
    m=$(stat -c %Y -- "$p/toc.dat"); s=$(du -sb -- "$p" | cut -f1)
  else
    m=$(stat -c %Y -- "$p") || continue
    s=$(stat -c %s -- "$p")
  fi
  printf '%s|%s|%s|%s\\n' "$now" "$m" "$s" "$p"
done`,fe=`hasExtensions || exit 0
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
fi`,Nt=`set -f
[ -z "$2" ] || unpack "$2" < "$1" >/dev/null 2>&1 || { echo damaged; exit; }
unpack "$2" < "$1" | LC_ALL=C awk "$3"`,ue=`if hasExtensions; then
  inParts && into --use-list="$l/others" --jobs="$3"
else
  into --jobs="$3"
fi`,$e=`LC_ALL=C; export LC_ALL
PGOPTIONS="\${PGOPTIONS:+$PGOPTIONS -c synchronous_commit=off}"; export PGOPTIONS
awk -v "extensions=$1/extensions.sql" -v "provided=$GOLIVE_PROVIDED" '
  provided != "" && /^(CREATE EXTENSION|COMMENT ON EXTENSION) / { next }
  /^CREATE EXTENSION IF NOT EXISTS / && !made { made = 1; while ((getline line < extensions) > 0) print line }
  { print }' "$1/schema.sql" |
  psql -X -q --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -d "$2" -f - >/dev/null`,be=`LC_ALL=C; export LC_ALL
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
}`,_t=`umask 077
p="$1/partial.$$"
make_safe "$1" || exit
rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" "$p/small" || exit 1
GOLIVE_WORK="$p" GOLIVE_COUNTED="$3"; export GOLIVE_WORK GOLIVE_COUNTED
printf '%s\\n' "$4" > "$p/contents.sql" && printf '%s\\n' "$6" > "$p/beside" && : > "$p/copies.out" || exit
[ -z "$5" ] || printf '%s\\n' "$5" > "$p/copies.sql" || exit
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "source=$2" -v "work=$p" \\
  -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
whole() { [ "$(tail -n1 -- "$p/$1")" = '-- whole' ]; }
grep -q '^beside|0$' "$p/psql.out" && whole database.sql && whole extensions.sql &&
  pg_dumpall --no-password --database="$GOLIVE_MAINTENANCE" --globals-only --no-role-passwords --file="$p/globals.sql" ||
  { rm -rf -- "$p"; exit 1; }
cat -- "$p/contents.out" "$p/copies.out" >> "$p/psql.out" || exit
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" &&
  mv -f -- "$p/globals.sql" "$p/schema.sql" "$p/database.sql" "$p/extensions.sql" "$1" &&
  mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)"
system='SELECT system_identifier FROM pg_control_system()'
printf 'system|%s\\n' "$(psql -X -q -A -t --no-password -d "$2" -c "$system")"`;var v=be,He=`${v}
${fe}`;function y(e){return{GOLIVE_PROVIDED:h(e)?"provided":""}}async function Ee(e,t,s,r){let n=y(t),o=h(t)?ce:le;await M(e,t,r);let a=m(t,me,[s,r,t.name],{stdin:o,env:n});await e.run({...a,label:i`create ${r}`})}async function ge(e,t,s,r){await Ee(e,t,s,r);let n=y(t),o=m(t,$e,[s,r],{env:n,timeoutSeconds:4*3600});await e.run({...o,label:i`restore the schema into ${r}`})}async function C(e,t,s,r){await Ee(e,t,s,r);let n=m(t,He,[s,r],{env:y(t)});await e.run({...n,label:i`make the extensions of ${r}`})}import{createHash as Xe}from"node:crypto";var Be=/^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: .*)?$/,Ve=/^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/;function $(e,t="owner"){let s=/^SET client_encoding = '(\w+)';$/m.exec(e)?.[1],r=new Map,n;for(let o of e.split(`
`)){let a=Be.exec(o);if(a){let[,d="",c="",l="",p=""]=a;if(n=void 0,c==="MATERIALIZED VIEW DATA")continue;let f=u(`${c} ${l==="-"?"":`${l}.`}${d}`,s);n=r.get(f)??[],n.push(`${t} ${p}`),r.set(f,n)}else o!==""&&o!=="--"&&!Ve.test(o)&&n?.push(o)}return new Map([...r].map(([o,a])=>[o,a.join(`
`)]))}import{createHash as Ge}from"node:crypto";function L(e){return Object.values(e).some(t=>"reduced"in t)}var Me=["owner","владелец"].map(e=>Buffer.from(e).toString("latin1")),We=/^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;function Oe(e,t){let s=Me.map(n=>$(t,n)),r=(n,{exact:o,reduced:a})=>s.every(d=>{let c=u(d.get(n)??"");return he(c)!==o&&!(We.test(n)&&he(Fe(c))===a)});return new Set(Object.entries(e).flatMap(([n,o])=>r(n,o)?[n]:[]))}function Fe(e){return e.replaceAll(/::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g,"").replaceAll(/[()\s]/g,"")}function he(e){return Ge("sha256").update(e).digest("hex").slice(0,32)}function P(e){return Object.fromEntries([...$(e)].map(([t,s])=>[t,{exact:ze(s)}]))}function ze(e){return Xe("sha256").update(Buffer.from(e,"latin1")).digest("hex").slice(0,32)}function ye(e,t){let s=L(e)?Oe(e,t):null,r=P(t);return[...new Set([...Object.keys(e),...Object.keys(r)])].toSorted().flatMap(n=>n in r?n in e?(s===null?e[n]?.exact===r[n]?.exact:!s.has(n))?[]:[{name:n,how:"otherwise"}]:[{name:n,how:"extra"}]:[{name:n,how:"missing"}])}var Te=new RegExp(`^(?:${["TABLE","TABLE ATTACH","CONSTRAINT","CHECK CONSTRAINT","INDEX","VIEW","MATERIALIZED VIEW","DEFAULT","POLICY","RULE","TRIGGER","DOMAIN","FUNCTION","PROCEDURE","STATISTICS","PUBLICATION TABLE"].join("|")}) `);function we(e,{copy:t,again:s}){let[r,n]=[$(t),$(s)];return e.filter(({name:o,how:a})=>a!=="otherwise"||!Te.test(o)||r.get(o)!==n.get(o))}function xe(e){return e.some(({name:t,how:s})=>s==="otherwise"&&Te.test(t))}function Se(e){return e.map(({name:t,how:s})=>s==="missing"?i`${t} is missing`:s==="extra"?i`${t} should not be there`:i`${t} is defined otherwise`)}async function is(e,t,s){return(await e.run(E(t,"pg_restore",["--file=/dev/null","--",`${s}/dump`]))).seconds}var Ke=`${v}
${ue}`;async function as(e,t,s,r){let[[n=""]=[]]=await q(e,t,{database:b(t),sql:"SELECT system_identifier FROM pg_control_system()"}),o=await ne(e,t,`${s}/dump`,{database:t.name,systemIdentifier:n});if(o.length>0)throw new w(o);await T(e,t,r),await C(e,t,s,r);let d={...m(t,Ke,[s,r,String(t.backup.jobs)],{env:y(t),timeoutSeconds:4*3600}),label:`pg_restore ${r}`},c=await e.attempt(d);if(c.code===0&&!c.timedOut)return;let l=new j(e,d,c);throw/No space left on device/i.test(c.stderr)?new w({code:"restore-no-room-beside",what:i`there is no room left to restore the dump beside the database`,where:e.name,mend:i`make room where PostgreSQL keeps its data`},{cause:l}):l}async function Le(e,t,s,{logged:r=!1,byName:n=!0,inParts:o=!0,wholeBits:a=!0}={}){let d={jobs:String(t.backup.jobs),counted:t.backup.countOnly.join(","),logged:String(r),byname:String(n),inparts:String(o),wholebits:String(a),snapshot:""},c=`${F}${X}`,l=g(t,s,c,{variables:d,timeoutSeconds:4*3600}),{stdout:p}=await e.run({...l,bytes:!0});return Y(p)}async function D(e,t,s,r=""){let n=m(t,pe,[s,r],{bytes:!0}),{stdout:o}=await e.run({...n,label:`pg_dump --schema-only ${s}`});return o}async function ds(e,t,s){return P(await D(e,t,s))}async function cs(e,t,{database:s,source:r,directory:n,logged:o=!1}){let{byName:a=!1,inParts:d=!1,wholeBits:c=!1}=r.contents,l=L(r.objects)?"UTF8":"",[p,f]=await Promise.all([Le(e,t,s,{logged:o,byName:a,inParts:d,wholeBits:c}),D(e,t,s,l)]),A=ye(r.objects,f),Ae=n!==null&&xe(A)?we(A,{copy:f,again:await Ue(e,t,{directory:n,database:s,encoding:l})}):A;Ye([...N(r.contents,p),...Se(Ae)],e.name)}async function Ue(e,t,{directory:s,database:r,encoding:n}){let o=V(t,"proof",`${r}-again`);await T(e,t,o);try{return await ge(e,t,s,o),await D(e,t,o,n)}finally{await T(e,t,o)}}async function ls(e,t,{directory:s,name:r,source:n}){let{members:o,properties:a}=n.contents;if(o===void 0||a===void 0)return[];await T(e,t,r);try{await C(e,t,s,r);let d=await Le(e,t,r);return N({...d,members:o,properties:a},d)}finally{await T(e,t,r)}}function Ye(e,t){if(e.length!==0)throw new w(e.map(s=>({code:"dump-not-the-database",what:i`the dump is not the database: ${s}`,where:t,mend:i`this backup is worthless; find out why before anything is deployed`})))}var Je=["proof","restored","copy","trial"];async function T(e,t,s){let r=o=>Je.some(a=>s.startsWith(`${o}_${a}_`));if(s===t.name||!(r(t.name)||r(B(t))))throw new k(i`${s} is not golive's to drop`);h(t)&&await G(e,t,s)!==null&&await W(e,t,s),await e.run(g(t,b(t),`SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname = :'name' \\gexec
`,{variables:{name:s}}))}export{ce as a,gt as b,ht as c,Ot as d,Y as e,N as f,tt as g,x as h,rt as i,Tt as j,wt as k,xt as l,St as m,Lt as n,At as o,Nt as p,_t as q,P as r,ye as s,Se as t,is as u,as as v,Le as w,ds as x,cs as y,ls as z,Ye as A,T as B};
