# On every machine, as root: the user that golive comes as.
set -eu
useradd --create-home --shell /bin/bash deploy
install -d -m 700 -o deploy -g deploy /home/deploy/.ssh
install -m 600 -o deploy -g deploy /root/deploy.pub /home/deploy/.ssh/authorized_keys
if [ -e /etc/sudoers.d/golive ]; then visudo --quiet --check; fi
