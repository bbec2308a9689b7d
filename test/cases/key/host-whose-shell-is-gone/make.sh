ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
cp key secret
{ getent passwd sshd nobody; echo 'root:x:0:0:root:/root:/opt/gone/zsh'; } > passwd
