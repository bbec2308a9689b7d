# What the others begin with. $1 what a line has to hold, empty for any; then the words that run crontab. A job is
# neither a comment nor a setting.
# shellcheck disable=SC2016,SC2154 # awk reads them; how is of whoever stands behind
# shellcheck disable=SC2016,SC2154 # awk reads them; how is of whoever stands behind
export only="$1" mark="#golive-paused "
shift
listed() { "$@" -l </dev/null; }
job='function job() { return $0 !~ /^[ \t]*($|#|["\047])/ && $0 !~ /^[ \t]*[A-Za-z_][A-Za-z0-9_]*[ \t]*=/ && named() }
  function named() { return ENVIRON["only"] == "" || index($0, ENVIRON["only"]) > 0 }
  function paused() { return index($0, ENVIRON["mark"]) == 1 && named() }'
# An awk that failed would leave an empty crontab.
rewritten() {
  t=$(listed "$@") || return 1
  n=$(printf '%s\n' "$t" | awk "$job $how") && [ -n "$n" ] || return 1
  [ "$n" = "$t" ] || printf '%s\n' "$n" | "$@" -
}
