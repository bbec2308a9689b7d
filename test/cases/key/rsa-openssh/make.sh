ssh-keygen -q -t rsa -b 2048 -N '' -f key
cp key secret
