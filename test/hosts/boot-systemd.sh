# Boots a real systemd for one script, and ends with it. The first process of PID, mount and network namespaces of its own.
#   boot-systemd.sh FOLDER ROOT    FOLDER holds script, and gets output and console; ROOT is whose systemd it is
set -eu
folder=$1 lower=$2
mount -t tmpfs -o mode=755 tmpfs /run
mkdir /run/lower /run/over
mount --bind "$lower" /run/lower
mount -o remount,bind,ro /run/lower
mount -t cgroup2 none /sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs /run/over
upper=/run/over/upper root=/run/over/root
mkdir -p "$upper" /run/over/work "$root"
hide() { [ ! -e "/run/lower/$1" ] || { mkdir -p "$upper/$(dirname "$1")" && mknod "$upper/$1" c 0 0; }; }
for path in /run/lower/*; do
  case ${path##*/} in bin | sbin | lib* | usr | etc | var) ;; *) hide "${path##*/}" ;; esac
done
for path in etc/systemd/system etc/environment var/log var/tmp; do hide "$path"; done
mount -t overlay overlay -o "lowerdir=/run/lower,upperdir=$upper,workdir=/run/over/work" "$root"
for path in dev proc sys run root tmp asked var/log var/tmp etc/systemd/system; do mkdir -p "$root/$path"; done
: > "$root/etc/machine-id"
cat > "$root/etc/systemd/system/asked.service" <<END
[Unit]
SuccessAction=exit
FailureAction=exit
[Service]
Type=oneshot
ExecStart=/bin/sh -c '. /asked/arguments; . /asked/script' sh
StandardOutput=truncate:/asked/output
StandardError=truncate:/asked/errors
END
own=$(sed -n 's/^0:://p' /proc/self/cgroup)
group=/sys/fs/cgroup${own%/}/golive-asked-$(basename "$folder")
mkdir "$group"
(
  echo 0 > "$group/cgroup.procs"
  exec systemd-nspawn --quiet --register=no --keep-unit --settings=no --machine=asked --directory="$root" --boot --console=pipe \
    --private-network --resolv-conf=off --timezone=off --link-journal=no --bind="$folder:/asked" \
    systemd.unit=asked.service < /dev/null > "$folder/console" 2>&1
) || true
find "$group" -depth -type d -exec rmdir {} + 2> /dev/null || true
