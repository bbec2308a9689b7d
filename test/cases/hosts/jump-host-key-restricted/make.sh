: > jump_config; printf restrict > jump_authorized
