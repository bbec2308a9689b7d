import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{pa as h}from"./chunk-IQJF2NUT.js";import{b as l,m as t,r as d,u as m}from"./chunk-ZFSQH6XZ.js";var p=[{said:/^missing$/,problem:e=>({code:"host-folder-missing",what:t`${e} is not there`,mend:t`as root there: install -d -m 1777 ${e}`})},{said:/Read-only file system/,problem:e=>({code:"host-folder-read-only",what:t`${e} lies on a file system that is read-only`,mend:t`dmesg there says whether a disk failed (then mend that first); else mount it with rw, and look at /etc/fstab`})},{said:/Disk quota exceeded/,problem:e=>({code:"host-quota",what:t`the quota of golive's user is used up, so nothing can be written in ${e}`,mend:t`quota -s shows it there; raise it, or remove what that user no longer needs`})},{said:/No space left on device.*inodes 0$/,problem:e=>({code:"host-inodes",what:t`the file system of ${e} can hold no more files (its inodes are used up), though it may have room`,mend:t`df -i shows it there; find what made so many small files (sessions, caches, mail), and remove those`})},{said:/No space left on device/,problem:e=>({code:"host-disk-full",what:t`the file system of ${e} is full`,mend:t`df -h shows it there; make room before a launch writes its dump and its release`})},{said:/Permission denied|Operation not permitted/,problem:e=>({code:"host-folder-closed",what:t`golive's user may not write in ${e}`,mend:t`give it the rights that it usually has (/tmp and /var/tmp: root, mode 1777), and look at TMPDIR there`})}];function c(e,o,s){let n=p.find(r=>r.said.test(o))?.problem(e);return n===void 0?$(e,s):{...n,where:s}}function $(e,o){return{code:"host-folder-unusable",what:t`nothing can be written in ${e}`,where:o,mend:t`try it there as golive's user: dd if=/dev/zero of=${e}/try bs=64k count=16`}}var f=`LC_ALL=C; export LC_ALL
say() { printf '%s\\t%s\\t%s\\n' "$1" "$2" "$3"; }
last() { printf '%s' "$1" | tail -n 1 | tr '\\t' ' '; }
free_inodes() { df -Pi -- "$1" 2>/dev/null | awk 'NR == 2 && $2 > 0 { print $4 }'; }
try() {
  d=$1
  f=$(mktemp "$d/.golive-look-XXXXXXXX" 2>&1) || { say refused "$d" "$(last "$f"), inodes $(free_inodes "$d")"; return 1; }
  w=$(dd if=/dev/zero of="$f" bs=65536 count=16 conv=fsync 2>&1) || say refused "$d" "$(last "$(printf '%s' "$w" | grep -i dd:)")"
  if [ "$2" = run ] && printf '#!/bin/sh\\nexit 0\\n' 2>/dev/null > "$f" && chmod 700 "$f"; then
    w=$("$f" 2>&1) || say noexec "$d" "$(last "$w")"
  fi
  rm -f -- "$f"
}
slow() {
  s=$(date +%s); timeout 6 getent hosts "$2" > /dev/null; s=$(($(date +%s) - s))
  [ "$s" -lt 2 ] || say slow "$1" "$2 $s"
}
say clock "$(date +%s)" "$(date +%Z)"
h=\${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
state=\${XDG_STATE_HOME:-$h/.local/state}/golive
t=\${TMPDIR:-/tmp}
for d in "$t" /var/tmp; do
  if [ ! -d "$d" ]; then say missing "$d" ""; else try "$d" run; fi
  [ "$t" != /var/tmp ] || break
done
p=$state; while [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
if [ ! -d "$h" ] && [ ! -w "$p" ]; then say home "$h" "$(id -un)"; else try "$p" no; fi
for p in timeout flock tar sed grep; do command -v "$p" > /dev/null || say program "$p" ""; done
slow sudo "$(uname -n)"
[ -z "$SSH_CONNECTION" ] || slow login "\${SSH_CONNECTION%% *}"
say end "" ""`;var b=60;async function u(e){let o=l(f,[],{timeoutSeconds:60,label:t`look at the host itself`}),s=Date.now(),n=await e.attempt(o),r=n.stdout.split(`
`).map(g);if(n.code===127)return{problems:[w(e.name)],notes:[]};if(!r.some(({word:a})=>a==="end"))throw new d(e,o,n);let i=r.find(({word:a})=>a==="clock");return{problems:[...k(Number(i?.about),{began:s,ended:Date.now(),host:e.name}),...r.flatMap(a=>y(a,e.name)??[])],notes:r.flatMap(a=>P(a,e.name)??[])}}function g(e){let[o="",s="",n=""]=e.split("	");return{word:o,about:s,why:n}}function y({word:e,about:o,why:s},n){return e==="refused"||e==="missing"?c(o,e==="missing"?"missing":s,n):e==="home"?{code:"host-home-missing",what:t`the home folder of ${s} is not there, and cannot be made: ${o}`,where:n,mend:t`as root there: install -d -o ${s} -m 700 ${o}; golive remembers in it which launch may act`}:e!=="program"?null:{code:"program-missing",what:t`${o} is not installed`,where:n,mend:t`install it there`}}function w(e){return{code:"host-basics",what:t`the programs that every command begins with (sh, env, timeout) are not found there`,where:e,mend:t`install coreutils, and look at PATH as a command by ssh gets it (ssh HOST 'echo $PATH')`}}function k(e,{began:o,ended:s,host:n}){let r=e-s/1e3,i=o/1e3-(e+1);if(!(Math.max(r,i)>b))return[];let a=Math.round(Math.max(r,i));return[{code:"host-clock",what:r>0?t`its clock is ${a} s ahead of the runner's`:t`its clock is ${a} s behind the runner's`,where:n,mend:t`set it by NTP (timedatectl shows whether that works); where every host is told so, the runner's own clock is off`}]}function P({word:e,about:o,why:s},n){if(e==="noexec")return t`no program can be run from ${o} on ${n} (noexec): what builds in it fails`;if(e!=="slow")return null;let[r="",i=""]=s.split(" ");return o==="sudo"?t`${n} takes ${i} s to look up its own name ${r}, and so does each sudo there (/etc/hosts, DNS)`:t`${n} takes ${i} s to look up the runner's address ${r}, and so may each login there (UseDNS, DNS)`}async function E(e,{hosts:o}){let s=[],n=await Promise.all(o.all.map(i=>m(async()=>{let a=await u(i);return s.push(a),a.problems}))),r=n.filter(i=>i.length>0).length;return{step:h.id,problems:[...v(r,o.all.length),...n.flat()],note:[Object.keys(e.hosts).join(", "),...s.flatMap(({notes:i})=>i)].join("; ")}}function v(e,o){return e===0||o===1?[]:[{code:"hosts-silent",what:t`${e} of ${o} hosts cannot be used, so nothing is begun on any`,where:"hosts",mend:t`mend them, or take them out of the plan`}]}export{E as a};
