: > sshd_config
