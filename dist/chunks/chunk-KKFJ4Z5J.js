import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as d,m as i,p as c,r as l}from"./chunk-ZFSQH6XZ.js";var w=`writable() { [ "$(id -u)" = 0 ] || find "$1" -type d ! -perm -700 -exec chmod u+rwx -- {} +; }
carry() {
  rm -f -- "$w/broken"
  { tar -C "$1" --format=posix --acls --xattrs --null --no-recursion --verbatim-files-from -T "$3" -cf - || : > "$w/broken"; } |
    tar -C "$2" --acls --xattrs --numeric-owner --delay-directory-restore -Pxpf - && [ ! -e "$w/broken" ]
}
parents() { sed -z 's#/[^/]*$##' < "$2" | sort -zu > "$w/parents" && ( cd -- "$1" && xargs -0r mkdir -p -- < "$w/parents" ); }
prune() {
  folders "$2" | paths > "$w/dirs" && folders "$3" | paths > "$w/wanted-dirs" &&
    comm -z -23 -- "$w/dirs" "$w/wanted-dirs" | sort -zr > "$w/no-dirs" &&
    ( cd -- "$1" && xargs -0r rmdir --ignore-fail-on-non-empty -- < "$w/no-dirs" )
}
dress() {
  list "$2" "$w/dressed" && comm -z -23 -- "$3" "$w/dressed" > "$w/undressed" && folders "$w/undressed" | paths > "$w/dress" &&
    { [ ! -s "$w/dress" ] || carry "$1" "$2" "$w/dress"; }
}`,g=`require_manifest() {
  [ "$(sha256sum < "$m" | cut -d ' ' -f 1)" = "$sha" ] || { echo "the manifest is not the one on record" >&2; exit 41; }
}
compare() {
  list "$live" "$w/now" && comm -z -23 -- "$m" "$w/now" > "$w/lost" && comm -z -13 -- "$m" "$w/now" > "$w/since" &&
    files "$w/lost" > "$w/lost.files" && files "$w/since" > "$w/since.files" &&
    paths < "$w/lost.files" > "$w/lost.paths" && paths < "$w/since.files" > "$w/since.paths"
}`,b=`live=$1; to=$2; sha=$3; how=$4; m=$to/manifest; w=$to/work
rm -rf -- "$w" && mkdir -- "$w" || exit 1
require_manifest
if [ ! -d "$live" ]; then
  [ ! -e "$live" ] && [ ! -L "$live" ] || { echo "$live is no folder any more" >&2; exit 46; }
  mkdir -p -- "$live" || exit 1
  if [ -d "$to/tree" ]; then
    chmod --reference="$to/tree" -- "$live"
    chown --reference="$to/tree" -- "$live" 2>/dev/null || :
  fi
fi
compare || exit 1
aside() { [ ! -d "$to/set-aside" ] || find "$to/set-aside" ! -type d -printf 'f\\t%s\\0'; }
if [ ! -s "$w/lost" ] && [ ! -s "$w/since" ]; then
  [ -e "$to/given-back" ] || [ -d "$to/set-aside" ] || echo same
else
  if [ -d "$to/tree" ]; then list "$to/tree" "$w/have" || exit 1; else : > "$w/have"; fi
  comm -z -23 -- "$w/lost.files" "$w/have" | paths > "$w/gone" &&
    comm -z -12 -- "$w/lost.files" "$w/have" | paths > "$w/back" || exit 1
  comm -z -23 -- "$w/since.paths" "$w/gone" > "$w/aside" || exit 1
  writable "$live" || exit 1
  if [ -s "$w/aside" ]; then
    n=1; while [ -e "$to/set-aside/$n" ]; do n=$((n + 1)); done
    a=$to/set-aside/$n; mkdir -p -- "$a" && parents "$a" "$w/aside" || exit 1
    ( cd -- "$live" && xargs -0r cp -dl --parents -t "$a" -- < "$w/aside" ) 2>/dev/null ||
      { carry "$live" "$a" "$w/aside" && sync -f -- "$a"; } || exit 1
    list "$a" "$w/saved" && files "$w/saved" > "$w/saved.files" && paths < "$w/saved.files" > "$w/saved.paths" || exit 1
    cmp -s -- "$w/saved.paths" "$w/aside" && [ -z "$(comm -z -23 -- "$w/saved.files" "$w/since.files" | head -c 1)" ] ||
      { echo "what was set aside is not what is there" >&2; exit 47; }
    ( cd -- "$live" && xargs -0r rm -f -- < "$w/aside" ) || exit 1
  fi
  prune "$live" "$w/now" "$m" || exit 1
  if [ "$how" != count ]; then
    parents "$live" "$w/back" && { [ ! -s "$w/back" ] || carry "$to/tree" "$live" "$w/back"; } || exit 1
    dress "$to/tree" "$live" "$m" || exit 1
  fi
  number < "$w/back" >> "$to/given-back"
  compare || exit 1
  cmp -s -- "$w/lost.paths" "$w/gone" && [ -z "$(comm -z -23 -- "$w/since.paths" "$w/gone" | head -c 1)" ] ||
    { echo "files changed while they were given back" >&2; exit 45; }
  echo "gone $(number < "$w/gone")"
fi
[ ! -e "$to/given-back" ] || echo "back $(awk '{ n += $1 } END { print n }' "$to/given-back")"
echo "aside $(aside | count)"
rm -rf -- "$w"`,p=`live=$1; to=$2; how=$3; open=$4; w=$to/work
[ -d "$live" ] || { echo "$live is not there" >&2; exit 43; }
if [ "$open" = closed ] && [ -d "$5" ] && [ ! -e "$to" ]; then mv -T -- "$5" "$to" || exit 1; fi
mkdir -p -- "$to" && rm -rf -- "$w" && mkdir -- "$w" && list "$live" "$w/now" || exit 1
fill() {
  if [ ! -d "$to/tree" ]; then
    rm -rf -- "$to/filling"
    case "$how" in
      copy) cp -a --reflink=auto -- "$live" "$to/filling" ;;
      link) cp -al -- "$live" "$to/filling" ;;
    esac
    mv -- "$to/filling" "$to/tree" || return 1
  fi
  list "$to/tree" "$w/have" && comm -z -13 -- "$w/now" "$w/have" > "$w/extra" &&
    comm -z -23 -- "$w/now" "$w/have" > "$w/lacking" || return 1
  if [ -s "$w/extra" ] || [ -s "$w/lacking" ]; then
    files "$w/extra" | paths > "$w/remove" && files "$w/lacking" | paths > "$w/add" && writable "$to/tree" &&
      ( cd -- "$to/tree" && xargs -0r rm -f -- < "$w/remove" ) && prune "$to/tree" "$w/have" "$w/now" &&
      parents "$to/tree" "$w/add" || return 1
    case "$how" in
      copy) carry "$live" "$to/tree" "$w/add" ;;
      link) ( cd -- "$live" && xargs -0r cp -dl --parents -t "$to/tree" -- < "$w/add" ) ;;
    esac
    [ "$?" = 0 ] || [ "$open" = open ] || return 1
    dress "$live" "$to/tree" "$w/now" || [ "$open" = open ] || return 1
  fi
}
if [ "$how" != count ]; then
  fill || exit 1
  list "$to/tree" "$w/have" || exit 1
  cmp -s -- "$w/now" "$w/have" || [ "$open" = open ] || { echo "what is kept is not what is there" >&2; exit 44; }
fi
list "$live" "$w/after" || exit 1
cmp -s -- "$w/now" "$w/after" || [ "$open" = open ] || { echo "files changed while they were kept" >&2; exit 45; }
mv -f -- "$w/now" "$to/manifest" && sync -- "$to/manifest" && { [ "$open" = open ] || sync -f -- "$to"; } || exit 1
echo "count $(count < "$to/manifest")"
echo "sha256 $(sha256sum < "$to/manifest" | cut -d ' ' -f 1)"
rm -rf -- "$w"`,z=`live=$1; keep=$2; day=$3
find --version 2>/dev/null | grep -q GNU && sort -z < /dev/null 2>/dev/null || { echo tools; exit 0; }
[ -e "$live" ] || [ -L "$live" ] || { echo missing; exit 0; }
[ -d "$live" ] || { echo no-folder; exit 0; }
r=$(readlink -e -- "$live") && [ "$r" = "$live" ] || { echo link; printf '%s' "$r" > /dev/null; exit 0; }
[ -r "$live" ] && [ -x "$live" ] || { echo "unreadable 1"; exit 0; }
w=$(mktemp -d) || exit 1; trap 'rm -rf -- "$w"' EXIT
cd -- "$live" || exit 1
n=$(find . -mindepth 1 -path ./lost+found -prune \\
  -o \\( -type f ! -readable -o -type d \\( ! -readable -o ! -executable \\) -prune \\) -printf x 2>/dev/null | wc -c)
[ "$n" = 0 ] || { echo "unreadable $n"; exit 0; }
list "$live" "$w/now" || exit 1
echo "count $(count < "$w/now")"
if [ "$(id -u)" != 0 ]; then
  gids=$(id -G | tr ' ' '|')
  echo "strangers $(cut -z -f5,6 -- "$w/now" | tr '\\0\\t' '\\n ' | grep -cvE "^$(id -u) ($gids)\\$")"
fi
[ -w "$live" ] || echo read-only
p=$keep; while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done
[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ] || { echo no-keep; exit 0; }
[ "$(stat -c %d -- "$p")" = "$(stat -c %d -- "$live")" ] || echo other-disk
t=$(mktemp -- "$p/.golive.XXXXXX") && { ! cp --reflink=always -- "$t" "$t.2" 2>/dev/null || echo shared; rm -f -- "$t" "$t.2"; }
echo "free $(df -PB1 -- "$p" | awk 'NR == 2 { print $4 }')"
h=0; [ ! -d "$day" ] || h=$(du -sB1 -- "$day" | cut -f 1); echo "had $h"`,P=`live=$1; m=$2/manifest; sha=$3; w=$(mktemp -d) || exit 1; trap 'rm -rf -- "$w"' EXIT
require_manifest
if [ -d "$live" ]; then :; else live=$w/none; mkdir -- "$live"; fi
compare || exit 1
set -- $(count < "$w/since.files")
echo "uploaded $(comm -z -13 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "changed $(comm -z -12 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "deleted $(comm -z -23 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "bytes $2"`,f=`set -u; LC_ALL=C; export LC_ALL; umask 077
list() {
  ( cd -- "$1" && find . -mindepth 1 -ignore_readdir_race -path ./lost+found -prune \\
    -o -type d -printf 'd\\t0\\t%T@\\t%m\\t%U\\t%G\\t%P\\0' \\
    -o -type f -printf 'f\\t%s\\t%T@\\t%m\\t%U\\t%G\\t%P\\0' \\
    -o -type l -printf 'l\\t0\\t%T@\\t777\\t%U\\t%G\\t%P//%l\\0' ) > "$2.unsorted" && sort -z -o "$2" -- "$2.unsorted"
}
files() { sed -zn '/^d/!p' -- "$1"; }
folders() { sed -zn '/^d/p' -- "$1"; }
paths() { cut -z -f7- | sed -z 's#//.*##; s#^#./#' | sort -z; }
count() { cut -z -f1,2 | tr '\\0' '\\n' | awk '$1 == "f" || $1 == "l" { n++; b += $2 } END { printf "%d %.0f\\n", n, b }'; }
number() { tr -cd '\\0' | wc -c; }`;function a(t,e,o,r={}){return d(`${f}
${e}`,o,{timeoutSeconds:4*3600,...r,...t.user===void 0?{}:{user:t.user}})}function m(t){return Object.fromEntries(t.split(`
`).filter(e=>e!=="").map(e=>{let[o="",...r]=e.split(" ");return[o,r]}))}function h(t){let[e="0",o="0"]=t??[];return{files:Number(e),bytes:Number(o)}}function u({keepIn:t,keep:e}){return`${t}/by-day-${e}`}async function D(t,e){return v(t,e,u(e),"open")}async function H(t,e,o){return v(t,e,`${e.keepIn}/${o}`,"closed")}async function K(t,e,{folder:o,sha256:r,keep:n}){return(await t.attempt(a(e,'[ "$(sha256sum < "$1/manifest" | cut -d " " -f 1)" = "$2" ] && { [ "$3" = count ] || [ -d "$1/tree" ]; }',[o,r,n]))).code===0}async function v(t,e,o,r){let n=a(e,`${w}
${p}`,[e.directory,o,e.keep,r,u(e)],{label:i`keep the files of ${e.id}`}),s=await t.attempt(n);if(s.code!==0||s.timedOut)throw y(t,e,new l(t,n,s));let $=m(s.stdout);return{folder:o,...h($.count),sha256:$.sha256?.[0]??"",keep:e.keep,seconds:s.seconds}}function y({name:t},e,o){let{code:r,stderr:n}=o.finished,s=($,x,k)=>new c({code:$,what:x,where:t,mend:k},{cause:o});return/No space left on device|Disk quota exceeded/i.test(n)?s("files-no-room",i`there is no room left to keep the files of ${e.id}`,i`make room, or name another disk (keep-in); what was copied so far is used by the next try`):r===43?s("files-missing",i`the folder ${e.directory} is not there`,i`create it, or correct files in the plan`):r===45?s("files-not-quiet",i`files of ${e.id} changed although the services are stopped`,i`find out who writes there (lsof +D), stop it, then run again`):r===44?s("files-not-kept",i`what is kept of ${e.id} is not what is there`,i`give run-as a user that may set their owners (root), or the one that they belong to`):o}export{w as a,g as b,b as c,z as d,P as e,a as f,m as g,h,u as i,D as j,H as k,K as l};
