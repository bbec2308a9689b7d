# The rows and all that is not made yet, $3 at the same time.
# restore-tools.sh stands before it.
# shellcheck disable=SC2154
if hasExtensions; then
  inParts && into --use-list="$l/others" --jobs="$3"
else
  into --jobs="$3"
fi
