ssh-keygen -q -t ecdsa -N secret12345 -f key
base64 -w0 key > secret
