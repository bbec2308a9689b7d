openssl rand -base64 300 > secret
