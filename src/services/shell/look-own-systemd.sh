# own-systemd.sh stands before it. Whether this user's systemd runs, and goes on without anybody logged in.
systemctl show --property=Version > /dev/null 2>&1 || echo silent
[ -e "/var/lib/systemd/linger/$(id -un)" ] || echo leaves
