ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
ssh-keygen -q -c -C 'Анна Петрова <anna@example.com>' -f key
cp key secret
