ssh-keygen -q -t rsa -b 2048 -N '' -f key
cp key secret
echo 'PubkeyAcceptedAlgorithms ssh-rsa' > sshd_config
