set -eu
systemctl enable --quiet --now psychology-reminders.timer
