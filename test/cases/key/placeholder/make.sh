echo 'ВСТАВЬТЕ СЮДА КЛЮЧ' > secret
