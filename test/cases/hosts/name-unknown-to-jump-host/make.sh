: > jump_config; echo '{ "address": "db.invalid" }' > plan.json
