# Exits 0 when a unit works, 3 when it does not, 1 when nobody can tell. $1 unit.
s=$(systemctl show --property=LoadState,ActiveState -- "$1") || exit 1
case "$s" in *LoadState=loaded*) ;; *) exit 1 ;; esac
case "$s" in *ActiveState=inactive*|*ActiveState=failed*) exit 3 ;; *ActiveState=*) exit 0 ;; esac
exit 1
