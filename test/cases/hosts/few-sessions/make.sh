echo 'MaxSessions 2' > sshd_config
