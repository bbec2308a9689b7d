ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
ssh-keygen -q -t rsa -b 2048 -N '' -f other
cat key other > secret
