# jobs.sh stands before it. Lines that are there stay there, as comments.
# shellcheck disable=SC2016,SC2034 # how is theirs
how='job() { $0 = ENVIRON["mark"] $0 } { print }'
rewritten "$@"
