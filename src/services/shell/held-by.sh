# What the others begin with. $1 the folder of golive's files, then the units.
# shellcheck disable=SC2034 # d is theirs
id_of() { systemctl show --property=Id --value -- "$1"; }
held_by() {
  o=$(busctl call org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager LoadUnit s "$1") || return 1
  o=${o#o \"}; o=${o%\"}
  c=$(busctl get-property org.freedesktop.systemd1 "$o" org.freedesktop.systemd1.Unit Conditions) || return 1
  case "$c" in *"\"ConditionPathExists\" false true \"$2\""*) ;; *) return 1 ;; esac
}
d=$1; shift
