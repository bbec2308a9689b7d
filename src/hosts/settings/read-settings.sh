# See settings.ts for what these functions promise.
exec 2>/dev/null
set +ax
unset v l n given SSLKEYLOGFILE
LC_ALL=C; export LC_ALL
case "$(command -v printf)" in /*) echo 'problem printf'; exit 0 ;; esac

readable() { given=$(settings_of "$@") && whole; }
whole() {
  case "$given" in .|*'
.') ;; *) return 1 ;; esac
}
lines() { set -f; IFS='
'; }
words() { set +f; unset IFS; }
setting() {
  v=; set -- "$1" 1 ''
  lines
  for l in $given; do
    case "$l" in
      "=$1="*) v=${l#"=$1="}; set -- "$1" 0 its ;;
      +*) [ -z "$3" ] || v="$v
${l#+}" ;;
      *) set -- "$1" "$2" '' ;;
    esac
  done
  words
  l=
  return "$2"
}
names() {
  lines
  for l in $given; do case "$l" in =*) l=${l#=}; printf '%s\n' "${l%%=*}" ;; esac; done | sort -u
  words
}
controlled() { [ "$(printf '%s' "$v" | tr -d '[:cntrl:]')" != "$v" ]; }
