printf 'ghp_%s' "$(openssl rand -hex 18)" > secret
