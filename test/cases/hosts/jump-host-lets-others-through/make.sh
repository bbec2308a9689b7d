echo 'PermitOpen 127.0.0.1:1' > jump_config
