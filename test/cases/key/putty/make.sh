ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
cat > secret <<END
PuTTY-User-Key-File-3: ssh-ed25519
Encryption: none
Comment: anna
Public-Lines: 2
$(cut -d' ' -f2 key.pub | fold -w 64)
Private-Lines: 1
$(openssl rand -base64 32)
Private-MAC: $(openssl rand -hex 32)
END
