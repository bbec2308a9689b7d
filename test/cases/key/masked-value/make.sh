echo '***' > secret
