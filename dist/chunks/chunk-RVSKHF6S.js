import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as g}from"./chunk-DIGAPF7O.js";import{a as S}from"./chunk-K5HV7IVR.js";import{m,q as h,r as E,s as N}from"./chunk-PDUI7LMK.js";import{_ as p}from"./chunk-M5Z7VIMN.js";import{m as i,p as l,q as w,r as u}from"./chunk-ZFSQH6XZ.js";var A=`SELECT usename, regexp_replace(application_name, '[^A-Za-z0-9 ._/-]', '', 'g'), count(*)
FROM pg_stat_activity
WHERE datname = :'name' AND coalesce(backend_type, 'client backend') = 'client backend'
  AND application_name <> 'golive' AND NOT usename = ANY (string_to_array(:'observers', ','))
GROUP BY 1, 2`,D=`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = :'name' AND state = 'idle' AND pid <> pg_backend_pid() AND pg_has_role(usesysid, 'USAGE')`;async function G(e,t){let n={name:t.name,observers:t.observers.join(",")};t.connection.pooler&&await E(e,t,{database:m(t),sql:D,variables:n});let o=[];if(await p(async()=>(o=await E(e,t,{database:t.name,sql:A,variables:n}),o.length===0?!0:null),{every:.5,limit:5})!==null)return;let a=o.map(([d,s,c])=>`${d}${s?` (${s})`:""}: ${c}`).join(", ");throw new l({code:"db-still-connected",what:i`someone is still connected to ${t.name} and could write after the backup: ${a}`,where:e.name,mend:i`name what else writes under services.units, stop it before the window, or list roles that only look in database.observers`})}var $=3,y="ARRAY[current_setting('golive.current'), current_setting('golive.beside')]",b=`datname = ANY (${y}) AND pid <> pg_backend_pid() AND usesysid IS NOT NULL`,_="pid IN (SELECT pid FROM pg_stat_replication)",L=`DO $$
DECLARE
  one int;
  ended int;
BEGIN
  FOR i IN 0..1000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE ${b} AND NOT ${_});
    IF i % 100 = 0 THEN
      ended := 0;
      FOR one IN SELECT pid FROM pg_stat_activity WHERE ${b} AND NOT ${_} LOOP
        BEGIN
          PERFORM pg_terminate_backend(one);
          ended := ended + 1;
        EXCEPTION WHEN insufficient_privilege THEN
          NULL;
        END;
      END LOOP;
      EXIT WHEN ended = 0;
    END IF;
    PERFORM pg_sleep(0.005);
  END LOOP;
END $$;
`,f=e=>`regexp_replace(coalesce(${e}, ''), '[^[:alnum:] ._/-]', '', 'g')`,v=`SELECT 'held', ${f("backend_type")}, ${f("usename")}, ${f("application_name")}
FROM pg_stat_activity WHERE ${b};
SELECT 'held', 'prepared transaction', ${f("owner")}, ${f("gid")}
FROM pg_prepared_xacts WHERE database = ANY (${y});
`,C=`SELECT DISTINCT 'worker', backend_type FROM pg_stat_activity
WHERE ${b} AND backend_type NOT IN ('client backend', 'parallel worker') AND NOT ${_};
`,k=e=>`\\if :again
${L}${e}\\if :done
  \\set again false
\\else
  SELECT :'LAST_ERROR_SQLSTATE' = '55006' AS again \\gset
\\endif
\\endif
`,P=({work:e,after:t})=>`SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')),
  set_config('golive.current', :'current', false), set_config('golive.beside', :'beside', false) \\g /dev/null
SELECT EXISTS (SELECT FROM pg_database WHERE datname = :'beside' AND datallowconn) AS beside_open \\gset
${C}ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
\\set ON_ERROR_STOP off
\\if :beside_open
  ALTER DATABASE :"beside" ALLOW_CONNECTIONS false;
\\endif
\\set done false
\\set again true
${k(e).repeat($)}\\if :done
\\else
  ${v}\\endif
ALTER DATABASE :"current" ALLOW_CONNECTIONS true;
\\if :done
  \\set ON_ERROR_STOP on
  ${t}\\else
  \\if :beside_open
    ALTER DATABASE :"beside" ALLOW_CONNECTIONS true;
  \\endif
  \\set ON_ERROR_STOP on
  SELECT set_config('golive.code', :'LAST_ERROR_SQLSTATE', false) \\g /dev/null
  DO $$ BEGIN RAISE 'not done behind closed doors' USING ERRCODE = current_setting('golive.code'); END $$;
\\endif
`;async function J(e,t,n){let o={current:t.name,beside:n.beside??"",...n.variables},r=h(t,m(t),`${n.before??""}${P(n)}`,{variables:o});try{let a=await e.attempt(r);if(a.code!==0||a.timedOut)throw I(e,t,new u(e,r,a));let{stdout:d,seconds:s}=a;return{stdout:d,seconds:s,gone:await H(e,t,T(d,"worker"))}}catch(a){throw await S(e,t),a}}var T=(e,t)=>N(e).flatMap(([n,...o])=>n===t?[o.filter(r=>r!=="").join(" ")]:[]);function I(e,{name:t},n){let o=[...new Set(T(n.finished.stdout,"held"))];return o.length===0?n:new l({code:"db-held",what:i`${t} was held open behind closed doors, and could neither be cloned nor renamed: ${o.join(", ")}`,where:e.name,mend:i`end what holds it, or let database.connection be a superuser's, then run again`},{cause:n})}async function H(e,t,n){if(n.length===0)return[];let o="SELECT DISTINCT backend_type FROM pg_stat_activity WHERE datname = :'name'",r=n;return await p(async()=>{let a=await E(e,t,{database:m(t),sql:o,variables:{name:t.name}}),d=new Set(a.map(([s])=>s));return r=n.filter(s=>!d.has(s)),r.length===0?!0:null},{every:.5,limit:5}),r}function K(e){return e.length===0?"":i`; ${e.join(", ")} had to be ended and did not come back: restart PostgreSQL for it`}function O({snapshot:e}){if(e===void 0)throw new w(i`the plan has no database.snapshot`);return e}async function re(e,t,n){let{take:o,timeout:r}=O(t),{stdout:a}=await e.run(g(t,o,{snapshot:n},r)),d=a.split(`
`).map(c=>c.trim()),s={name:n,id:d.findLast(c=>c!=="")??n};if(await F(e,t,s))return s;throw new l({code:"snapshot-not-there",what:i`the snapshot ${n} was taken, and the provider does not find it`,where:e.name,mend:i`run database.snapshot.check by hand; or set database.backup.copy: false, and the way back is the dump`})}async function F(e,t,{name:n,id:o}){let{check:r,timeout:a}=O(t);return(await e.attempt(g(t,r,{snapshot:n,id:o},a))).code===0}var W={every:2,limit:600};async function se(e,t,{name:n,id:o}){let{restore:r,timeout:a}=O(t),d=g(t,r,{snapshot:n,id:o},a),s=await e.attempt(d);if(s.code!==0||s.timedOut)throw R(n,e,new u(e,d,s));let c=h(t,t.name,"SELECT 1",{timeoutSeconds:30});if(await p(async()=>(await e.attempt(c)).code===0?!0:null,W)===null)throw R(n,e)}function R(e,t,n){return new l({code:"snapshot-not-restored",what:n===void 0?i`the snapshot ${e} was restored, and the database does not answer`:i`the snapshot ${e} could not be restored: ${n.brief}`,where:t.name,mend:i`look at the provider's console; once the server answers, the way back goes on with the dump`},n===void 0?{}:{cause:n})}export{G as a,J as b,K as c,re as d,F as e,se as f};
