import{createRequire}from"node:module";const require=createRequire(import.meta.url);
import{b as d,k as n,n as f,p as l}from"./chunk-ASVCTD4D.js";var y=`set -u; LC_ALL=C; export LC_ALL; umask 077
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
number() { tr -cd '\\0' | wc -c; }
`,g=`writable() { [ "$(id -u)" = 0 ] || find "$1" -type d ! -perm -700 -exec chmod u+rwx -- {} +; }
# $1 from, $2 to, $3 list of paths. Whatever has such a name there is not written into but replaced.
carry() {
  rm -f -- "$w/broken"
  { tar -C "$1" --format=posix --acls --xattrs --null --no-recursion --verbatim-files-from -T "$3" -cf - || : > "$w/broken"; } |
    tar -C "$2" --acls --xattrs --numeric-owner --delay-directory-restore -Pxpf - && [ ! -e "$w/broken" ]
}
# $1 folder, $2 list of paths: the folders that they lie in.
parents() { sed -z 's#/[^/]*$##' < "$2" | sort -zu > "$w/parents" && ( cd -- "$1" && xargs -0r mkdir -p -- < "$w/parents" ); }
# $1 folder, $2 what is there, $3 what shall be there: folders that shall not go, the deepest first.
prune() {
  folders "$2" | paths > "$w/dirs" && folders "$3" | paths > "$w/wanted-dirs" &&
    comm -z -23 -- "$w/dirs" "$w/wanted-dirs" | sort -zr > "$w/no-dirs" &&
    ( cd -- "$1" && xargs -0r rmdir --ignore-fail-on-non-empty -- < "$w/no-dirs" )
}
# $1 from, $2 to, $3 what shall be there: rights, owners and times of the folders that differ.
dress() {
  list "$2" "$w/dressed" && comm -z -23 -- "$3" "$w/dressed" > "$w/undressed" && folders "$w/undressed" | paths > "$w/dress" &&
    { [ ! -s "$w/dress" ] || carry "$1" "$2" "$w/dress"; }
}
`;function $(t,e,r,s={}){let{changes:i=!1,...o}=s;return d(`${y}${i?g:""}${e}`,r,{timeoutSeconds:4*3600,...o,...t.user===void 0?{}:{user:t.user}})}function c(t){return Object.fromEntries(t.split(`
`).filter(e=>e!=="").map(e=>{let[r="",...s]=e.split(" ");return[r,s]}))}function p(t){let[e="0",r="0"]=t??[];return{files:Number(e),bytes:Number(r)}}function m({keepIn:t,keep:e}){return`${t}/by-day-${e}`}var k=`live=$1; to=$2; how=$3; open=$4; w=$to/work
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
  list "$to/tree" "$w/have" && comm -z -13 -- "$w/now" "$w/have" > "$w/extra" && comm -z -23 -- "$w/now" "$w/have" > "$w/lacking" || return 1
  if [ -s "$w/extra" ] || [ -s "$w/lacking" ]; then
    files "$w/extra" | paths > "$w/remove" && files "$w/lacking" | paths > "$w/add" && writable "$to/tree" &&
      ( cd -- "$to/tree" && xargs -0r rm -f -- < "$w/remove" ) && prune "$to/tree" "$w/have" "$w/now" && parents "$to/tree" "$w/add" || return 1
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
rm -rf -- "$w"`;async function E(t,e){return h(t,e,m(e),"open")}async function H(t,e,r){return h(t,e,`${e.keepIn}/${r}`,"closed")}async function K(t,e,{folder:r,sha256:s,keep:i}){return(await t.attempt($(e,'[ "$(sha256sum < "$1/manifest" | cut -d " " -f 1)" = "$2" ] && { [ "$3" = count ] || [ -d "$1/tree" ]; }',[r,s,i]))).code===0}async function h(t,e,r,s){let i=$(e,k,[e.directory,r,e.keep,s,m(e)],{changes:!0,label:n`keep the files of ${e.id}`}),o=await t.attempt(i);if(o.code!==0||o.timedOut)throw x(t,e,new l(t,i,o));let a=c(o.stdout);return{folder:r,...p(a.count),sha256:a.sha256?.[0]??"",keep:e.keep,seconds:o.seconds}}function x({name:t},e,r){let{code:s,stderr:i}=r.finished,o=(a,w,u)=>new f({code:a,what:w,where:t,mend:u},{cause:r});return/No space left on device|Disk quota exceeded/i.test(i)?o("files-no-room",n`there is no room left to keep the files of ${e.id}`,n`make room, or name another disk (keep-in); what was copied so far is used by the next try`):s===43?o("files-missing",n`the folder ${e.directory} is not there`,n`create it, or correct files in the plan`):s===45?o("files-not-quiet",n`files of ${e.id} changed although the services are stopped`,n`find out who writes there (lsof +D), stop it, then run again`):s===44?o("files-not-kept",n`what is kept of ${e.id} is not what is there`,n`give run-as a user that may set their owners (root), or the one that they belong to`):r}export{$ as a,c as b,p as c,m as d,E as e,H as f,K as g};
