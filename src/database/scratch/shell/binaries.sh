# `binaries MAJOR` prints the folder with PostgreSQL's own programs of that version; Debian has them on no PATH.
# What stands behind || is for either of the two before it.
# shellcheck disable=SC2015
binaries() {
  for b in "$GOLIVE_PROGRAMS" "/usr/lib/postgresql/$1/bin" "/usr/pgsql-$1/bin" "$(pg_config --bindir 2>/dev/null)" \
    "$(dirname -- "$(command -v postgres || echo /none/postgres)")"; do
    [ -x "$b/postgres" ] && [ -x "$b/initdb" ] || continue
    case "$("$b/postgres" --version)" in *"(PostgreSQL) $1"[!0-9]*) printf '%s\n' "$b"; return ;; esac
  done
  return 1
}
