// Which secrets a job gets: those of the repository or the caller, and those of its environment.

import type { Flow } from "./flow.ts";

export type Secrets = Readonly<Record<string, string>>;

/** Names are not case-sensitive; GitHub keeps them in upper case. */
export function namedSecrets(secrets: Secrets): Secrets {
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name.toUpperCase(), value]));
}

/** Asked only once the environment's rules have let the job through. */
export function jobSecrets(flow: Flow, environment: string | undefined): Secrets {
  const ofEnvironment = Object.entries(secretsOf(flow.run.environmentSecrets ?? {}, environment));
  const seen = flow.onlyNamedSecrets ? ofEnvironment.filter(([name]) => name in flow.secrets) : ofEnvironment;
  return { ...flow.secrets, ...Object.fromEntries(seen) };
}

function secretsOf(all: Readonly<Record<string, Secrets>>, environment: string | undefined): Secrets {
  const wanted = environment?.toLowerCase();
  const found = Object.entries(all).find(([name]) => name.toLowerCase() === wanted);
  return namedSecrets(found?.[1] ?? {});
}
