import { randomBytes } from "node:crypto";
import type { Problem } from "../../core/errors.ts";
import { inWords, msg, t } from "../../core/text/text.ts";
import { lookAtKeys, type Setting, type SettingsFile } from "./look.ts";

export interface KeyOptions {
  /** Settings that count as secrets whatever their name; production must have them. */
  readonly names?: readonly string[];
  /** Settings that may have the value of staging. */
  readonly shared: readonly string[];
}

/** What is wrong with a key by itself, by its state. */
const told: Readonly<Record<string, { readonly code: string; readonly what: string; readonly mend: string }>> = {
  empty: { code: "key-empty", what: msg`is empty`, mend: msg`put the key there` },
  placeholder: { code: "key-placeholder", what: msg`still holds a placeholder`, mend: msg`put the key there` },
  short: {
    code: "key-short",
    what: msg`is shorter than 8 characters, too short for a secret`,
    mend: msg`make a longer one; if it is none, give it a name that does not speak of one`,
  },
  control: {
    code: "key-control",
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
    lookAtKeys(production, names, salt),
    staging === null ? [] : lookAtKeys(staging, names, salt),
  ]);
  const unread = "problems" in there ? there.problems : [];
  if ("problems" in here) return [...here.problems, ...unread];
  const others = "problems" in there ? [] : there;
  const found = here.flatMap((one) => ownProblem(one) ?? (shared.includes(one.name) ? [] : sharedProblem(one, others)));
  return [
    ...unread,
    ...[...names.filter((name) => !here.some((one) => one.name === name)).map(missing), ...found].map((problem) => ({
      where: production.host.name,
      ...problem,
    })),
  ];
}

function missing(name: string): Problem {
  return {
    code: "key-missing",
    what: t`${name} is not in the settings file`,
    mend: t`add it there, or take it out of the plan's names`,
  };
}

function ownProblem({ name, state }: Setting): Problem[] | null {
  const bad = told[state];
  return bad === undefined ? null : [{ ...bad, what: `${name} ${inWords(bad.what)}`, mend: inWords(bad.mend) }];
}

/** The same value under the same name, or else under another. */
function sharedProblem({ name, digest }: Setting, there: readonly Setting[]): Problem[] {
  const alike = there.filter((other) => other.digest === digest);
  const same = alike.find((other) => other.name === name) ?? alike[0];
  if (same === undefined) return [];
  return [
    {
      code: "key-shared",
      what: t`${name} has the value that ${same.name === name ? "it" : same.name} has on staging`,
      mend: t`make a key of its own for production; if it has to be the same, name it under shared`,
    },
  ];
}
