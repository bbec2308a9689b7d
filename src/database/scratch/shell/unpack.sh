# `unpack KIND` as a filter; one that is not installed exits 127.
unpack() {
  case "$1" in
    gzip) gzip -dc ;; zstd) zstd -dcq ;; xz) xz -dc ;; bzip2) bzip2 -dc ;; lz4) lz4 -dcq ;; *) cat ;;
  esac
}
