# A file can be made there; what is written into it has no room.
cat > mounts <<'M'
mount -t tmpfs -o size=512k,mode=1777 none /tmp
head -c 300k /dev/zero > /tmp/log
M
