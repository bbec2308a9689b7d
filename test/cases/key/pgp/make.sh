{ echo '-----BEGIN PGP PRIVATE KEY BLOCK-----'; echo; openssl rand -base64 300; echo '-----END PGP PRIVATE KEY BLOCK-----'; } > secret
