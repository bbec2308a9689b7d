printf '{"kty":"OKP","crv":"Ed25519","d":"%s","x":"%s"}' "$(openssl rand -hex 32)" "$(openssl rand -hex 32)" > secret
