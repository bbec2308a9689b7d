import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{C,G as S}from"./chunk-YXFJCS6E.js";import{r as q,s as j}from"./chunk-6VF753Q6.js";import{a as c,b as u,k as i,n as P,o as v,p as U}from"./chunk-ASVCTD4D.js";function y(e,t,n=600,o=C(e)){let{runAs:r}=e.deploy;return c("git",["-C",o,...t],{timeoutSeconds:n,env:{GIT_TERMINAL_PROMPT:"0",LC_ALL:"C.UTF-8"},...r===void 0?{}:{user:r}})}var ne=`g=$(git -C "$1" rev-parse --absolute-git-dir 2>/dev/null) || exit 0
w=\${g%/.git}
locks() { find "$g" -name '*.lock' -type f -not -path "$g/objects/*"; }
works_here() {
  read -r name 2>/dev/null < "$1/comm" || return 1
  case "$name" in git|git-*) ;; *) return 1 ;; esac
  case " $(tr '\\0' ' ' 2>/dev/null < "$1/cmdline")" in *" $w"*|*" $g"*) return 0 ;; esac
  at=$(readlink "$1/cwd") || return 0
  case "$at/" in "$w"/*|"$g"/*) return 0 ;; esac
  return 1
}
busy() { for p in /proc/[0-9]*; do ! works_here "$p" || return 0; done; return 1; }
[ -n "$(locks)" ] || exit 0
n=0
while busy; do [ "$n" -lt 600 ] || exit 0; n=$((n + 1)); sleep 0.1; done
locks | while IFS= read -r f; do rm -f -- "$f"; done`;async function oe(e,t,n=C(t)){let{runAs:o}=t.deploy,r=o===void 0?{}:{user:o};await e.run(u(ne,[n],{...r,timeoutSeconds:90,label:i`look for locks in ${n}`}))}async function _e(e,t,n){return(await e.attempt(y(t,["tag","--points-at",n,"--sort=-creatordate"],60))).stdout.trim().split(`
`)[0]||n.slice(0,12)}async function x({host:e,plan:t,release:n},o,r){await e.run(re(t,n.tag));let{stdout:s}=await e.run(y(t,["diff","--name-only","--no-renames","--diff-filter=AM","-z",o,n.commit],120)),a=s.split("\0").filter(m=>m!==""&&r(m)).toSorted(),d=[];for(let m of a)d.push({path:m,text:(await e.run(y(t,["show",`${n.commit}:${m}`],60))).stdout});return d}function re(e,t){return y(e,["fetch","--quiet","--no-tags",e.deploy.remote,`refs/tags/${t}`])}async function Pe({host:e,plan:t,release:n}){await oe(e,t),await e.run(y(t,["fetch","--quiet","--force","--no-tags",t.deploy.remote,`+refs/tags/${n.tag}:refs/tags/${n.tag}`]));let o=(await e.run(y(t,["rev-parse","--verify","--quiet",`refs/tags/${n.tag}^{commit}`],60))).stdout.trim();if(o!==n.commit)throw new P({what:i`the tag ${n.tag} is ${o.slice(0,12)} at the host's remote, but ${n.commit.slice(0,12)} was approved`,where:e.name,mend:i`somebody moved the tag, or the remote is another repository; start a new launch`});return{note:n.commit.slice(0,12)}}async function Ce(e,t,n){return(await e.attempt(y(t,["cat-file","-e",`${n}^{commit}`],60))).code===0}async function Se(e,t){let{remote:n}=t.deploy;return(await e.attempt(y(t,["remote","get-url",n],60))).code===0?null:{what:i`there is no git remote "${n}"`,where:`${e.name}:${C(t)}`,mend:i`correct deploy.remote, or add the remote`}}function xe(e,t){return/dubious ownership/.test(e)?i`set deploy.run-as to the user that owns it`:t}var H=`${j}
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
`,ie=`${H}golive_url= golive_database= golive_server=
golive_load "$1"
shift
exec "$@"`,se=`${H}golive_url=$2 golive_database=$3 golive_server=$4
[ -z "$1" ] || golive_load "$1"
[ -z "$golive_server" ] || unset PGPASSWORD PGPASSFILE PGSERVICE PGSERVICEFILE PGHOSTADDR
shift 4
while [ "$1" != -- ]; do export "$1"; shift; done
shift
exec "$@"`;function ae(e,t,n){return e===void 0?c(t[0]??"",t.slice(1),n):u(ie,[e,...t],{...n,label:t.join(" ")})}function b(e,{database:t,server:n,url:o,env:r},s,a){let d=n===void 0?{}:{host:n.host,port:String(n.port)},m={database:t,...d},l=N=>N.replace(/\{(database|host|port)\}/g,(I,te)=>m[te]??I),p=n===void 0?{}:{PGHOST:n.host,PGPORT:String(n.port)},h=Object.entries({...p,...r}).map(([N,I])=>`${N}=${l(I)}`),M=n===void 0||n.port===5432?"":`:${n.port}`,ee=n===void 0?"":`${encodeURIComponent(n.host)}${M}`;return u(se,[e??"",o??"",t,ee,...h,"--",...s],{...a,label:s.join(" ")})}function D({plan:e,trial:t},n,o){let r=e.deploy.envFile;return t===void 0?ae(r,n,o):b(r,t,n,o)}function $({deploy:e}){return e.envFile===void 0?[]:q}var le=`${j}[ -f "$1" ] && [ -r "$1" ] || exit 3
settings_of "$1" | sed -n '/^[!.]/p'`;async function T(e,t,n){let o=i`look at the form of ${t}`,{code:r,stdout:s}=await e.attempt(u(le,[t],{...n,timeoutSeconds:60,label:o})),[,a="",d=""]=/^!(\d+) (\w+)$/m.exec(s)??[];return d==="nul"?{code:"settings-nul",problem:i`line ${a} of the settings in ${t} holds a NUL byte; systemd reads nothing of such a file`,mend:i`write the file anew as text`}:d==="utf8"?{code:"settings-not-utf8",problem:i`line ${a} of the settings in ${t} is not UTF-8; systemd reads nothing of such a file`,mend:i`write the file anew in UTF-8 (iconv)`}:r===0&&s===`.
`?null:{code:"settings-unreadable",problem:i`the settings in ${t} cannot be read`,mend:i`let the user that deploys read it (chgrp and mode 0640), or correct deploy.env-file`}}var me={};function _(e){return de(e.deploy)?e.deploy:me}function de(e){return e.preset!=="django"}var G=e=>"url"in e?["sh","-c",'v=$(printenv -- "$1") || exit 3; v=${v%%[?]*}; printf "%s\\n" "${v##*/}"',"sh",e.url]:["printenv","--",e.name];function g({plan:e,directory:t}){let{runAs:n}=e.deploy;return{cwd:t,exclusive:S(e),...n===void 0?{}:{user:n}}}function O(e,t,n){return D(e,t,{...g(e),timeoutSeconds:n})}function R(e){return e.split(`
`).map(t=>t.trim()).filter(t=>t!=="")}function pe(e,t){let n=e.split("/").slice(-2).join("/");if(!e.endsWith(".sql"))return{name:n,drops:[],rewrites:[i`not read`]};let o=t.replaceAll(/\/\*[\s\S]*?\*\//g," ").replaceAll(/--.*$/gm," ").replaceAll(/'(?:[^']|'')*'/g,"''"),r=s=>[...new Set([...o.matchAll(s)].map(([a])=>a.replaceAll(/\s+/g," ").toUpperCase()))];return{name:n,drops:r(/\bDROP\s+(?:TABLE|COLUMN|SCHEMA|TYPE|VIEW|MATERIALIZED\s+VIEW)\b|\bTRUNCATE\b|\bDELETE\s+FROM\b/gi),rewrites:r(/\bUPDATE\b(?=\s+\S+\s+SET\b)|\bALTER\s+COLUMN\b|\bRENAME\b(?=\s+(?:TO|COLUMN)\b)|\bSET\s+DATA\s+TYPE\b|\bDO\b(?=\s+\$)/gi)}}var E={async newMigrations(e,t){let n=_(e.plan).migrate?.folder;return n===void 0?[]:(await x(e,t,o=>o.startsWith(`${n}/`))).map(({path:o,text:r})=>pe(o,r))},async pendingMigrations(e){let{migrate:t}=_(e.plan);return t===void 0?[]:R((await e.host.run(O(e,t.pending,600))).stdout)},async migrate(e){let{migrate:t}=_(e.plan);t!==void 0&&await e.host.run(O(e,t.run,4*3600))},drift:async()=>null,staticInside:async()=>!0,staticElsewhere:async()=>null,static:async()=>({skipped:!0,note:i`part of the build`}),command:O,async settings(e){let{host:t,plan:n}=e,{databaseSetting:o,envFile:r}=_(n),{exclusive:s,...a}=g(e),d=r===void 0?null:await T(t,r,a);if(d!==null)return d;if(o===void 0)return null;let[m]=R((await t.attempt(O(e,G(o),60))).stdout),l="url"in o?o.url:o.name;return m===void 0?{problem:i`${l} is not among the settings`,mend:i`correct deploy.database-setting or deploy.env-file`}:m===n.database.name?null:{problem:i`${l} leads to the database "${m.slice(0,80)}", not "${n.database.name}"`,mend:i`correct deploy.env-file or database.name`}},trial(e,t){let{host:n,plan:o}=e,{migrate:r,databaseSetting:s,envFile:a}=_(o),{exclusive:d,...m}=g(e),l=(p,h,M={})=>b(a,{...t,env:{...t.env,...M}},p,{...m,timeoutSeconds:h});return{command:l,async database(){return s===void 0?null:R((await n.attempt(l(G(s),60))).stdout)[0]??null},async pending(){let p=r===void 0?[]:R((await n.run(l(r.pending,600))).stdout);return p.length===0?[]:[p.join(" + ")]},async apply(){r!==void 0&&await n.run(l(r.run,6*3600))}}}};function ce({deploy:e}){if(e.preset!=="compose")throw new v(i`the plan's preset is ${e.preset}`);return e}var W={...E,programs:e=>["git","curl","docker",...$(e)],installed:()=>[],installsFrom:()=>null,async install(e){let{file:t,build:n}=ce(e.plan);return await e.host.run(c("docker",["compose","--file",t,...n?["build","--quiet"]:["pull","--quiet"]],{...g(e),timeoutSeconds:3600})),{note:i`images of ${t}`}}};var ue=new Set(["DeleteModel","RemoveField"]),ge=new Set(["AlterField","RenameField","RenameModel","AlterModelTable","AlterOrderWithRespectTo","RunPython","RunSQL","SeparateDatabaseAndState"]);function B(e,t){let[,n="",o=""]=/([^/]+)\/migrations\/([^/]+)\.py$/.exec(e)??[],r=t.replaceAll(/("""|''')[\s\S]*?\1/g,"").replaceAll(/#.*$/gm,""),s=[...new Set([...r.matchAll(/\b([A-Z][A-Za-z]+)\s*\(/g)].map(([,a=""])=>a))];return{name:`${n}.${o}`,drops:s.filter(a=>ue.has(a)),rewrites:s.filter(a=>ge.has(a))}}function z(e){return/(?:^|\/)migrations\/(?!__init__\.py$)[^/]+\.py$/.test(e)}var Q={PYTHONDONTWRITEBYTECODE:"1",PYTHONUNBUFFERED:"1"};function f({deploy:e}){if(e.preset!=="django")throw new v(i`the plan's preset is ${e.preset}`);return e}function A({plan:e,directory:t}){let{runAs:n}=e.deploy;return{cwd:t,exclusive:S(e),...n===void 0?{}:{user:n}}}function L({plan:e,directory:t}){return`${t}/${f(e).venv}/bin/python`}function J(e,t,n){return D(e,t,{...A(e),timeoutSeconds:n,env:Q})}function w(e,t,n=3600){return J(e,[L(e),f(e.plan).manage,...t],n)}var fe='if [ ! -x "$2/bin/python" ]; then if [ "$3" = yes ]; then "$1" -m venv --system-site-packages -- "$2"; else "$1" -m venv -- "$2"; fi; fi',V="from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))",ye="from django.db import connection; s = connection.settings_dict; print('golive-server=' + str(s['HOST']) + '|' + ('yes' if s['PASSWORD'] else 'no'))",he="import os; from django.conf import settings; print('golive-static=' + os.path.realpath(str(settings.STATIC_ROOT or '')))";function k(e,t){return new RegExp(`^golive-${t}=(.*)$`,"m").exec(e)?.[1]??null}function Y(e){return e.split(`
`).flatMap(t=>/^\[ \]\s+(\S+)/.exec(t)?.[1]??[])}async function Z(e){let{host:t,plan:n,directory:o}=e,{stdout:r}=await t.run(w(e,["shell","-c",he],120)),{runAs:s}=n.deploy,a={timeoutSeconds:60,...s===void 0?{}:{user:s}},d=(await t.run(c("readlink",["-f","--",o],a))).stdout.trim();return{root:k(r,"static"),directory:d}}var K={programs:e=>["git","curl",f(e).python,...$(e)],async newMigrations(e,t){return(await x(e,t,z)).map(({path:n,text:o})=>B(n,o))},installed:e=>[f(e).venv],installsFrom:e=>[f(e).requirements],async install(e){let{plan:t,host:n,directory:o}=e,{python:r,venv:s,requirements:a}=f(t);return await n.run(u(fe,[r,`${o}/${s}`,f(t).systemSitePackages?"yes":"no"],A(e))),await n.run(c(L(e),["-m","pip","install","--disable-pip-version-check","--no-input","--quiet","-r",a],{...A(e),timeoutSeconds:1800})),{note:a}},async pendingMigrations(e){return Y((await e.host.run(w(e,["showmigrations","--plan","--no-color"],300))).stdout)},async migrate(e){await e.host.run(w(e,["migrate","--noinput","--no-color","--verbosity","1"],4*3600))},async drift(e){let t=w(e,["makemigrations","--check","--dry-run","--noinput","--no-color"],300),n=await e.host.attempt(t),o=[...n.stdout.matchAll(/^Migrations for '([\w.]+)':/gm)].map(([,r=""])=>r);if(n.code===3&&o.length===0)return[i`a field that needs a default`];if(n.timedOut||n.code!==0&&o.length===0)throw new U(e.host,t,n);return o},async staticInside(e){let{root:t,directory:n}=await Z(e);return t?.startsWith(`${n}/`)??!1},async staticElsewhere(e){let{root:t,directory:n}=await Z(e);return t===null||t===n||t.startsWith(`${n}/`)?null:t},async static(e,t){return f(e.plan).collectStatic?(await e.host.run(w(e,["collectstatic","--noinput","--verbosity","0",...t?["--dry-run"]:[]])),{}):{skipped:!0,note:i`the plan says so`}},command:J,async settings(e){let{host:t,plan:n}=e,o=n.deploy.envFile,r=o===void 0?null:await T(t,o,A(e));if(r!==null)return r;let s=k((await t.attempt(w(e,["shell","-c",V],120))).stdout,"database");return s===null?{problem:i`manage.py does not run with these settings`,mend:i`try it by hand: manage.py check`}:s===n.database.name?null:{problem:i`with these settings Django uses the database "${s.slice(0,80)}", not "${n.database.name}"`,mend:i`correct deploy.env-file or database.name`}},trial(e,t){let{host:n,plan:o,directory:r}=e,{runAs:s,envFile:a}=o.deploy,d=(l,p,h={})=>b(a,{...t,env:{...t.env,...h}},l,{cwd:r,timeoutSeconds:p,env:Q,...s===void 0?{}:{user:s}}),m=(l,p)=>d([L(e),f(o).manage,...l],p);return{command:d,async database(){return k((await n.attempt(m(["shell","-c",V],120))).stdout,"database")},async server(){let l=k((await n.attempt(m(["shell","-c",ye],120))).stdout,"server");if(l===null)return null;let p=l.lastIndexOf("|");return{host:l.slice(0,p),password:l.slice(p+1)==="yes"}},async pending(){return Y((await n.run(m(["showmigrations","--plan","--no-color"],300))).stdout)},async apply(l){let[p="",h=""]=l.split(".");await n.run(m(["migrate",p,h,"--noinput","--no-color","--verbosity","1"],6*3600))}}}};function F({deploy:e}){if(e.preset!=="node")throw new v(i`the plan's preset is ${e.preset}`);return e}var X={...E,programs:e=>["git","curl",F(e).npm,...$(e)],installed:e=>["node_modules",...F(e).build?F(e).built:[]],installsFrom:()=>null,async install(e){let{host:t,plan:n,directory:o}=e,{npm:r,build:s,built:a}=F(n),d=(...l)=>t.run(c(r,[...l,"--no-audit","--no-fund","--no-update-notifier"],{...g(e),timeoutSeconds:1800,env:{NODE_ENV:"production",CI:"true",NPM_CONFIG_LOGLEVEL:"error"}}));if(await d("ci",...s?["--include=dev"]:["--omit=dev"]),!s)return{note:"package-lock.json"};await t.run(u('for p; do rm -rf -- "$p"; done',a,{...g(e),timeoutSeconds:600})),await d("run","build"),await d("prune","--omit=dev");let m=(await t.run(u('for p; do [ -e "$p" ] || echo "$p"; done',a,{...g(e),timeoutSeconds:60}))).stdout.trim();if(m!=="")throw new P({what:i`npm run build made no ${m.split(`
`).join(", ")}`,where:`${t.name}:${o}`,mend:i`correct deploy.built, or the build`});return{note:`package-lock.json, ${a.join(", ")}`}}};function at(e){return{django:K,node:X,compose:W}[e.deploy.preset]}export{y as a,oe as b,_e as c,re as d,Pe as e,Ce as f,Se as g,xe as h,at as i};
