echo 'TZ=Asia/Vladivostok' > env
