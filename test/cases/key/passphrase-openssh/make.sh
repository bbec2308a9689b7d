ssh-keygen -q -t ed25519 -N secret12345 -f key
cp key secret
