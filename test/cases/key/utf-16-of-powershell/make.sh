ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
iconv -f UTF-8 -t UTF-16 key > secret
