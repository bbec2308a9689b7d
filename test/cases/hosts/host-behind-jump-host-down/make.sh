: > jump_config; echo '{ "port": 1 }' > plan.json
