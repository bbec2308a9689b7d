import { parse, stringify } from "yaml";
import { addTag } from "../world/add-tag.ts";
import type { Changes } from "../world/in-clone.ts";
import type { MachineProduction } from "../production/machine-production.ts";
import type { Production } from "../production/production.ts";
import type { Launched, World } from "../world/world.ts";

/** What a launch that is refused may not have moved. */
export interface Trace {
  readonly version: string;
  readonly journal: string;
  /** What the sshd of the host says of who came; empty without one. */
  readonly visits: string;
}

export async function traceOf(production: Production): Promise<Trace> {
  const { sshd = null } = production as Partial<MachineProduction>;
  const [version, journal, visits] = await Promise.all([production.version(), production.journal(), sshd?.log() ?? ""]);
  return { version, journal, visits };
}

/** What a run says on its page. */
export function errorsOf({ jobs }: Pick<Launched, "jobs">): string[] {
  const all = jobs.flatMap(({ annotations }) => annotations);
  return all.filter(({ level }) => level === "error").map(({ message }) => message);
}

/** What is wrong with a refusal: it says why on the run, before a job has a key, and leaves no trace. Empty when nothing is. */
export async function refusalProblems(
  world: World<Production>,
  launched: Launched,
  says: RegExp,
  before: Trace,
): Promise<string[]> {
  const { conclusion, jobs } = launched;
  const after = await traceOf(world.production);
  const changed = (Object.keys(before) as (keyof Trace)[]).filter((key) => after[key] !== before[key]);
  // One that its environment did not let in has no steps.
  const withKeys = jobs.filter(({ environment, steps }) => environment !== undefined && steps.length > 0);
  const issues = await world.issues();
  return [
    ...(conclusion === "failure" ? [] : [`the run ended ${conclusion}`]),
    ...changed.map((what) => `${what} changed: it was ${before[what]}, it is ${after[what]}`),
    ...withKeys.map(({ name }) => `the job ${name} had the keys of an environment`),
    ...(errorsOf(launched).some((message) => says.test(message)) ? [] : [`the run does not say ${says}`]),
    ...issues.map(({ title }) => `there is a checklist: ${title}`),
  ];
}

/** A release that is on no branch, so that nobody has seen it, with a policy that suits whoever pushed it. */
export function addForeignTag({ origin }: Pick<Production, "origin">, tag: string, files: Changes = {}): Promise<void> {
  const approval = { environment: "nobody", unprotected: { by: "@anna", because: "agreed by phone" } };
  return addTag({
    origin,
    from: "v1.1.0",
    tag,
    outside: true,
    files: {
      ".github/golive.yml": (text) => stringify({ ...parse(text), approval }),
      VERSION: () => `${tag}\n`,
      ...files,
    },
  });
}
