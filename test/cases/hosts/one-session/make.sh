echo 'MaxSessions 1' > sshd_config
