openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -subj /CN=app.example -days 2 2>/dev/null
cat key cert > secret
