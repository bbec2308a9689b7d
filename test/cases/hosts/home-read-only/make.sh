printf 'HOME=/mnt\nXDG_STATE_HOME=/mnt/.local/state\n' > env
echo 'mount -t tmpfs -o ro none /mnt' > mounts
