# Exits 3 where cron is cronie, which reads what others pass over.
for c in crond cron; do "$c" -V; done 2>&1 </dev/null | grep -q cronie && exit 3
exit 0
