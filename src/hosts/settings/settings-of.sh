# See settings-file.ts for what these functions promise; settings_grammar stands before them.
settings_in() {
  # An empty file is one that ends as it has to.
  { od -An -v -tu1 < "$1" && echo end; } 2>/dev/null | settings_grammar
}
settings_read() {
  golive_file=$1; shift
  if [ "$#" -gt 0 ]; then "$@" "$golive_file" </dev/null 2>/dev/null | settings_in /dev/stdin
  elif [ -f "$golive_file" ] || [ -c "$golive_file" ]; then settings_in "$golive_file"
  else return 1; fi
}
# What systemd leaves out of a file that need not be there: it is not, or nothing of it is read.
settings_left_out() {
  if [ "$#" = 1 ] && [ ! -e "$1" ]; then
    # In a folder that is shut nobody knows.
    [ ! -d "${1%/*}/" ] || [ -x "${1%/*}/" ]
    return
  fi
  case "$(settings_read "$@" | tail -n 1)" in '!'*) return 0 ;; *) return 1 ;; esac
}
settings_of() (
  golive_list=$1; shift
  set -f
  IFS='
'
  for golive_path in $golive_list; do
    golive_optional=
    case "$golive_path" in -*) golive_optional=yes golive_path=${golive_path#-} ;; esac
    # As systemd does, which reads all that a pattern names.
    set +f
    IFS=
    for golive_file in $golive_path; do
      if [ -n "$golive_optional" ] && settings_left_out "$golive_file" "$@"; then continue; fi
      settings_read "$golive_file" "$@" || { echo "@$golive_file"; exit 1; }
    done
  done
  echo .
)
