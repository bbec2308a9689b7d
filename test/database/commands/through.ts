import { join } from "node:path";
import { stringify, parse } from "yaml";
import { problemsFrom, UserError } from "../../../src/core/errors.ts";
import type { Done } from "../../../src/core/step.ts";
import { localHost } from "../../../src/hosts/local.ts";
import type { CommandsPlan } from "../../../src/plan/engine/engine.ts";
import { loadPlan } from "../../../src/plan/load.ts";
import type { Plan } from "../../../src/plan/schema/schema.ts";
import { Measured } from "../../../src/stages/day-before/measured.ts";
import { engineOf } from "../../../src/stages/engine/registry.ts";
import type { Launch } from "../../../src/stages/launch/context.ts";
import type { Step, StepOrSteps } from "../../../src/stages/launch/run-steps.ts";
import { samplePlanText } from "../../plan/sample-plan.ts";
import { launchFor } from "../../stages/launch-for.ts";

/** Keys of a plan by commands that a case has otherwise. */
export interface EngineKeys {
  readonly leaves?: readonly string[];
  readonly atLeast?: number;
  /** Seconds, of every command. */
  readonly timeout?: number;
  readonly stateless?: boolean;
}

/** A plan whose commands are the programs of a folder; each is told the database, and the backup's folder. */
export function planBy(folder: string, database: string, keys: EngineKeys = {}): Plan {
  const timeout = `${keys.timeout ?? 60}s`;
  const about = (program: string) => ({ run: [join(folder, program), database, "{directory}"], timeout });
  const asks = (program: string) => ({ run: [join(folder, program), database], timeout });
  return planWith({
    engine: "commands",
    host: "app-1",
    name: "A text file",
    directory: join(folder, "backups"),
    "back-up": { ...about("back-up"), leaves: keys.leaves ?? ["database.txt"], "at-least": keys.atLeast ?? 1 },
    prove: about("prove"),
    restore: about("restore"),
    size: asks("size"),
    ...(keys.stateless ? {} : { state: asks("state") }),
    "least-free": 1,
  });
}

/** The sample plan on another database. */
export function planWith(database: object): Plan {
  const sample = parse(samplePlanText) as Record<string, unknown>;
  return loadPlan(stringify({ ...sample, database }), "plan.yml");
}

export function launchOn(plan: Plan): Launch {
  return launchFor({ plan, hosts: [localHost("app-1"), localHost("app-2")] }).launch;
}

/** The codes told by day, and by the steps of the window, of the same commands. */
export async function codesBy(plan: Plan): Promise<{ readonly day: string[]; readonly night: string[] }> {
  const day = launchOn(plan);
  const found = await engineOf(plan).findings(plan, day, "v1-7");
  const problems = found.flatMap((finding) => finding.problems);
  // With a problem the launch is refused before the day goes on.
  const tried =
    problems.length > 0 ? [] : await problemsFrom(() => through(day, engineOf(plan).byDay(plan, new Measured())));
  const night = launchOn(plan);
  const failed = await problemsFrom(() => through(night, engineOf(plan).backup(night)));
  const codes = (all: readonly { readonly code: string }[]) => all.map(({ code }) => code);
  return { day: codes([...problems, ...tried]), night: codes(failed) };
}

/** The steps, each on record. Returns what they told, by id. */
export async function through(launch: Launch, steps: readonly StepOrSteps[]): Promise<void> {
  for (const step of steps.flat()) await doneBy(launch, step as Step);
}

export async function doneBy(launch: Launch, step: Step): Promise<Done> {
  const before = launch.state().steps.get(step.id)?.status;
  if ((before === "done" || before === "skipped") && ((await step.holds?.(launch)) ?? true)) return {};
  await launch.record({ kind: "step", step: step.id, status: "started" });
  try {
    const done = await step.run(launch);
    const { note, facts } = done;
    await launch.record({
      kind: "step",
      step: step.id,
      status: done.skipped ? "skipped" : "done",
      ...(note === undefined ? {} : { note }),
      ...(facts === undefined ? {} : { facts }),
    });
    return done;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await launch.record({ kind: "step", step: step.id, status: "failed", note: error.message });
    throw error;
  }
}

export function commandsIn(plan: Plan): CommandsPlan {
  if (plan.database.engine !== "commands") throw new Error("the plan has no commands");
  return plan.database;
}
