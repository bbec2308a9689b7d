ssh-keygen -q -t rsa -b 2048 -m PEM -N '' -f key
tr '\n' ' ' < key > secret
