ssh-keygen -q -t rsa -b 2048 -m PEM -N '' -f key
{ head -9 key; tail -1 key; } > secret
