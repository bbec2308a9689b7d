ssh-keygen -q -t ed25519 -N '' -C 'Anna Petrova, +7 999 123-45-67' -f key
cp key secret
echo 'root:*:19000:0:99999:7::19001:' > shadow
echo 'UsePAM yes' > sshd_config
