ssh-keygen -q -t rsa -b 2048 -m PKCS8 -N secret12345 -f key
cp key secret
