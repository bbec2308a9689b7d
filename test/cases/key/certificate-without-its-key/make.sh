ssh-keygen -q -t ed25519 -N '' -f ca
ssh-keygen -q -t ed25519 -N '' -f key
ssh-keygen -q -s ca -I golive -n root key.pub
cp key-cert.pub secret
