# $1 major version, $2 network
set -eu
pg_createcluster --locale C.UTF-8 --encoding UTF8 "$1" main -- --no-sync > /dev/null
cat >> "/etc/postgresql/$1/main/postgresql.conf" <<END
listen_addresses = '*'
shared_buffers = 32MB
fsync = off
END
cat >> "/etc/postgresql/$1/main/pg_hba.conf" <<END
host all psychology $2.0/24 scram-sha-256
host all observer $2.1/32 scram-sha-256
END
install -d -o postgres -g postgres -m 700 /var/backups/golive /var/backups/psychology
install -d -o deploy -g deploy /var/lib/golive
systemctl daemon-reload
systemctl enable --quiet --now postgresql "postgresql@$1-main"
runuser -u postgres -- psql -X -q -v ON_ERROR_STOP=1 < /root/roles.sql
rm /root/roles.sql
