# What runs by itself on this machine, a line each, its fields parted by tabs. Commands stay here: a line says only what
# kind of thing one does. $1 since when (seconds since 1970), $2 `own` for no more than the crontab of who asks.
# shellcheck disable=SC2094,SC2009 # nothing is written; pgrep -x knows no patterns everywhere
export LC_ALL=C
tab=$(printf '\t')
restarts='(systemctl|service|supervisorctl|invoke-rc\.d|docker|pm2)[^|;&#]* (restart|stop|start|try-restart)'
booted=; [ ! -d /run/systemd/system ] || booted=yes

# The kinds of $1, a command, and of the scripts that it names.
kinds_of() {
  text=$1
  set -f
  for w in $1; do
    w=${w#path=}; w=${w#-}; w=${w#[\"\'(]}; w=${w%[\"\');]}
    case $w in /*) ;; *) continue ;; esac
    [ -f "$w" ] && [ -r "$w" ] && [ "$(wc -c < "$w")" -lt 65536 ] && grep -Iq . "$w" && text="$text
$(cat -- "$w")"
  done
  set +f
  kinds_in "$text"
}
kinds_in() {
  has() { printf '%s\n' "$text" | grep -Ev '^[[:space:]]*#' | grep -Eq -e "$1"; }
  text=$1; k=
  ! has '(pg_dump|pg_dumpall|pg_basebackup|pgbackrest|barman|wal-g|wal-e|autopostgresqlbackup|pg_back)([^a-z]|$)' || k="$k dump"
  ! has '(mysqldump|mariadb-dump|mariabackup|xtrabackup|mydumper|mongodump|automysqlbackup)([^a-z]|$)' || k="$k dump"
  ! has '(^|[^a-z])(restic|borg|borgmatic|duplicity|rsnapshot|backupninja|bacula|bareos|kopia|rdiff-backup)([^a-z]|$)' || k="$k backup"
  ! has '(certbot|acme\.sh|dehydrated|[/ ]lego|getssl|uacme)([^a-z]|$)' || k="$k renew"
  ! has '(unattended-upgrade|apt\.systemd\.daily|dnf-automatic|yum-cron)' || k="$k upgrade"
  ! has '(apt(-get)? [a-z -]*upgrade|(dnf|yum|zypper) [a-z -]*(upgrade|update))' || k="$k upgrade"
  ! has '(vacuumdb|reindexdb|pg_repack|VACUUM|REINDEX)' || k="$k vacuum"
  ! has "$restarts|reboot|shutdown" || k="$k restart"
  ! has '(^|[^a-z])anacron([^a-z]|$)' || k="$k anacron"
  ! has 'logrotate' || k="$k rotate"
  # Debian's way to leave a job to the timer that goes with it.
  [ -z "$booted" ] || ! printf '%s\n' "$text" | tr '\n' ' ' |
    grep -Eq -e '! +-d +/run/systemd/system|-d +/run/systemd/system *\]* *(;|&&)? *(then)? *exit 0' || k="$k idle"
  printf '%s' "${k# }"
}

# A crontab on standard input. $1 what it is, $2 its name, $3 `named` where each line names a user.
table() {
  n=0; zone=
  while IFS= read -r l || [ -n "$l" ]; do
    n=$((n + 1))
    l=${l#"${l%%[! "$tab"]*}"}
    case $l in '' | '#'*) continue ;; esac
    name=${l%%=*}; name=${name%"${name##*[! "$tab"]}"}
    case $l in
      [A-Za-z_]*=*) case $name in *[!A-Za-z0-9_]*) ;; *)
        [ "$name" != CRON_TZ ] || { zone=${l#*=}; zone=$(printf %s "$zone" | tr -cd 'A-Za-z0-9_/+-'); }
        continue ;;
      esac ;;
    esac
    job "$1" "$2" "$3"
  done
}
job() {
  case $l in
    @*) IFS=" $tab" read -r at rest <<END
$l
END
      ;;
    *) IFS=" $tab" read -r m h d mo w rest <<END
$l
END
      at="$m $h $d $mo $w" ;;
  esac
  who=$2
  if [ "$3" = named ]; then
    who=${rest%%[ "$tab"]*}; rest=${rest#"$who"}
  fi
  dir=
  case $rest in *run-parts*)
    dir=$(printf '%s\n' "$rest" | sed -n 's/.*run-parts *\(--[a-z=]* *\)*\(\/[A-Za-z0-9_./-]*\).*/\2/p') ;;
  esac
  case $rest in *"test -x /usr/sbin/anacron"*) [ ! -x /usr/sbin/anacron ] || return 0; rest=run-parts ;; esac
  printf 'line'
  printf '\t%s' "$1" "$2" "$n" "$at" "$who" "$(id -u -- "$who" 2>/dev/null)" "$(kinds_of "$rest")" "$dir" "$zone"
  echo
}

