openssl genpkey -algorithm ed25519 -out secret
