import { randomBytes } from "node:crypto";
import { script } from "../core/command.ts";
import { type Problem, UserError } from "../core/errors.ts";
import { inWords, msg, t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { readSettings } from "../hosts/settings/settings.ts";

export interface SettingsFile {
  readonly host: Host;
  readonly file: string;
  /** The user who reads it. */
  readonly user: string | undefined;
}

export interface KeyOptions {
  /** Settings that count as secrets whatever their name; production must have them. */
  readonly names?: readonly string[];
  /** Settings that may have the value of staging. */
  readonly shared: readonly string[];
}

interface Setting {
  readonly name: string;
  /** `good`, or what is wrong with it. */
  readonly state: string;
  /** Salted; never shown. Empty when there is no value. */
  readonly digest: string;
}

/**
 * Names that speak of a secret, and among them those that only speak about one: how long, how old, where.
 * Of a URL what counts is what stands before the @; a digest is salted afresh in each call and comes in by stdin.
 */
const lookScript = `${readSettings}
unset p low own names name state looks salt d
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
  case "_\${own}_" in
    *_ttl_|*_length_|*_min_|*_max_|*_age_|*_timeout_|*_seconds_|*_minutes_|*_hours_|*_days_|*_expiry_|*_expires_|*_expire_|*_lifetime_|*_count_|*_limit_|*_size_|*_algorithm_|*_alg_|*_type_|*_prefix_|*_header_|*_name_|*_field_|*_file_|*_path_|*_dir_|*_enabled_|*_required_|*_validators_|*_hashers_|_use_*|_enable_*|_require_*|_allow_*) ;;
    *key_*|*keys_*|*token_*|*tokens_*|*secret_*|*secrets_*|*password_*|*passwd_*|*dsn_*) looks=yes ;;
  esac
  p=$v
  case "$v" in
    *://*@*)
      d=\${v#*://}; d=\${d%%[/?#]*}
      case "$d" in
        *@*)
          d=\${d%@*}
          case "$own" in *url*) looks=yes ;; esac
          case "$d" in *:*) p=\${d#*:} ;; *) p=$d ;; esac ;;
      esac ;;
    *) case "$own" in *url) [ "$looks" = no ] || case "$v" in *://*) looks=no ;; esac ;; esac ;;
  esac
  for n in "$@"; do [ "$n" != "$name" ] || [ "$looks" = yes ] || looks=named; done
  [ "$looks" != no ] || continue
  low=$(printf '%s' "$p" | lower)
  state=good
  case "$low" in *[0-9!.]) [ "\${#low}" -gt 16 ] || d=\${low%"\${low##*[!0-9!.]}"} ;; *) d=$low ;; esac
  [ "\${#low}" -le 16 ] || d=$low
  case "$d" in changeme|change-me|change_me|'change me'|todo|tbd|fixme|secret|password|passwd|passw0rd|test|testing|example|placeholder|replaceme|replace-me|replace_me|dummy|none|null|default|admin|"$own") state=placeholder ;; esac
  case "$low" in *changeme*|*change-me*|*change_me*|todo*|your-*|your_*|*example*|'<'*'>'|django-insecure-*|"$own") state=placeholder ;; esac
  [ -z "$p" ] || [ -n "$(printf '%s' "$p" | tr -d "$(first=\${p%"\${p#?}"}; case "$first" in [A-Za-z0-9*.]) printf '%s' "$first" ;; *) printf x ;; esac)")" ] || state=placeholder
  if [ "$state" = good ] && [ "$looks" = yes ] && [ "\${#p}" -lt 8 ]; then state=short; fi
  # A key may be of several lines.
  [ "$(printf '%s' "$v" | tr -d '\\001-\\010\\013-\\037\\177')" = "$v" ] || state=control
  [ -n "$p" ] || state=empty
  d=
  [ -z "$p" ] || d=$(printf '%s %s' "$salt" "$p" | sha256sum)
  printf 'setting %s %s %s\\n' "$name" "$state" "\${d%% *}"
done
echo looked
`;

const told: Readonly<Record<string, { readonly what: string; readonly mend: string }>> = {
  empty: { what: msg`is empty`, mend: msg`put the key there` },
  placeholder: { what: msg`still holds a placeholder`, mend: msg`put the key there` },
  short: {
    what: msg`is shorter than 8 characters, too short for a secret`,
    mend: msg`make a longer one; if it is none, give it a name that does not speak of one`,
  },
  control: {
    what: msg`holds a control character`,
    mend: msg`write it anew by hand`,
  },
};

/**
 * Looks at the secrets in production's settings, where they lie: no placeholder, and nothing that staging has as well.
 * Values never leave a host; of each only a salted digest does, and that only as far as this function.
 */
export async function keyProblems(
  production: SettingsFile,
  staging: SettingsFile | null,
  { names = [], shared }: KeyOptions,
): Promise<Problem[]> {
  const salt = randomBytes(32).toString("hex");
  const [here, there] = await Promise.all([
    look(production, names, salt),
    staging === null ? [] : look(staging, names, salt),
  ]);
  const problems: Problem[] = [];
  if ("problems" in there) problems.push(...there.problems);
  if ("problems" in here) return [...here.problems, ...problems];
  const where = production.host.name;
  for (const name of names) {
    if (!here.some((setting) => setting.name === name))
      problems.push({
        code: "key-missing",
        where,
        what: t`${name} is not in the settings file`,
        mend: t`add it there, or take it out of the plan's names`,
      });
  }
  for (const { name, state, digest } of here) {
    const bad = told[state];
    if (bad)
      problems.push({ code: `key-${state}`, where, what: `${name} ${inWords(bad.what)}`, mend: inWords(bad.mend) });
    if (bad || "problems" in there || shared.includes(name)) continue;
    const same =
      there.find((other) => other.name === name && other.digest === digest) ??
      there.find((other) => other.digest === digest);
    if (same)
      problems.push({
        code: "key-shared",
        where,
        what: t`${name} has the value that ${same.name === name ? "it" : same.name} has on staging`,
        mend: t`make a key of its own for production; if it has to be the same, name it under shared`,
      });
  }
  return problems;
}

async function look(
  { host, file, user }: SettingsFile,
  names: readonly string[],
  salt: string,
): Promise<readonly Setting[] | { readonly problems: readonly Problem[] }> {
  try {
    const finished = await host.attempt(
      script(lookScript, [file, ...names], {
        stdin: `${salt}\n`,
        timeoutSeconds: 120,
        label: t`look at the names and shapes of the settings in ${file}`,
        ...(user === undefined ? {} : { user }),
      }),
    );
    const problem = /^problem (\w+)$/m.exec(finished.stdout)?.[1];
    if (problem === "file")
      return unread(
        host,
        t`the settings in ${file} cannot be read`,
        t`let the user that deploys read it (chgrp and mode 0640), or correct the path`,
      );
    if (problem === "printf")
      return unread(
        host,
        t`the shell there would show the keys to others, so they were not looked at`,
        t`let sh be dash, bash or busybox`,
      );
    if (problem !== undefined)
      return unread(
        host,
        t`${problem} is not installed, so the settings in ${file} were not looked at`,
        t`install ${problem} (coreutils)`,
      );
    if (!/^looked$/m.test(finished.stdout))
      return unread(
        host,
        t`the settings in ${file} could not be looked at to the end`,
        t`may this user become the one who reads the file (sudo -n)?`,
      );
    return [...finished.stdout.matchAll(/^setting (\w+) (\w+) ([0-9a-f]*)$/gm)].map(
      ([, name = "", state = "", digest = ""]) => ({ name, state, digest }),
    );
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}

function unread(host: Host, what: string, mend: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ code: "key-unreadable", where: host.name, what, mend }] };
}
