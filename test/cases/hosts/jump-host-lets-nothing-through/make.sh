echo 'AllowTcpForwarding no' > jump_config
