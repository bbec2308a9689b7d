import type { z } from "zod";
import type { planSchema } from "../schema/schema.ts";

/**
 * Whose word a key of the plan is. `policy`: that of the default branch, as it is when a launch starts; it says who may
 * do what, and where. `release`: that of the tag, which brings its own steps and checks. `owners`: the scenarios and
 * the steps that people do are the release's, and who may tick one that the default branch knows is policy.
 */
export type KeyClass = "policy" | "release" | "owners";

type KeyOf<T> = T extends unknown ? keyof T & string : never;
type At<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Classes<T> = { readonly [K in KeyOf<T>]: KeyClass | Inside<NonNullable<At<T, K>>> };
type Inside<T> = T extends readonly unknown[] ? never : T extends object ? Classes<T> : never;

/** Every key, and none beside: a key that is added to the schema does not compile until somebody has said whose it is. */
export const keyClasses = {
  version: "release",
  service: "policy",
  locale: "policy",
  timezone: "policy",
  window: "policy",
  approval: "policy",
  hosts: "policy",
  roles: "policy",
  people: "policy",
  control: "policy",
  site: "policy",
  "load-balancer": "policy",
  silence: "policy",
  annotation: "policy",
  database: "policy",
  files: "policy",
  "keep-for": "policy",
  services: {
    manager: "policy",
    hosts: "policy",
    units: "release",
    sudo: "policy",
    user: "policy",
    config: "policy",
    "stop-timeout": "policy",
    hold: "policy",
    pause: "policy",
  },
  health: {
    url: "release",
    "request-headers": "release",
    "as-site": "release",
    hosts: "policy",
    within: "release",
    version: "release",
  },
  prepare: {
    staging: "policy",
    access: "policy",
    keys: "policy",
    checks: "release",
    "newest-backup": "policy",
    "test-restore": "policy",
    trial: "release",
    tell: "policy",
  },
  deploy: {
    preset: "release",
    strategy: "policy",
    hosts: "policy",
    batch: "policy",
    directory: "policy",
    keep: "release",
    "keep-releases": "policy",
    shared: "release",
    remote: "policy",
    "migrate-on": "policy",
    "env-file": "policy",
    "run-as": "policy",
    steps: "release",
    python: "release",
    venv: "release",
    "system-site-packages": "release",
    requirements: "release",
    manage: "release",
    "collect-static": "release",
    "other-databases": "release",
    migrate: "release",
    "database-setting": "release",
    npm: "release",
    build: "release",
    built: "release",
    file: "release",
    manager: "release",
    "manager-program": "release",
    env: "release",
    install: "release",
    installed: "release",
    check: "release",
    version: "release",
  },
  rollback: "release",
  dns: "policy",
  certificates: "policy",
  verify: { checks: "release", scenarios: "owners", people: "policy", ask: "policy" },
  manual: "owners",
  watch: "policy",
  notices: "policy",
} as const satisfies Classes<z.output<typeof planSchema>>;

export type ClassTable = { readonly [key: string]: KeyClass | ClassTable };

/** The class of a place in the plan; null for what the plan does not know. */
export function classAt(path: readonly PropertyKey[]): KeyClass | null {
  let found: KeyClass | ClassTable | undefined = keyClasses;
  for (const key of path) {
    if (typeof found !== "object") break;
    found = found[String(key)];
  }
  return typeof found === "string" ? found : null;
}
