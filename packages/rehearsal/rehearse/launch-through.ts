import type { LaunchOptions, Launched } from "../launch-options.ts";
import type { World } from "../world/world.ts";
import type { Trouble } from "./stubborn.ts";

export interface LaunchedThrough {
  readonly launched: Launched;
  /** What did not fail as it had to. */
  readonly wrong: readonly string[];
}

/** Launches, and runs the same run again after each trouble. */
export async function launchThrough(
  world: World,
  people: LaunchOptions,
  troubles: readonly Trouble[],
): Promise<LaunchedThrough> {
  const wrong: string[] = [];
  let first: Launched | null = null;
  const again = (): Partial<LaunchOptions> => (first === null ? {} : { rerunOf: first.runId });
  for (const trouble of troubles) {
    console.log(`\n⚡ ${trouble.what}${trouble.at === null ? "" : ` (${trouble.at})`}`);
    const run = await launchInto(world, { ...people, ...again() }, trouble);
    first ??= run;
    wrong.push(...(await problemsWith(world, run, trouble)));
    await trouble.heal(world.production);
  }
  console.log("\nNothing is wrong any more.");
  return { launched: await world.launch({ ...people, ...again() }), wrong };
}

/** The trouble strikes once: as its step begins, or before the run. */
async function launchInto(world: World, people: LaunchOptions, { asItBegins, strike }: Trouble): Promise<Launched> {
  let struck: Promise<void> | undefined;
  const hit = (): void => {
    struck ??= strike(world.production);
  };
  if (asItBegins === undefined) hit();
  await struck;
  const onLog = (line: string): void => {
    if (asItBegins !== undefined && line.startsWith(asItBegins) && line.endsWith("…")) hit();
  };
  const run = await world.launch({ ...people, onLog });
  await struck;
  return run;
}

async function problemsWith(world: World, run: Launched, { at, what }: Trouble): Promise<string[]> {
  const failed = (await world.journal()).findLast((entry) => entry.kind === "step" && entry.status === "failed");
  const failedAt = failed?.kind === "step" ? failed.step.split("@")[0] : "nothing";
  return [
    ...(run.conclusion === "failure" ? [] : [`${what}: the run ended ${run.conclusion}`]),
    ...(at === null || failedAt === at ? [] : [`${what}: ${failedAt} failed, not ${at}`]),
  ];
}
