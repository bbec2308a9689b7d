import { now } from "../clock.ts";
import { type Offers, rulesOffered } from "../people/plan.ts";
import type { TwinEnvironment, TwinOptions } from "../twin-interface.ts";

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly created: string;
  readonly rules: TwinEnvironment;
}

export interface Environments {
  all(): readonly Environment[];
  find(name: string): Environment | undefined;
  /** Like GitHub: an environment that a job names and nobody made comes into being unprotected. */
  findOrCreate(name: string): Environment;
  /** An admin changes its rules, or makes it, or (null) deletes it. */
  change(name: string, rules: TwinEnvironment | null): void;
}

export function environments(initial: TwinOptions["environments"], offers: Offers): Environments {
  const known: Environment[] = [];
  const add = (name: string, rules: TwinEnvironment): Environment => {
    const made = { id: 7_300_000_001 + known.length, name, created: now(), rules: rulesOffered(rules, offers) };
    known.push(made);
    return made;
  };
  for (const [name, rules] of Object.entries(initial)) add(name, rules);
  const find = (name: string) => known.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return {
    all: () => known,
    find,
    findOrCreate: (name) => find(name) ?? add(name, { reviewers: [] }),
    change(name, rules) {
      const at = known.findIndex((one) => one.name.toLowerCase() === name.toLowerCase());
      if (at >= 0) known.splice(at, 1);
      if (rules !== null) add(name, rules);
    },
  };
}
