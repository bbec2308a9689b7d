# The code at its first release and its environment, as the user that deploys. $1 tag
set -eu
useradd --system --shell /usr/sbin/nologin psychology
chgrp deploy /etc/psychology-api.env
install -d -o deploy -g deploy /srv/psychology-api /var/lib/golive
cd /srv/psychology-api
runuser -u deploy -- sh -eu -c '
git clone --quiet /srv/git/psychology-api.git .
git -c advice.detachedHead=false checkout --quiet --detach "$1"
/usr/bin/python3 -m venv --system-site-packages .venv
.venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check -r requirements.txt
' sh "$1"
