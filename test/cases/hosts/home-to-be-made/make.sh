printf 'HOME=/mnt/root\nXDG_STATE_HOME=/mnt/root/state\n' > env
echo 'mount -t tmpfs none /mnt' > mounts
