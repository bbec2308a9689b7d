import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{K as w,W as P,q as L,r as k}from"./chunk-2I4OPFDA.js";import{a as c,b as u,l as s,o as M,p as I,q as j}from"./chunk-UWTWR7MW.js";var U=`${k}
golive_refuse() { echo "golive: the settings in $1 $2" >&2; exit 78; }
golive_point() {
  golive_head=\${golive_value%%[?]*}; golive_query=\${golive_value#"$golive_head"}
  if [ -z "$golive_server" ]; then golive_value=\${golive_head%/*}/$golive_database$golive_query; return; fi
  case "$golive_query" in *host*=*|*password=*|*passfile=*|*service=*) golive_query= ;; esac
  golive_user=\${golive_head#*://}; golive_user=\${golive_user%%/*}
  case "$golive_user" in *@*) golive_user=\${golive_user%@*}; golive_user=\${golive_user%%:*} ;; *) golive_user= ;; esac
  golive_value=\${golive_head%%://*}://$golive_user@$golive_server/$golive_database$golive_query
}
golive_put() {
  [ -n "$golive_name" ] || return 0
  [ "$golive_name" != "$golive_url" ] || golive_point
  if [ -n "$golive_careful" ] && ! (export "$golive_name=$golive_value") 2>/dev/null; then
    echo "golive: the shell does not let $golive_name be set" >&2
  else
    export "$golive_name=$golive_value"
  fi
  golive_name=
}
golive_each() {
  golive_name=
  set -f
  IFS='
'
  for golive_line in $golive_lines; do
    [ -z "$golive_first" ] || { unset IFS; golive_first=; }
    case "$golive_line" in
      =*) golive_put; golive_line=\${golive_line#=}; golive_name=\${golive_line%%=*}; golive_value=\${golive_line#*=} ;;
      +*) golive_value="$golive_value
\${golive_line#+}" ;;
      *) golive_put ;;
    esac
  done
}
golive_load() {
  [ -f "$1" ] && [ -r "$1" ] || golive_refuse "$1" 'cannot be read'
  golive_lines=$(settings_of "$1")
  case "$golive_lines" in
    .|*'
.') ;;
    *'!'*' nul') golive_refuse "$1" 'hold a NUL byte, and systemd reads nothing of such a file' ;;
    *'!'*' utf8') golive_refuse "$1" 'are not all UTF-8, and systemd reads nothing of such a file' ;;
    *) golive_refuse "$1" 'cannot be read (are od and awk installed?)' ;;
  esac
  # A shell keeps a few names to itself, and ends when such a one is set: then each is tried first.
  golive_first=yes golive_careful=
  (golive_each) >/dev/null 2>&1 || golive_careful=yes
  golive_first=yes
  golive_each
}
`,re=`${U}golive_url= golive_database= golive_server=
golive_load "$1"
shift
exec "$@"`,ie=`${U}golive_url=$2 golive_database=$3 golive_server=$4
[ -z "$1" ] || golive_load "$1"
[ -z "$golive_server" ] || unset PGPASSWORD PGPASSFILE PGSERVICE PGSERVICEFILE PGHOSTADDR
shift 4
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;function se(e,t,n){return e===void 0?c(t[0]??"",t.slice(1),n):u(re,[e,...t],{...n,label:t.join(" ")})}function $(e,{database:t,server:n,url:r,env:o},i,a){let m=n===void 0?{}:{host:n.host,port:String(n.port)},p={database:t,...m},l=A=>A.replace(/\{(database|host|port)\}/g,(F,oe)=>p[oe]??F),d=n===void 0?{}:{PGHOST:n.host,PGPORT:String(n.port)},y=Object.entries({...d,...o}).map(([A,F])=>`${A}=${l(F)}`),O=n===void 0||n.port===5432?"":`:${n.port}`,ne=n===void 0?"":`${encodeURIComponent(n.host)}${O}`;return u(ie,[e??"",r??"",t,ne,...y,"--",...i],{...a,label:i.join(" ")})}function S({plan:e,trial:t},n,r){let o=e.deploy.envFile;return t===void 0?se(o,n,r):$(o,t,n,r)}function v({deploy:e}){return e.envFile===void 0?[]:L}var ae=`${k}[ -f "$1" ] && [ -r "$1" ] || exit 3
settings_of "$1" | sed -n '/^[!.]/p'`;async function C(e,t,n){let r=s`look at the form of ${t}`,{code:o,stdout:i}=await e.attempt(u(ae,[t],{...n,timeoutSeconds:60,label:r})),[,a="",m=""]=/^!(\d+) (\w+)$/m.exec(i)??[];return m==="nul"?{code:"settings-nul",problem:s`line ${a} of the settings in ${t} holds a NUL byte; systemd reads nothing of such a file`,mend:s`write the file anew as text`}:m==="utf8"?{code:"settings-not-utf8",problem:s`line ${a} of the settings in ${t} is not UTF-8; systemd reads nothing of such a file`,mend:s`write the file anew in UTF-8 (iconv)`}:o===0&&i===`.
`?null:{code:"settings-unreadable",problem:s`the settings in ${t} cannot be read`,mend:s`let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file`}}var q='v=$(printenv -- "$1") || exit 3\nv=${v%%[?]*}\nprintf "%s\\n" "${v##*/}"';function H(e,t){let n=e.split("/").slice(-2).join("/");if(!e.endsWith(".sql"))return{name:n,drops:[],rewrites:[s`not read`]};let r=t.replaceAll(/\/\*[\s\S]*?\*\//g," ").replaceAll(/--.*$/gm," ").replaceAll(/'(?:[^']|'')*'/g,"''"),o=i=>[...new Set([...r.matchAll(i)].map(([a])=>a.replaceAll(/\s+/g," ").toUpperCase()))];return{name:n,drops:o(/\bDROP\s+(?:TABLE|COLUMN|SCHEMA|TYPE|VIEW|MATERIALIZED\s+VIEW)\b|\bTRUNCATE\b|\bDELETE\s+FROM\b/gi),rewrites:o(/\bUPDATE\b(?=\s+\S+\s+SET\b)|\bALTER\s+COLUMN\b|\bRENAME\b(?=\s+(?:TO|COLUMN)\b)|\bSET\s+DATA\s+TYPE\b|\bDO\b(?=\s+\$)/gi)}}var W=e=>"url"in e?["sh","-c",q,"sh",e.url]:["printenv","--",e.name];function g({plan:e,directory:t}){let{runAs:n}=e.deploy;return{cwd:t,exclusive:w(e),...n===void 0?{}:{user:n}}}function D(e,t,n){return S(e,t,{...g(e),timeoutSeconds:n})}function x(e){return e.split(`
`).map(t=>t.trim()).filter(t=>t!=="")}function R(e){return{migrates:t=>e(t).migrate!==void 0,async newMigrations(t,n){let r=e(t.plan).migrate?.folder;return r===void 0?[]:(await P(t,n,o=>o.startsWith(`${r}/`))).map(({path:o,text:i})=>H(o,i))},async pendingMigrations(t){let{migrate:n}=e(t.plan);return n===void 0?[]:x((await t.host.run(D(t,n.pending,600))).stdout)},async migrate(t){let{migrate:n}=e(t.plan);n!==void 0&&await t.host.run(D(t,n.run,4*3600))},drift:async()=>null,staticInside:async()=>!0,staticElsewhere:async()=>null,static:async()=>({skipped:!0,note:s`part of the build`}),command:D,settings:t=>le(t,e(t.plan)),trial:(t,n)=>de(t,n,e(t.plan))}}async function le(e,t){let{host:n,plan:r}=e,{databaseSetting:o,envFile:i}=t,{exclusive:a,...m}=g(e),p=i===void 0?null:await C(n,i,m);if(p!==null)return p;if(o===void 0)return null;let[l]=x((await n.attempt(D(e,W(o),60))).stdout),d="url"in o?o.url:o.name;return l===void 0?{code:"database-setting-missing",problem:s`${d} is not among the settings`,mend:s`correct deploy.database-setting or deploy.env-file`}:l===r.database.name?null:{code:"database-setting-differs",problem:s`${d} leads to the database "${l.slice(0,80)}", not "${r.database.name}"`,mend:s`correct deploy.env-file or database.name`}}function de(e,t,n){let{host:r}=e,{migrate:o,databaseSetting:i,envFile:a}=n,{exclusive:m,...p}=g(e),l=(d,y,O={})=>$(a,{...t,env:{...t.env,...O}},d,{...p,timeoutSeconds:y});return{command:l,async database(){return i===void 0?null:x((await r.attempt(l(W(i),60))).stdout)[0]??null},async pending(){let d=o===void 0?[]:x((await r.run(l(o.pending,600))).stdout);return d.length===0?[]:[d.join(" + ")]},async apply(){o!==void 0&&await r.run(l(o.run,6*3600))}}}function h({deploy:e},t){if(!me(e,t))throw new I(s`the plan's preset is ${e.preset}`);return e}function me(e,t){return e.preset===t}var B=e=>h(e,"compose"),G={...R(B),noPractice:()=>s`containers cannot be shown a copy of their files`,programs:e=>["git","curl","docker",...v(e)],installed:()=>[],installsFrom:()=>null,async install(e){let{file:t,build:n}=B(e.plan);return await e.host.run(c("docker",["compose","--file",t,...n?["build","--quiet"]:["pull","--quiet"]],{...g(e),timeoutSeconds:3600})),{note:s`images of ${t}`}}};var _=e=>h(e,"node"),V={...R(_),noPractice:()=>null,programs:e=>["git","curl",_(e).npm,...v(e)],installed:e=>["node_modules",..._(e).build?_(e).built:[]],installsFrom:()=>null,async install(e){let{host:t,plan:n,directory:r}=e,{npm:o,build:i,built:a}=_(n),m=(...l)=>t.run(c(o,[...l,"--no-audit","--no-fund","--no-update-notifier"],{...g(e),timeoutSeconds:1800,env:{NODE_ENV:"production",CI:"true",NPM_CONFIG_LOGLEVEL:"error"}}));if(await m("ci",...i?["--include=dev"]:["--omit=dev"]),!i)return{note:"package-lock.json"};await t.run(u('for p; do rm -rf -- "$p"; done',a,{...g(e),timeoutSeconds:600})),await m("run","build"),await m("prune","--omit=dev");let p=(await t.run(u('for p; do [ -e "$p" ] || echo "$p"; done',a,{...g(e),timeoutSeconds:60}))).stdout.trim();if(p!=="")throw new M({code:"build-made-nothing",what:s`npm run build made no ${p.split(`
`).join(", ")}`,where:`${t.name}:${r}`,mend:s`correct deploy.built, or the build`});return{note:`package-lock.json, ${a.join(", ")}`}}};var z=`[ ! -x "$2/bin/python" ] || exit 0
if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi`;var pe=new Set(["DeleteModel","RemoveField"]),ce=new Set(["AlterField","RenameField","RenameModel","AlterModelTable","AlterOrderWithRespectTo","RunPython","RunSQL","SeparateDatabaseAndState"]);function Y(e,t){let[,n="",r=""]=/([^/]+)\/migrations\/([^/]+)\.py$/.exec(e)??[],o=t.replaceAll(/("""|''')[\s\S]*?\1/g,"").replaceAll(/#.*$/gm,""),i=[...new Set([...o.matchAll(/\b([A-Z][A-Za-z]+)\s*\(/g)].map(([,a=""])=>a))];return{name:`${n}.${r}`,drops:i.filter(a=>pe.has(a)),rewrites:i.filter(a=>ce.has(a))}}function Z(e){return/(?:^|\/)migrations\/(?!__init__\.py$)[^/]+\.py$/.test(e)}var X={PYTHONDONTWRITEBYTECODE:"1",PYTHONUNBUFFERED:"1"},f=e=>h(e,"django");function T({plan:e,directory:t}){let{runAs:n}=e.deploy;return{cwd:t,exclusive:w(e),...n===void 0?{}:{user:n}}}function N({plan:e,directory:t}){return`${t}/${f(e).venv}/bin/python`}function ee(e,t,n){return S(e,t,{...T(e),timeoutSeconds:n,env:X})}function b(e,t,n=3600){return ee(e,[N(e),f(e.plan).manage,...t],n)}var Q="from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))",ue="from django.db import connection; s = connection.settings_dict; print('golive-server=' + str(s['HOST']) + '|' + ('yes' if s['PASSWORD'] else 'no'))",ge="import os; from django.conf import settings; print('golive-static=' + os.path.realpath(str(settings.STATIC_ROOT or '')))";function E(e,t){return new RegExp(`^golive-${t}=(.*)$`,"m").exec(e)?.[1]??null}function J(e){return e.split(`
`).flatMap(t=>/^\[ \]\s+(\S+)/.exec(t)?.[1]??[])}async function K(e){let{host:t,plan:n,directory:r}=e,{stdout:o}=await t.run(b(e,["shell","-c",ge],120)),{runAs:i}=n.deploy,a={timeoutSeconds:60,...i===void 0?{}:{user:i}},m=(await t.run(c("readlink",["-f","--",r],a))).stdout.trim();return{root:E(o,"static"),directory:m}}var te={programs:e=>["git","curl",f(e).python,...v(e)],migrates:()=>!0,noPractice:()=>null,async newMigrations(e,t){return(await P(e,t,Z)).map(({path:n,text:r})=>Y(n,r))},installed:e=>[f(e).venv],installsFrom:e=>[f(e).requirements],async install(e){let{plan:t,host:n,directory:r}=e,{python:o,venv:i,requirements:a}=f(t);return await n.run(u(z,[o,`${r}/${i}`,f(t).systemSitePackages?"yes":"no"],T(e))),await n.run(c(N(e),["-m","pip","install","--disable-pip-version-check","--no-input","--quiet","-r",a],{...T(e),timeoutSeconds:1800})),{note:a}},async pendingMigrations(e){return J((await e.host.run(b(e,["showmigrations","--plan","--no-color"],300))).stdout)},async migrate(e){await e.host.run(b(e,["migrate","--noinput","--no-color","--verbosity","1"],4*3600))},async drift(e){let t=b(e,["makemigrations","--check","--dry-run","--noinput","--no-color"],300),n=await e.host.attempt(t),r=[...n.stdout.matchAll(/^Migrations for '([\w.]+)':/gm)].map(([,o=""])=>o);if(n.code===3&&r.length===0)return[s`a field that needs a default`];if(n.timedOut||n.code!==0&&r.length===0)throw new j(e.host,t,n);return r},async staticInside(e){let{root:t,directory:n}=await K(e);return t?.startsWith(`${n}/`)??!1},async staticElsewhere(e){let{root:t,directory:n}=await K(e);return t===null||t===n||t.startsWith(`${n}/`)?null:t},async static(e,t){return f(e.plan).collectStatic?(await e.host.run(b(e,["collectstatic","--noinput","--verbosity","0",...t?["--dry-run"]:[]])),{}):{skipped:!0,note:s`the plan says so`}},command:ee,async settings(e){let{host:t,plan:n}=e,r=n.deploy.envFile,o=r===void 0?null:await C(t,r,T(e));if(o!==null)return o;let i=E((await t.attempt(b(e,["shell","-c",Q],120))).stdout,"database");return i===null?{code:"django-settings-fail",problem:s`manage.py does not run with these settings`,mend:s`try it by hand: manage.py check`}:i===n.database.name?null:{code:"django-database-differs",problem:s`with these settings Django uses the database "${i.slice(0,80)}", not "${n.database.name}"`,mend:s`correct deploy.env-file or database.name`}},trial(e,t){let{host:n,plan:r,directory:o}=e,{runAs:i,envFile:a}=r.deploy,m=(l,d,y={})=>$(a,{...t,env:{...t.env,...y}},l,{cwd:o,timeoutSeconds:d,env:X,...i===void 0?{}:{user:i}}),p=(l,d)=>m([N(e),f(r).manage,...l],d);return{command:m,async database(){return E((await n.attempt(p(["shell","-c",Q],120))).stdout,"database")},async server(){let l=E((await n.attempt(p(["shell","-c",ue],120))).stdout,"server");if(l===null)return null;let d=l.lastIndexOf("|");return{host:l.slice(0,d),password:l.slice(d+1)==="yes"}},async pending(){return J((await n.run(p(["showmigrations","--plan","--no-color"],300))).stdout)},async apply(l){let[d="",y=""]=l.split(".");await n.run(p(["migrate",d,y,"--noinput","--no-color","--verbosity","1"],6*3600))}}}};var fe={django:te,node:V,compose:G};function at(e){return fe[e]}export{at as a};
