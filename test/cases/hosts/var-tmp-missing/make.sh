echo 'mount -t tmpfs -o mode=755 none /var' > mounts
