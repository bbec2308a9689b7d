echo 'mount -t tmpfs -o noexec,mode=1777 none /tmp' > mounts
