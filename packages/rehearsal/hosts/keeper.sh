# Boots machines of the production and holds them. The first process of PID, mount and network namespaces of its own: when it
# dies, however it dies, the kernel takes machines, mounts and network with it.
#   keeper.sh PRODUCTION ID NETWORK NAME...    (on descriptor 3: the network namespace that shall reach the machines)
# PRODUCTION holds seed/NAME, copied over the machine's root, and origin.git. Machines get NETWORK.11, .12, ...
set -eu
production=$1 id=$2 network=$3
shift 3

mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/netns /run/lock
# The one layout of control groups that a new server has, whatever this machine has.
mount -t cgroup2 none /sys/fs/cgroup
own=$(sed -n 's/^0:://p' /proc/self/cgroup)
group=/sys/fs/cgroup${own%/}/golive-production-$id
# What a production that was killed outright left: empty, and not of one that starts just now.
find "/sys/fs/cgroup${own%/}" -mindepth 1 -maxdepth 1 -type d -name 'golive-production-*' -mmin +10 | while read -r old; do
  ! grep -q '^populated 0' "$old/cgroup.events" || find "$old" -depth -type d -exec rmdir {} +
done
mkdir "$group"

# A hub that the machines and the caller are plugged into. The caller's end disappears with ours.
ip link set lo up
ip link add name hub type bridge
ip link set dev hub up
ip link add name caller type veth peer name "golive-$id"
ip link set dev "golive-$id" netns /proc/self/fd/3
ip link set dev caller master hub up
nsenter --net=/proc/self/fd/3 ip address add "$network.1/24" dev "golive-$id"
nsenter --net=/proc/self/fd/3 ip link set "golive-$id" up
exec 3<&-

# In memory: nothing is left on the disk, and no fsync is waited for.
machines=$production/machines
mkdir "$machines"
mount -t tmpfs -o mode=755 tmpfs "$machines"
mkdir "$machines/lower"
mount --bind / "$machines/lower"
mount -o remount,bind,ro "$machines/lower"

# The overlay's mark for "not there": nothing is copied or walked through.
hide() {
  [ -e "$machines/lower/$2" ] || [ -L "$machines/lower/$2" ] || return 0
  mkdir -p "$machines/$1/upper/$(dirname "$2")"
  mknod "$machines/$1/upper/$2" c 0 0
}

number=10
for name; do
  number=$((number + 1))
  root=$machines/$name/root
  mkdir -p "$machines/$name/upper" "$machines/$name/work" "$root"
  # Programs and settings of the distribution are shared, what else lies on this machine is nobody's business.
  for path in /* /.[!.]*; do
    case $path in /bin | /sbin | /lib* | /usr | /etc | /var) ;; *) hide "$name" "${path#/}" ;; esac
  done
  for path in etc/systemd/system etc/postgresql etc/sudoers.d etc/nginx/sites-enabled etc/environment etc/gitconfig etc/resolv.conf \
    var/lib/postgresql var/lib/docker var/lib/containers var/lib/private \
    var/log var/tmp var/backups var/spool; do hide "$name" "$path"; done
  for path in /etc/rc?.d /etc/ssh/ssh_host_* /etc/ssh/*_config.d /etc/cron.*; do hide "$name" "${path#/}"; done
  mount -t overlay overlay -o "lowerdir=$machines/lower,upperdir=$machines/$name/upper,workdir=$machines/$name/work" "$root"
  for path in dev proc sys run home srv mnt opt etc/systemd/system etc/postgresql etc/sudoers.d etc/nginx/sites-enabled \
    var/log var/backups var/spool; do mkdir -p "$root/$path"; done
  mkdir -m 1777 "$root/tmp" "$root/var/tmp"
  mkdir -m 700 "$root/root"
  : > "$root/etc/machine-id"
  : > "$root/etc/resolv.conf"
  cp -a "$production/seed/$name/." "$root/"

  ip netns add "$name"
  ip link add name "$name" type veth peer name eth0 netns "$name"
  ip link set dev "$name" master hub up
  ip -n "$name" link set lo up
  ip -n "$name" address add "$network.$number/24" dev eth0
  ip -n "$name" link set eth0 up

  mkdir "$group/$name"
  # A machine that went down boots again, unless it is to stay off (see machines.ts).
  (
    while :; do
      (
        echo 0 > "$group/$name/cgroup.procs"
        exec systemd-nspawn --quiet --register=no --keep-unit --settings=no --machine="$name" --directory="$root" --boot --console=pipe \
          --network-namespace-path="/run/netns/$name" --resolv-conf=off --timezone=off --link-journal=no \
          --bind-ro="$production/origin.git:/srv/git/psychology-api.git" < /dev/null >> "$production/$name.log" 2>&1
      ) || true
      while [ -e "$production/$name.off" ]; do sleep 0.1; done
      # What ended hard leaves its groups behind, and a new one would not go into them.
      find "$group/$name" -mindepth 1 -depth -type d -exec rmdir {} + 2> /dev/null || true
      sleep 0.2
    done
  ) &
done
wait
