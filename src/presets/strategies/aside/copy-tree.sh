# copy FROM TO, leaving out what is named after them, each relative to FROM: there an empty folder stands for it.
# What cannot be read by the user that deploys is not part of what its steps can change.
copy() {
  from=$1; to=$2; shift 2
  # shellcheck disable=SC2174 # the folder that it lies in was made before, and is closed
  mkdir -p -m 700 -- "$to" || return 1
  n=$#; while [ "$n" -gt 0 ]; do set -- "$@" "--exclude=./$1"; shift; n=$((n - 1)); done
  {
    tar -C "$from" --anchored --no-wildcards --ignore-failed-read "$@" -cf - . 2>"$to.said"
    echo $? > "$to.code"
  } | tar -C "$to" -xpf - || return 1
  # 1: a file changed while it was read, as a log does.
  [ "$(cat -- "$to.code")" -le 1 ] || { cat -- "$to.said" >&2; return 1; }
  rm -f -- "$to.code" "$to.said"
  for x; do mkdir -p -- "$to/${x#--exclude=./}" || return 1; done
}
