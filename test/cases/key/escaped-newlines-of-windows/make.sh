ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
sed -z 's/\n/\\r\\n/g' key > secret