own=$(id -un)
if command -v crontab >/dev/null 2>&1; then crontab -l 2>/dev/null </dev/null | table user "$own" own; fi
[ "$2" != own ] || exit 0

zone=$(readlink -f /etc/localtime); zone=${zone#*/zoneinfo/}
printf 'zone\t%s\t%s\n' "$zone" "$(date -d "@$1" +%z 2>/dev/null || date +%z)"
cron=$(ps -e -o comm= 2>/dev/null | grep -E '^(cron|crond|fcron|busybox-crond)$' | head -n 1)
[ -z "$cron" ] || printf 'cron\t%s\n' "$(for c in crond cron; do "$c" -V; done 2>&1 </dev/null | grep -o cronie | head -n 1)"
[ ! -r /etc/crontab ] || table file /etc/crontab named < /etc/crontab
for f in /etc/cron.d/*; do
  [ -f "$f" ] && [ -r "$f" ] && table file "$f" named < "$f"
done
for d in /etc/cron.hourly /etc/cron.daily /etc/cron.weekly /etc/cron.monthly; do
  for f in "$d"/*; do
    [ -f "$f" ] && [ -x "$f" ] && printf 'part\t%s\t%s\t%s\n' "$d" "${f##*/}" "$(kinds_of "$f")"
  done
done
for d in /var/spool/cron/crontabs /var/spool/cron; do
  [ -d "$d" ] || continue
  if [ -r "$d" ] && [ "$(id -u)" = 0 ]; then
    for f in "$d"/*; do
      [ ! -f "$f" ] || [ "${f##*/}" = "$own" ] || crontab -u "${f##*/}" -l 2>/dev/null </dev/null | table user "${f##*/}" own
    done
  else printf 'unread\t%s\n' "$d"; fi
  break
done
if [ -r /etc/logrotate.conf ]; then
  for f in /etc/logrotate.conf /etc/logrotate.d/*; do
    [ -r "$f" ] && grep -Eq -e "$restarts" "$f" && printf 'rotated\t%s\n' "$f"
  done
fi
if command -v apt-config >/dev/null 2>&1; then
  a=; eval "$(apt-config shell a APT::Periodic::Unattended-Upgrade 2>/dev/null)"
  printf 'unattended\t%s\n' "$(if [ "${a:-0}" != 0 ] && command -v unattended-upgrade >/dev/null 2>&1; then echo yes; else echo no; fi)"
fi
[ -n "$booted" ] || exit 0
shown=Id,Unit,ActiveState,RandomizedDelayUSec,TimersCalendar,TimersMonotonic,NextElapseUSecMonotonic
timers=$(systemctl show --no-pager --property=$shown '*.timer' 2>/dev/null) || { echo 'timers-unread'; exit 0; }
printf '%s\n' "$timers" | sed 's/^/timer	/'
# What is spread over a while may have elapsed before.
printf '%s\n' "$timers" | awk 'function out(i) { for (i = 1; i <= n; i++) print d "\t" c[i]; n = 0; d = "0" }
  BEGIN { d = "0" }
  /^RandomizedDelayUSec=/ { d = substr($0, 21) }
  /^TimersCalendar=/ { x = $0; sub(/^TimersCalendar=[{] OnCalendar=/, "", x); sub(/ ; next_elapse=.*/, "", x); c[++n] = x }
  /^$/ { out() }
  END { out() }' | sort -u | while IFS="$tab" read -r d c; do
  s=$(systemd-analyze timespan -- "$d" 2>/dev/null | sed -n 's/.*s: *\([0-9]*\)000000$/\1/p')
  printf 'calendar\t%s\t%s\t%s\t%s\n' "$d" "$c" "${s:-0}" \
    "$(systemd-analyze calendar --base-time="@$(($1 - ${s:-0} - 1))" --iterations=1 -- "$c" 2>/dev/null |
      sed -n 's/^ *(in UTC): *//p; s/^ *Next elapse: *\(.* UTC\)$/\1/p' | tail -n 1)"
done
printf 'up\t%s\t%s\n' "$(cut -d. -f1 /proc/uptime)" "$(date +%s)"
for u in $(printf '%s\n' "$timers" | sed -n 's/^Unit=//p' | sort -u); do
  printf 'unit\t%s\t%s\n' "$u" "$(kinds_of "$(systemctl show --property=ExecStart --value --no-pager -- "$u" 2>/dev/null)")"
done
