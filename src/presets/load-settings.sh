# See environment-file.ts for what golive_load promises; settings_of stands before it.
# shellcheck disable=SC2154,SC2163 # set by those that follow; a name that is held by another
golive_refuse() {
  golive_file=${golive_lines##*@}
  echo "golive: the settings in ${golive_file:-$1} $2" >&2
  exit 78
}
golive_point() {
  golive_head=${golive_value%%[?]*}; golive_query=${golive_value#"$golive_head"}
  if [ -z "$golive_server" ]; then golive_value=${golive_head%/*}/$golive_database$golive_query; return; fi
  case "$golive_query" in *host*=*|*password=*|*passfile=*|*service=*) golive_query= ;; esac
  golive_user=${golive_head#*://}; golive_user=${golive_user%%/*}
  case "$golive_user" in *@*) golive_user=${golive_user%@*}; golive_user=${golive_user%%:*} ;; *) golive_user= ;; esac
  golive_value=${golive_head%%://*}://$golive_user@$golive_server/$golive_database$golive_query
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
      =*) golive_put; golive_line=${golive_line#=}; golive_name=${golive_line%%=*}; golive_value=${golive_line#*=} ;;
      +*) golive_value="$golive_value
${golive_line#+}" ;;
      *) golive_put ;;
    esac
  done
}
golive_load() {
  golive_lines=$(settings_of "$1")
  case "$golive_lines" in
    .|*'
.') ;;
    *'!'*' nul
@'*) golive_refuse "$1" 'hold a NUL byte, and systemd reads nothing of such a file' ;;
    *'!'*' utf8
@'*) golive_refuse "$1" 'are not all UTF-8, and systemd reads nothing of such a file' ;;
    *) golive_refuse "$1" 'cannot be read (and are od and awk installed?)' ;;
  esac
  # A shell keeps a few names to itself, and ends when such a one is set: then each is tried first.
  golive_first=yes golive_careful=
  (golive_each) >/dev/null 2>&1 || golive_careful=yes
  golive_first=yes
  golive_each
}
