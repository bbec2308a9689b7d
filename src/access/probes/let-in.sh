# The plan alone says where and how: no configuration of the host, no agent, no other key takes part. The server's keys
# come by standard input.
exec 2>/dev/null
LC_ALL=C; export LC_ALL
address=$1 port=$2 user=$3 identity=$4 seconds=$5 whole=$6
command -v ssh >/dev/null || { echo 'problem ssh'; exit 0; }
[ -f "$identity" ] && [ -r "$identity" ] || { echo 'problem identity'; exit 0; }
d=$(mktemp -d) || { echo 'problem folder'; exit 0; }
trap 'rm -rf -- "$d"' EXIT
trap 'exit 143' HUP INT TERM
cat > "$d/known_hosts" || { echo 'problem folder'; exit 0; }
said=$(timeout -k 2 "$seconds" ssh -F /dev/null -T -p "$port" -l "$user" \
  -o BatchMode=yes -o StrictHostKeyChecking=yes -o UpdateHostKeys=no \
  -o "UserKnownHostsFile=$d/known_hosts" -o GlobalKnownHostsFile=/dev/null \
  -o PreferredAuthentications=publickey -o IdentitiesOnly=yes -o IdentityAgent=none -o "IdentityFile=$identity" \
  -o ControlPath=none -o ForwardAgent=no -o "ConnectTimeout=$whole" \
  -- "$address" true 2>&1 >/dev/null </dev/null)
printf 'ended %s\n%s\n' "$?" "$said"
