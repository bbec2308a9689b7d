: > jump_config; printf nobody > jump_authorized
