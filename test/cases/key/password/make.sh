openssl rand -base64 12 > secret
