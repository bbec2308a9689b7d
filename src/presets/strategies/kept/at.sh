# What follows it runs in the checkout. A store holds what was kept under r (inside the checkout) and a (absolute),
# each at its own path; done: it is whole; failed: what the release had made under these names.
# at PATTERN: sets p to the pattern as the shell shall read it, and h to its half of the store.
# shellcheck disable=SC2034 # for those that follow
at() { case $1 in /*) p=$1; h=a ;; *) p=./$1; h=r ;; esac; }
