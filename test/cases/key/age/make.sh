{ echo '# created: 2026-01-01'; printf 'AGE-SECRET-KEY-1%s\n' "$(openssl rand -hex 29 | tr a-f A-F)"; } > secret
