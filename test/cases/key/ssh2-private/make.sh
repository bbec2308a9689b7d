{ echo '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----'; echo 'Comment: "anna"'; openssl rand -base64 200; echo '---- END SSH2 ENCRYPTED PRIVATE KEY ----'; } > secret
