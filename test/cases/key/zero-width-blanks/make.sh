ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
sed 's/^/\xe2\x80\x8b/; s/$/\xc2\xa0/' key > secret
