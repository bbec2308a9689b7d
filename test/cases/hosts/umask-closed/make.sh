echo 'umask 077' > mounts
