# The rows and all that is not made yet, $3 at the same time.
# restore-tools.sh stands before it.
# A worker for each of many small parts costs more than it saves: what is soon read goes in by one session.
# shellcheck disable=SC2154
jobs=$3
[ "$(du -sk -- "$dump" | cut -f1)" -ge 32768 ] || jobs=1
if hasExtensions; then
  inParts && into --use-list="$l/others" --jobs="$jobs"
else
  into --jobs="$jobs"
fi
