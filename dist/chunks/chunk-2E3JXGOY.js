import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as u,c as y}from"./chunk-IXBF6TIX.js";import{a as S}from"./chunk-K5HV7IVR.js";import{m as p,q as w,r as m,s as N}from"./chunk-PDUI7LMK.js";import{_ as h}from"./chunk-M5Z7VIMN.js";import{m as i,p as c,q as O,r as f}from"./chunk-ZFSQH6XZ.js";var D=`SELECT usename, regexp_replace(application_name, '[^A-Za-z0-9 ._/-]', '', 'g'), count(*)
FROM pg_stat_activity
WHERE datname = :'name' AND coalesce(backend_type, 'client backend') = 'client backend'
  AND application_name <> 'golive' AND NOT usename = ANY (string_to_array(:'observers', ','))
GROUP BY 1, 2`,$=`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = :'name' AND state = 'idle' AND pid <> pg_backend_pid() AND pg_has_role(usesysid, 'USAGE')`;async function G(e,t){let n={name:t.name,observers:t.observers.join(",")};t.connection.pooler&&await m(e,t,{database:p(t),sql:$,variables:n});let o=[];if(await h(async()=>(o=await m(e,t,{database:t.name,sql:D,variables:n}),o.length===0?!0:null),{every:.5,limit:5})!==null)return;let r=o.map(([d,a,l])=>`${d}${a?` (${a})`:""}: ${l}`).join(", ");throw new c({code:"db-still-connected",what:i`someone is still connected to ${t.name} and could write after the backup: ${r}`,where:e.name,mend:i`name what else writes under services.units, stop it before the window, or list roles that only look in database.observers`})}var L=3,R="ARRAY[current_setting('golive.current'), current_setting('golive.beside')]",g=`datname = ANY (${R}) AND pid <> pg_backend_pid() AND usesysid IS NOT NULL`,b="pid IN (SELECT pid FROM pg_stat_replication)",v=`DO $$
DECLARE
  one int;
  ended int;
BEGIN
  FOR i IN 0..1000 LOOP
    PERFORM pg_stat_clear_snapshot();
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE ${g} AND NOT ${b});
    IF i % 100 = 0 THEN
      ended := 0;
      FOR one IN SELECT pid FROM pg_stat_activity WHERE ${g} AND NOT ${b} LOOP
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
`,E=e=>`regexp_replace(coalesce(${e}, ''), '[^[:alnum:] ._/-]', '', 'g')`,C=`SELECT 'held', ${E("backend_type")}, ${E("usename")}, ${E("application_name")}
FROM pg_stat_activity WHERE ${g};
SELECT 'held', 'prepared transaction', ${E("owner")}, ${E("gid")}
FROM pg_prepared_xacts WHERE database = ANY (${R});
`,k=`SELECT DISTINCT 'worker', backend_type FROM pg_stat_activity
WHERE ${g} AND backend_type NOT IN ('client backend', 'parallel worker') AND NOT ${b};
`,P=e=>`\\if :again
${v}${e}\\if :done
  \\set again false
\\else
  SELECT :'LAST_ERROR_SQLSTATE' = '55006' AS again \\gset
\\endif
\\endif
`,I=({work:e,after:t})=>`SELECT pg_advisory_lock(hashtext('golive'), hashtext(:'current')),
  set_config('golive.current', :'current', false), set_config('golive.beside', :'beside', false) \\g /dev/null
SELECT EXISTS (SELECT FROM pg_database WHERE datname = :'beside' AND datallowconn) AS beside_open \\gset
${k}ALTER DATABASE :"current" ALLOW_CONNECTIONS false;
\\set ON_ERROR_STOP off
\\if :beside_open
  ALTER DATABASE :"beside" ALLOW_CONNECTIONS false;
\\endif
\\set done false
\\set again true
${P(e).repeat(L)}\\if :done
\\else
  ${C}\\endif
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
`;async function J(e,t,n){let o={current:t.name,beside:n.beside??"",...n.variables},s=w(t,p(t),`${n.before??""}${I(n)}`,{variables:o});try{let r=await e.attempt(s);if(r.code!==0||r.timedOut)throw H(e,t,new f(e,s,r));let{stdout:d,seconds:a}=r;return{stdout:d,seconds:a,gone:await F(e,t,T(d,"worker"))}}catch(r){throw await S(e,t),r}}var T=(e,t)=>N(e).flatMap(([n,...o])=>n===t?[o.filter(s=>s!=="").join(" ")]:[]);function H(e,{name:t},n){let o=[...new Set(T(n.finished.stdout,"held"))];return o.length===0?n:new c({code:"db-held",what:i`${t} was held open behind closed doors, and could neither be cloned nor renamed: ${o.join(", ")}`,where:e.name,mend:i`end what holds it, or let database.connection be a superuser's, then run again`},{cause:n})}async function F(e,t,n){if(n.length===0)return[];let o="SELECT DISTINCT backend_type FROM pg_stat_activity WHERE datname = :'name'",s=n;return await h(async()=>{let r=await m(e,t,{database:p(t),sql:o,variables:{name:t.name}}),d=new Set(r.map(([a])=>a));return s=n.filter(a=>!d.has(a)),s.length===0?!0:null},{every:.5,limit:5}),s}function K(e){return e.length===0?"":i`; ${e.join(", ")} had to be ended and did not come back: restart PostgreSQL for it`}function _({snapshot:e}){if(e===void 0)throw new O(i`the plan has no database.snapshot`);return e}async function re(e,t,n){let{take:o,timeout:s}=_(t),{stdout:r}=await e.run(u(t,o,{snapshot:n},s)),d=r.split(`
`).map(l=>l.trim()),a={name:n,id:d.findLast(l=>l!=="")??n};if(await W(e,t,a))return a;throw new c({code:"snapshot-not-there",what:i`the snapshot ${n} was taken, and the provider does not find it`,where:e.name,mend:i`run database.snapshot.check by hand; or set database.backup.copy: false, and the way back is the dump`})}async function W(e,t,{name:n,id:o}){let{check:s,timeout:r}=_(t);return(await e.attempt(u(t,s,{snapshot:n,id:o},r))).code===0}var q={every:2,limit:600};async function se(e,t,{name:n,id:o}){let{restore:s,timeout:r}=_(t),d=u(t,s,{snapshot:n,id:o},r),a=await e.attempt(d);if(a.code!==0||a.timedOut)throw A(n,e,new f(e,d,a));if(!await y(e,t,t.name,q))throw A(n,e)}function A(e,t,n){return new c({code:"snapshot-not-restored",what:n===void 0?i`the snapshot ${e} was restored, and the database does not answer`:i`the snapshot ${e} could not be restored: ${n.brief}`,where:t.name,mend:i`look at the provider's console; once the server answers, the way back goes on with the dump`},n===void 0?{}:{cause:n})}export{G as a,J as b,K as c,re as d,W as e,se as f};
