openssl genpkey -algorithm x25519 -out secret
