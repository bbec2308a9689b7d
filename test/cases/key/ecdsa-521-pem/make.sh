ssh-keygen -q -t ecdsa -b 521 -m PEM -N '' -f key
cp key secret
