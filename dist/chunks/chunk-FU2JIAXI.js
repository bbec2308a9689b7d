import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{g,w as l,x as c}from"./chunk-YXFJCS6E.js";import{k as r,n as i}from"./chunk-ASVCTD4D.js";var _=`SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')) \\g /dev/null
ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
SELECT set_config('golive.current', :'current', false) \\g /dev/null
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :'current' AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend' \\g /dev/null
DO $$
BEGIN
  FOR i IN 1..2000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_setting('golive.current') AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend');
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
`;async function O(a,t,n=t.name){await u(a,t,n,!0)}async function S(a,t,n){await u(a,t,n,!1)}async function u(a,t,n,o){await a.run(c(t,"postgres",`SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS %s', datname, :'open') FROM pg_database WHERE datname = :'name' AND datallowconn IS DISTINCT FROM :'open'::boolean \\gexec
`,{name:n,open:String(o)}))}async function w(a,t,n){let{stdout:o}=await a.run(c(t,"postgres","SELECT oid FROM pg_database WHERE datname = :'name'",{name:n},60));return o.trim()===""?null:o.trim()}import{createHash as f}from"node:crypto";var E='cd -- "$1" && find dump globals.sql database.sql extensions.sql schema.sql source.txt -type f -print0 2>/dev/null | sort -z | xargs -0 -r sha256sum -b --';async function y(a,t,n){let{stdout:o}=await a.run(l(t,E,[n]));return o.split(`
`).filter(s=>s!=="").map(s=>({sha256:s.slice(0,64),name:s.slice(66)}))}async function v(a,t,n,o){let s=`${JSON.stringify(o,null,2)}
`,e=g(`${n}/manifest.json`,s,"600");return await a.run(t.runAs===void 0?e:{...e,user:t.runAs}),f("sha256").update(s).digest("hex")}async function F(a,t,n,o){let s=`${a.name}:${n}`,e=r`this dump is not the one that was proved; look who changed it, and restore from another backup`,{stdout:m}=await a.run(l(t,'cat -- "$1/manifest.json"',[n]));if(f("sha256").update(m).digest("hex")!==o)throw new i({what:r`the manifest is not the one in the journal`,where:s,mend:e});let d=JSON.parse(m),p=b(d.files,await y(a,t,n));if(p.length>0)throw new i(p.map(h=>({what:h,where:s,mend:e})));return d}function b(a,t){let n=new Map(t.map(e=>[e.name,e.sha256])),o=a.flatMap(e=>n.has(e.name)?n.get(e.name)===e.sha256?[]:[r`file ${e.name} is damaged: its checksum differs`]:[r`file ${e.name} is missing`]),s=new Set(a.map(e=>e.name));return[...o,...t.filter(e=>!s.has(e.name)).map(e=>r`file ${e.name} does not belong to this dump`)]}export{_ as a,O as b,S as c,w as d,y as e,v as f,F as g};
