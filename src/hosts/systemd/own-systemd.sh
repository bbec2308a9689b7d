# What the others begin with where units are those of a user's own systemd. A session by sudo has no way to it set.
# shellcheck disable=SC2317 # for those that follow
systemctl() { command systemctl --user "$@"; }
# shellcheck disable=SC2317
busctl() { command busctl --user "$@"; }
XDG_RUNTIME_DIR=/run/user/$(id -u); export XDG_RUNTIME_DIR; unset DBUS_SESSION_BUS_ADDRESS
