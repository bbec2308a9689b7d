# Once the database is there. $1 clients to make up: only on the host that migrates; 0 elsewhere
set -eu
cd /srv/psychology-api
set -a
. /etc/psychology-api.env
set +a
manage() { runuser -u deploy -- .venv/bin/python manage.py "$@"; }
if [ "$1" != 0 ]; then
  manage migrate --noinput --verbosity 0
  manage seed --clients "$1" > /dev/null
fi
manage collectstatic --noinput --verbosity 0
systemctl enable --quiet --now psychology-api
