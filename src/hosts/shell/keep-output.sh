# The newest two hundred stay; a run that failed is looked into within days.
# The folders above are made as umask has it.
# shellcheck disable=SC2174
# Names that golive itself or pg_dump gave.
# shellcheck disable=SC2012
d=${XDG_STATE_HOME:-${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}/.local/state}/golive/said
umask 077; mkdir -p -m 700 -- "$d" || exit 1
f=$d/$(date -u +%Y-%m-%dT%H%M%SZ)-$1-$$.log
cat > "$f" && printf 'kept %s\n' "$f"
ls -1 "$d" | sort -r | tail -n +201 | while IFS= read -r old; do rm -f -- "$d/$old"; done
