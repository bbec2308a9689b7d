echo 'mount -t tmpfs -o ro none /tmp' > mounts
