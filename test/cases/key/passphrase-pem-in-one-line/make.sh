ssh-keygen -q -t rsa -b 2048 -m PEM -N secret12345 -f key
tr '\n' ' ' < key > secret
