# jobs.sh stands before it. Exits 0 when a job works, 3 when all that there are are paused, 1 when there is none.
# shellcheck disable=SC2154
t=$(listed "$@") || exit 1
printf '%s\n' "$t" | awk "$job"' job() { works = 1 } paused() { rests = 1 } END { exit works ? 0 : rests ? 3 : 1 }'
