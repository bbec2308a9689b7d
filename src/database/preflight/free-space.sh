# $1 the folder, $2 whether its nearest parent counts for it.
p=$1
while [ -n "$2" ] && [ ! -d "$p" ]; do p=$(dirname -- "$p"); done
[ -d "$p" ] || exit 0
LC_ALL=C df --output=avail,target -B1 -- "$p" | tail -n1
PATH="$PATH:/usr/sbin:/sbin"
case $(df --output=fstype -- "$p" | tail -n1) in
  btrfs) echo shares ;;
  xfs) ! xfs_info "$(df --output=target -- "$p" | tail -n1)" 2>/dev/null | grep -q 'reflink=1' || echo shares ;;
esac
