openssl ecparam -name secp256k1 -genkey -noout -out secret
