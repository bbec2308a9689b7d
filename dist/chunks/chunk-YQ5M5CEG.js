import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{m as s,q as e}from"./chunk-KWEGYNVO.js";async function l(o,a,t=a.name){await i(o,a,t,!0)}async function c(o,a,t){await i(o,a,t,!1)}var r=`SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS %s', datname, :'open')
FROM pg_database WHERE datname = :'name' AND datallowconn IS DISTINCT FROM :'open'::boolean \\gexec
`;async function i(o,a,t,n){await o.run(e(a,s(a),r,{variables:{name:t,open:String(n)}}))}async function d(o,a,t){let{stdout:n}=await o.run(e(a,s(a),"SELECT oid FROM pg_database WHERE datname = :'name'",{variables:{name:t},timeoutSeconds:60}));return n.trim()===""?null:n.trim()}export{l as a,c as b,d as c};
