ssh-keygen -q -t rsa -b 2048 -N '' -f key
ssh-keygen -e -m PKCS8 -f key.pub > secret
