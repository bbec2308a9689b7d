ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
cp key secret
echo 'Только для сотрудников. Permission denied to others.' > banner
echo "Banner $PWD/banner" > sshd_config
