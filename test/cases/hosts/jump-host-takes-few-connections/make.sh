echo 'MaxStartups 1:100:1' > jump_config
