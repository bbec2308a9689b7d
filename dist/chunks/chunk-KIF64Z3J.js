import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{r as i}from"./chunk-VFYBHF4L.js";import{Z as s}from"./chunk-UF5IG6FN.js";import{l as a,o}from"./chunk-UWTWR7MW.js";var d=`SELECT usename, regexp_replace(application_name, '[^A-Za-z0-9 ._/-]', '', 'g'), count(*)
FROM pg_stat_activity
WHERE datname = :'name' AND coalesce(backend_type, 'client backend') = 'client backend'
  AND application_name <> 'golive' AND NOT usename = ANY (string_to_array(:'observers', ','))
GROUP BY 1, 2`;async function y(r,e){let l={name:e.name,observers:e.observers.join(",")},t=[];if(await s(async()=>(t=await i(r,e,{database:e.name,sql:d,variables:l}),t.length===0?!0:null),{every:.5,limit:5})!==null)return;let c=t.map(([m,n,u])=>`${m}${n?` (${n})`:""}: ${u}`).join(", ");throw new o({code:"db-still-connected",what:a`someone is still connected to ${e.name} and could write after the backup: ${c}`,where:r.name,mend:a`name what else writes under services.units, stop it before the window, or list roles that only look in database.observers`})}export{y as a};
