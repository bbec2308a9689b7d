# See look-script.ts; read-settings.sh stands before it. $1 the file, then names that are looked at in any case.
# shellcheck disable=SC2154,SC2018,SC2019 # ASCII alone, by read-settings.sh's LC_ALL
unset p low own names name state looks salt d first
command -v sha256sum >/dev/null || { echo 'problem sha256sum'; exit 0; }
IFS= read -r salt
file=$1; shift
readable "$file" || { echo 'problem file'; exit 0; }
lower() { tr 'A-Z' 'a-z'; }
names=$(names)
for name in $names; do
  setting "$name" || continue
  looks=no
  own=$(printf '%s' "$name" | lower)
  case "_${own}_" in
    *_ttl_|*_length_|*_min_|*_max_|*_age_|*_timeout_|*_seconds_|*_minutes_|*_hours_|*_days_|*_expiry_|\
    *_expires_|*_expire_|*_lifetime_|*_count_|*_limit_|*_size_|*_algorithm_|*_alg_|*_type_|*_prefix_|\
    *_header_|*_name_|*_field_|*_file_|*_path_|*_dir_|*_enabled_|*_required_|*_validators_|*_hashers_|\
    _use_*|_enable_*|_require_*|_allow_*) ;;
    *key_*|*keys_*|*token_*|*tokens_*|*secret_*|*secrets_*|*password_*|*passwd_*|*dsn_*) looks=yes ;;
  esac
  p=$v
  case "$v" in
    *://*@*)
      d=${v#*://}; d=${d%%[/?#]*}
      case "$d" in
        *@*)
          d=${d%@*}
          case "$own" in *url*) looks=yes ;; esac
          case "$d" in *:*) p=${d#*:} ;; *) p=$d ;; esac ;;
      esac ;;
    *) case "$own" in *url) [ "$looks" = no ] || case "$v" in *://*) looks=no ;; esac ;; esac ;;
  esac
  for n in "$@"; do [ "$n" != "$name" ] || [ "$looks" = yes ] || looks=named; done
  [ "$looks" != no ] || continue
  low=$(printf '%s' "$p" | lower)
  state=good
  case "$low" in *[0-9!.]) [ "${#low}" -gt 16 ] || d=${low%"${low##*[!0-9!.]}"} ;; *) d=$low ;; esac
  [ "${#low}" -le 16 ] || d=$low
  case "$d" in
    changeme|change-me|change_me|'change me'|todo|tbd|fixme|replaceme|replace-me|replace_me|placeholder|dummy|example|\
    secret|password|passwd|passw0rd|test|testing|none|null|default|admin|"$own") state=placeholder ;;
  esac
  case "$low" in
    *changeme*|*change-me*|*change_me*|todo*|your-*|your_*|*example*|'<'*'>'|django-insecure-*|"$own") state=placeholder ;;
  esac
  # Of one letter only, as of xxxxxxxx or ****.
  first=${p%"${p#?}"}
  case "$first" in [A-Za-z0-9*.]) ;; *) first=x ;; esac
  [ -z "$p" ] || [ -n "$(printf '%s' "$p" | tr -d "$first")" ] || state=placeholder
  if [ "$state" = good ] && [ "$looks" = yes ] && [ "${#p}" -lt 8 ]; then state=short; fi
  # A key may be of several lines.
  [ "$(printf '%s' "$v" | tr -d '\001-\010\013-\037\177')" = "$v" ] || state=control
  [ -n "$p" ] || state=empty
  d=
  [ -z "$p" ] || d=$(printf '%s %s' "$salt" "$p" | sha256sum)
  printf 'setting %s %s %s\n' "$name" "$state" "${d%% *}"
done
echo looked
