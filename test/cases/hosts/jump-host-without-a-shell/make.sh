echo 'ForceCommand /usr/sbin/nologin' > jump_config
