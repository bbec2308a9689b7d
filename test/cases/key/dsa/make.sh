ssh-keygen -q -t dsa -N '' -f key
cp key secret
