# The first bytes say what it is, and those behind them once it is unpacked.
if [ -d "$1" ]; then echo 'directory|'; exit; fi
hex() { head -c "$1" | od -An -v -tx1 | tr -d ' \n'; }
p=
case "$(hex 6 < "$1")" in
  1f8b*) p=gzip ;; 28b52ffd*) p=zstd ;; fd377a585a00) p=xz ;; 425a68*) p=bzip2 ;; 04224d18*) p=lz4 ;;
esac
[ -z "$p" ] || command -v "$p" >/dev/null || { printf 'missing|%s\n' "$p"; exit; }
b=$(unpack "$p" < "$1" 2>/dev/null | hex 265)
k=unknown
case "$b" in
  '') k=empty ;;
  5047444d50*) k=archive ;;
  2d2d2d2d2d424547494e20*|6167652d656e6372797074696f6e*|53616c7465645f5f*) k=encrypted ;;
  85*|8c0d*|c1*|c3*) k=encrypted ;;
  2d2d*|0a2d2d*|0d0a2d2d*|efbbbf2d2d*) k=sql ;;
  *7573746172*) k=tar ;;
  fffe*|feff*) k=utf16 ;;
esac
printf '%s|%s\n' "$k" "$p"
