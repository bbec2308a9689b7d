ssh-keygen -q -t dsa -m PEM -N '' -f key
cp key secret
