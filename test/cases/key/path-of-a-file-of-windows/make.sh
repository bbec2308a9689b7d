echo 'C:\Users\anna\.ssh\id_rsa' > secret
