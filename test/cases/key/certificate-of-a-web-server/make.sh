openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out secret -subj /CN=app.example -days 2 2>/dev/null
