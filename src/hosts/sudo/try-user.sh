# What stands first when a command is run as another user: see words.ts. $1 the user.
u=$1
[ "$(id -un)" != "$u" ] || exit 0
[ "$(id -u)" != 0 ] || exec runuser -u "$u" -- true
# shellcheck disable=SC2086 # it is two words
for first in 'timeout 5' 'env GOLIVE_LOOK=1'; do sudo -k -n -u "$u" -- $first true || exit 1; done
exec sudo -k -n -u "$u" -- sh -c :
