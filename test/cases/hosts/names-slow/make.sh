printf 'nameserver 127.0.0.153\noptions timeout:2 attempts:1\n' > resolv.conf
: > hosts; echo 'hosts: files dns' > nsswitch.conf
for f in resolv.conf hosts nsswitch.conf; do echo "mount --bind $PWD/$f /etc/$f"; done > mounts
