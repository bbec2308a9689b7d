# $1 the folder of the dump.
cd -- "$1" &&
  find dump globals.sql database.sql extensions.sql schema.sql source.txt -type f -print0 2>/dev/null |
  sort -z | xargs -0 -r sha256sum -b --
