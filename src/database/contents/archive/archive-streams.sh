# The bytes of each file of rows in the archive $1/dump, $2 files at the same time. In the list of an archive stands
# `3355; 0 16389 TABLE DATA public clients owner`; the rows are in `3355.dat.gz`. Small files are unpacked a hundred at a
# time, so that a thousand tables do not take a thousand programs.
# Names may be bytes of another encoding, which sed would not read on.
umask 077; LC_ALL=C; export LC_ALL
d="$1/dump" w="$1/unpacked"
rm -rf -- "$w"; mkdir -m 700 -- "$w" || exit
trap 'rm -rf -- "$w"' EXIT
pg_restore --list -- "$d" > "$w/list" || exit
sed -n 's/^\([0-9][0-9]*\); [0-9][0-9]* \([0-9][0-9]*\) TABLE DATA .*/table|\1|\2/p' "$w/list"
cd -- "$d" || exit
files() { find . -maxdepth 1 \( -name '[0-9]*.dat.gz' -o -name 'blob_[0-9]*.dat.gz' \) -size "$1" -print0; }
# What is left of a damaged file is no file of the same bytes.
# shellcheck disable=SC2016 # another shell's
files -65k | xargs -0 -r -n 100 -P "$2" sh -c '
  w=$(mktemp -d "$0/XXXXXX") && cp -- "$@" "$w" && cd "$w" || exit
  gzip -dq -- *.gz 2>/dev/null; rm -f -- *.gz
  set -- *; [ ! -e "$1" ] || sha256sum -b -- "$@" > ../"${w##*/}.sums"; rm -f -- *' "$w"
# shellcheck disable=SC2016
files +64k | xargs -0 -r -n 1 -P "$2" sh -c '
  s=$({ gzip -dcq -- "$1" || echo damaged; } | sha256sum -b) f=${1##*/}
  printf "%s\n" "${s%% *} *${f%.gz}" > "$0/$f.sums"' "$w"
find "$w" -name '*.sums' -exec cat -- {} + > "$w/all" || exit
sed -n 's/^\([0-9a-f]*\) .\([0-9]*\)\.dat$/file|\1|\2/p' "$w/all"
# Large objects that no list names are not restored.
cat -- blobs.toc blobs_*.toc 2>/dev/null | cut -d ' ' -f 1 | LC_ALL=C sort > "$w/named"
sed -n 's/^\([0-9a-f]*\) .blob_\([0-9]*\)\.dat$/\2 \1/p' "$w/all" | LC_ALL=C sort > "$w/objects"
if cut -d ' ' -f 1 "$w/objects" | cmp -s - "$w/named"; then s=$(sha256sum -b < "$w/objects"); printf 'objects|%s\n' "${s%% *}"
else echo 'objects|others'; fi
printf 'schema|\n'
pg_restore --schema-only --file=- -- "$d"
