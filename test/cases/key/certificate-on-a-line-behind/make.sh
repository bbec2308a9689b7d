ssh-keygen -q -t ed25519 -N '' -f ca
ssh-keygen -q -t ed25519 -N '' -f key
ssh-keygen -q -s ca -I golive -n "$(id -un)" key.pub
echo "TrustedUserCAKeys $PWD/ca.pub" > sshd_config
: > authorized
cat key key-cert.pub > secret
