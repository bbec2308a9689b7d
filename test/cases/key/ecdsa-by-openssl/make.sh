openssl ecparam -name secp384r1 -genkey -out secret
