import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{q as o}from"./chunk-VFYBHF4L.js";var s="coalesce(backend_type, 'client backend') = 'client backend'",l=`SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')) \\g /dev/null
ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
SELECT set_config('golive.current', :'current', false) \\g /dev/null
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = :'current' AND pid <> pg_backend_pid() AND ${s} \\g /dev/null
DO $$
BEGIN
  FOR i IN 1..2000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (
      SELECT FROM pg_stat_activity
      WHERE datname = current_setting('golive.current') AND pid <> pg_backend_pid() AND ${s}
    );
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
`;async function E(e,t,a=t.name){await r(e,t,a,!0)}async function p(e,t,a){await r(e,t,a,!1)}var i=`SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS %s', datname, :'open')
FROM pg_database WHERE datname = :'name' AND datallowconn IS DISTINCT FROM :'open'::boolean \\gexec
`;async function r(e,t,a,n){await e.run(o(t,"postgres",i,{variables:{name:a,open:String(n)}}))}async function d(e,t,a){let{stdout:n}=await e.run(o(t,"postgres","SELECT oid FROM pg_database WHERE datname = :'name'",{variables:{name:a},timeoutSeconds:60}));return n.trim()===""?null:n.trim()}export{s as a,l as b,E as c,p as d,d as e};
