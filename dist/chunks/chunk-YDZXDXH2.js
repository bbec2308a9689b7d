import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{a as d,b as A,d as x,e as L}from"./chunk-E3V5RYUK.js";import{a as S,c as b,d as _,g as y}from"./chunk-OOIBJ3SX.js";import{a as h,c as g,m as E,o as O}from"./chunk-Z3EIXM4J.js";import{w as p}from"./chunk-YXFJCS6E.js";import{k as s,n as $,p as u}from"./chunk-ASVCTD4D.js";var I="'\\\\.\\n\\n\\n'",w=`printf '%s\\n' '{ cat; printf "$2"; } | sha256sum | sed "s/ .*/|$1/;s/^/stream|/" >> "$GOLIVE_WORK/streams"' > "$p/stream"`,T=`RESET ALL;
SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET synchronize_seqscans = off; SET row_security = off; SET search_path = '';
\\set file :work '/streams.sql'
SELECT format(E'COPY %s TO STDOUT \\\\g |sh "$GOLIVE_WORK/stream" %s ${I.replaceAll("\\","\\\\").replaceAll("'","''")}',
  CASE WHEN f.condition IS NULL THEN format('%I.%I %s', n.nspname, c.relname, '(' || k.columns || ')')
    ELSE format('(SELECT %s FROM %I.%I %s)', k.columns, n.nspname, c.relname, f.condition) END, c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend x ON x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e'
LEFT JOIN pg_extension e ON e.oid = x.refobjid,
LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') k,
LATERAL (SELECT nullif(e.extcondition[array_position(e.extconfig, c.oid)], '') AS condition) f
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (e.oid IS NULL OR c.oid = ANY (coalesce(e.extconfig, '{}'))) \\g :file
\\i :file
\\! cat "$GOLIVE_WORK/streams" 2>/dev/null
SELECT 'stream-name', c.oid, n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r';
`;function v(e){let r=new Map([...e.matchAll(/^stream-name\|(\d+)\|(.*)$/gm)].map(([,n="",t=""])=>[n,t]));return Object.fromEntries([...e.matchAll(/^stream\|([0-9a-f]{64})\|(\d+)$/gm)].map(([,n="",t=""])=>[t,{sha256:n,name:r.get(t)??t}]))}var N=`d="$1/dump"
list=$(pg_restore --list -- "$d") || exit
printf '%s\\n' "$list" | sed -n 's/^\\([0-9][0-9]*\\); [0-9][0-9]* \\([0-9][0-9]*\\) TABLE DATA .*/\\1 \\2/p' | while read -r id oid; do
  if [ -e "$d/$id.dat.gz" ]; then s=$({ gzip -dc -- "$d/$id.dat.gz" || echo damaged; } | sha256sum); else s=missing; fi
  printf 'stream|%s|%s\\n' "\${s%% *}" "$oid"
done
printf 'schema|\\n'
exec pg_restore --schema-only --file=- -- "$d"`;async function G(e,r,n,t){let c=p(r,N,[n],{timeoutSeconds:14400}),{stdout:m}=await e.run({...c,label:s`pg_restore and gzip of ${n}`}),o=m.indexOf(`schema|
`),l=Object.fromEntries([...m.slice(0,o).matchAll(/^stream\|(\S+)\|(\d+)$/gm)].map(([,a="",i=""])=>[i,{sha256:a,name:t.streams[i]?.name??i}]));return[...Object.entries(t.leftOut??{}).map(([a,i])=>s`${i} {0:row|rows|rows} of table ${a}, which belongs to an extension, {0:is|are|are} not in the dump`),...y(t.streams,l,(a,i,f)=>f===void 0?s`table ${i?.name??a} is not in the dump`:i===void 0?s`the dump holds the table with oid ${a}, which the database does not have`:i.sha256===f.sha256?null:s`table ${i.name} does not have the same bytes in the dump`),...A(t.objects,d(m.slice(o)))]}var R=e=>`${S}BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv GOLIVE_SNAPSHOT :snapshot
\\! pg_dump --no-password --format=directory --compress=1 --jobs="$GOLIVE_JOBS" --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/dump" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
\\! pg_dump --no-password --schema-only --lock-wait-timeout=30s --snapshot="$GOLIVE_SNAPSHOT" --file="$GOLIVE_WORK/schema.sql" --dbname="$GOLIVE_DATABASE" >&2; echo "exit|$?"
SELECT 'server', current_setting('server_version');
${b}${h}\\set file :work '/database.sql'
\\o :file
${x}\\qecho -- whole
\\set file :work '/extensions.sql'
\\o :file
${L}\\qecho -- whole
\\o
${e?T:""}COMMIT;
`,q=`${E}umask 077
p="$1/partial.$$"
make_safe "$1" || exit
rm -rf -- "$1"/partial.* && mkdir -m 700 -- "$p" || exit 1
GOLIVE_WORK="$p"; export GOLIVE_WORK
${w}
psql -X -q -A -t --no-password -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -v "jobs=$GOLIVE_JOBS" -v "counted=$3" -v logged=false -v byname=true -v "source=$2" -v "work=$p" -d "$2" -f - > "$p/psql.out" || { c=$?; rm -rf -- "$p"; exit "$c"; }
whole() { [ "$(tail -n1 -- "$p/$1")" = '-- whole' ]; }
[ "$(grep -c '^exit|0$' "$p/psql.out")" = 2 ] && whole database.sql && whole extensions.sql && pg_dumpall --no-password --globals-only --no-role-passwords --file="$p/globals.sql" || { rm -rf -- "$p"; exit 1; }
rm -rf -- "$1/dump" && mv -- "$p/dump" "$1/dump" && mv -f -- "$p/globals.sql" "$p/schema.sql" "$p/database.sql" "$p/extensions.sql" "$1" && mv -f -- "$p/psql.out" "$1/source.txt" && sync -f "$1/dump" && rm -rf -- "$p" || exit 1
printf 'bytes|%s\\nsystem|%s\\n' "$(du -sb -- "$1/dump" | cut -f1)" "$(psql -X -q -A -t --no-password -d "$2" -c 'SELECT system_identifier FROM pg_control_system()')"`;async function U(e,r,n,t=r.name){let c={GOLIVE_JOBS:String(r.backup.jobs),GOLIVE_DATABASE:t},m=p(r,q,[n,t,r.backup.countOnly.join(",")],{stdin:R(r.backup.proof==="content"),env:c,timeoutSeconds:4*3600}),o=await e.attempt({...m,label:`pg_dump ${t}`});if(o.code!==0||o.timedOut){O(o,`${e.name}:${n}`);let a=k(o.stderr);throw a===null?new u(e,m,o):new $({...a,where:`${e.name}:${n}`},{cause:new u(e,m,o)})}let l=a=>new RegExp(`^${a}\\|(.*)$`,"m").exec(o.stdout)?.[1]??"";return{directory:n,bytes:Number(l("bytes")),systemIdentifier:l("system"),seconds:o.seconds}}async function X(e,r,n){let t=o=>e.run(p(r,'cat -- "$1"',[`${n}/${o}`])),[c,m]=await Promise.all([t("source.txt"),t("schema.sql")]);return{contents:_(c.stdout),objects:d(m.stdout),leftOut:g(c.stdout),streams:v(c.stdout),serverVersion:/^server\|(.*)$/m.exec(c.stdout)?.[1]??""}}function k(e){return/No space left on device|Disk quota exceeded/i.test(e)?{what:s`there is no room left for the dump; the unfinished one was removed`,mend:s`make room, or move database.backup.directory to a larger disk`}:/Permission denied/i.test(e)&&/mkdir|directory/i.test(e)?{what:s`the folder for the dump cannot be made`,mend:s`create it for the user of database.run-as, mode 0700`}:/server version mismatch|aborting because of server version/i.test(e)?{what:s`pg_dump is older than the server`,mend:s`install the client programs of the server's version on that host`}:/lock timeout|canceling statement due to lock timeout/i.test(e)?{what:s`somebody's open transaction holds a lock that the dump needs`,mend:s`end that session (SELECT * FROM pg_stat_activity), then run again`}:null}export{G as a,U as b,X as c};
