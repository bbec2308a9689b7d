# What a unit has of settings, and what commands get; no value is printed. load-settings.sh stands before it.
# $1 the settings files, or nothing; then the units.
# shellcheck disable=SC2034 # for load-settings.sh
golive_url='' golive_database='' golive_server=''
golive_files=$1; shift
# In a shell of its own, as a program would be begun: what is not there as it stands in the files.
[ -z "$golive_files" ] || (
  golive_load "$golive_files" 2>/dev/null
  settings_of "$golive_files" | {
    export LC_ALL=C
    exec awk '
      /^=/ {
        at = index(substr($0, 2), "=")
        name = substr($0, 2, at - 1)
        value[name] = substr($0, at + 2)
        next
      }
      /^\+/ { if (name != "") value[name] = value[name] "\n" substr($0, 2); next }
      { name = "" }
      END {
        for (name in value) {
          print "name " name
          if (name != "LC_ALL" && (ENVIRON[name] "") != (value[name] "")) print "kept " name
        }
      }'
  }
)
command -v systemctl >/dev/null || exit 0
properties=Environment,PassEnvironment,UnsetEnvironment,EnvironmentFiles
for unit; do
  echo "unit $unit"
  systemctl show -p "$properties" -- "$unit" 2>/dev/null | awk '
    # Words as systemctl prints them: in quotes where they need it, with escapes in there.
    function each(kind, text,   i, c, quoted, word) {
      for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "\\") word = word c substr(text, ++i, 1)
        else if (c == "\"") quoted = !quoted
        else if (c == " " && !quoted) { said(kind, word); word = "" }
        else word = word c
      }
      said(kind, word)
    }
    function said(kind, word,   at) {
      at = index(word, "=")
      # NAME=value takes away that value alone.
      if (word == "" || (kind == "unset" && at > 0)) return
      print kind " " (at == 0 ? word : substr(word, 1, at - 1))
    }
    { at = index($0, "="); key = substr($0, 1, at - 1); text = substr($0, at + 1) }
    key == "Environment" { each("has", text) }
    key == "PassEnvironment" { each("passes", text) }
    key == "UnsetEnvironment" { each("unset", text) }
    key == "EnvironmentFiles" && text != "" {
      optional = text ~ / \(ignore_errors=yes\)$/
      sub(/ \(ignore_errors=[a-z]*\)$/, "", text)
      print (optional ? "may " : "reads ") text
    }' | while IFS= read -r line; do
      path=${line#may }
      # One that need not be there and is not.
      if [ "$path" != "$line" ]; then
        [ -e "$path" ] || [ ! -x "${path%/*}/" ] || continue
        line="reads $path"
      fi
      printf '%s\n' "$line"
    done
done
