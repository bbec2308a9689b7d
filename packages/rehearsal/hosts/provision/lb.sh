set -eu
install -d -o deploy -g deploy /var/lib/golive
install -d /var/log/nginx
systemctl enable --quiet --now nginx
