ssh-keygen -q -t ed25519 -N '' -f other
: > jump_config; echo "{ \"hostKey\": [\"$(cut -d' ' -f1,2 other.pub)\"] }" > plan.json
