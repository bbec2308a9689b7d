import type { Access } from "./schema.ts";

const programs: Readonly<Record<Access["kind"], readonly string[]>> = {
  http: ["curl"],
  smtp: ["curl"],
  s3: ["curl"],
  telegram: ["curl"],
  github: ["curl"],
  postgres: ["psql"],
  ssh: ["ssh"],
  command: [],
};

/** What must be installed on the host that asks. */
export function programsFor(probes: readonly Pick<Access, "kind">[]): string[] {
  return [...new Set(probes.flatMap(({ kind }) => programs[kind]))].toSorted();
}
