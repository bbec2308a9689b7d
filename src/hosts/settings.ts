/**
 * What every script here begins with: nothing it holds reaches a log, an environment or, as printf belongs to the shell,
 * an argument. `setting FILE NAME` puts the last value of that name into `$v` and is false when there is none: KEY=value
 * lines as systemd reads them, blanks around a value cut. Nothing in the file is evaluated.
 */
export const readSettings = `exec 2>/dev/null
set +ax
unset v l n SSLKEYLOGFILE
LC_ALL=C; export LC_ALL
case "$(command -v printf)" in /*) echo 'problem printf'; exit 0 ;; esac
setting() {
  v=; set -- "$1" "$2" 1
  while IFS= read -r l || [ -n "$l" ]; do
    l=\${l#"\${l%%[! \t]*}"}
    case "$l" in ''|'#'*|';'*) continue ;; *=*) ;; *) continue ;; esac
    n=\${l%%=*}; n=\${n%"\${n##*[! \t]}"}
    [ "$n" = "$2" ] || continue
    v=\${l#*=}; v=\${v#"\${v%%[! \t]*}"}; v=\${v%"\${v##*[! \t]}"}
    case "$v" in '"'*'"') v=\${v#?}; v=\${v%?} ;; "'"*"'") v=\${v#?}; v=\${v%?} ;; esac
    set -- "$1" "$2" 0
  done < "$1"
  l=
  return "$3"
}
controlled() { [ "$(printf '%s' "$v" | tr -d '[:cntrl:]')" != "$v" ]; }
readable() { [ -f "$1" ] && [ -r "$1" ]; }
`;
