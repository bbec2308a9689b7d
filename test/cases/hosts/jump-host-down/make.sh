: > jump_config; echo '[{ "port": 1 }]' > way.json
