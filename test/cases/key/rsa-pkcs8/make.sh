ssh-keygen -q -t rsa -b 2048 -m PKCS8 -N '' -f key
cp key secret
