# How long the units themselves may take to start and to stop, as systemd writes it. The arguments are units.
LC_ALL=C systemctl show --property=TimeoutStartUSec,TimeoutStopUSec --value -- "$@"
