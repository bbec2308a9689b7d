# Names are bytes: any but NUL may stand in one, so every list is of records that end in NUL, and the tools that read
# it are told so. A record is TYPE, SIZE, TIME, MODE, OWNER, GROUP and then PATH, with tabs between; that of a link
# ends in "//" and where it leads, which no path holds. Sockets, pipes and devices are nobody's upload.
set -u; LC_ALL=C; export LC_ALL; umask 077
list() {
  ( cd -- "$1" && find . -mindepth 1 -ignore_readdir_race -path ./lost+found -prune \
    -o -type d -printf 'd\t0\t%T@\t%m\t%U\t%G\t%P\0' \
    -o -type f -printf 'f\t%s\t%T@\t%m\t%U\t%G\t%P\0' \
    -o -type l -printf 'l\t0\t%T@\t777\t%U\t%G\t%P//%l\0' ) > "$2.unsorted" && sort -z -o "$2" -- "$2.unsorted"
}
files() { sed -zn '/^d/!p' -- "$1"; }
folders() { sed -zn '/^d/p' -- "$1"; }
paths() { cut -z -f7- | sed -z 's#//.*##; s#^#./#' | sort -z; }
count() { cut -z -f1,2 | tr '\0' '\n' | awk '$1 == "f" || $1 == "l" { n++; b += $2 } END { printf "%d %.0f\n", n, b }'; }
number() { tr -cd '\0' | wc -c; }
