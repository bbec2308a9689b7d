echo 'mount -t tmpfs -o ro none /var/tmp' > mounts
