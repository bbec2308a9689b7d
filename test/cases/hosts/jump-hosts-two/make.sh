: > jump_config; : > jump2_config
