: > jump_config; : > jump2_config; echo '[{}, { "port": 1 }]' > way.json
