: > jump_config
