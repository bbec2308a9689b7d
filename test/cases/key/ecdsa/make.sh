ssh-keygen -q -t ecdsa -N '' -f key
cp key secret
