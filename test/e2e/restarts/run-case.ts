import { setTimeout as sleep } from "node:timers/promises";
import { applications, layout } from "../../../packages/rehearsal/hosts/facts.ts";
import type { HostsProduction } from "../../../packages/rehearsal/hosts/hosts-production.ts";
import { locate } from "../../../packages/rehearsal/production/traffic/lost.ts";
import { startWorld, type World } from "../../../packages/rehearsal/world/world.ts";
import type { Entry } from "../../../src/journal/event.ts";
import { latestRelease, type LaunchState, stateOf } from "../../../src/journal/state.ts";
import { killActions } from "../kill-actions.ts";
import type { Case } from "./cases.ts";
import { closedTimes, noteStarts, startsOn } from "./starts.ts";

export interface Result {
  readonly first: string;
  /** How often the run was run again until the launch had ended. */
  readonly again: number;
  readonly outcome: string;
  readonly lost: number;
  readonly acknowledged: number;
  readonly seconds: number;
  /** What is not as it has to be; empty when all is well. */
  readonly wrong: readonly string[];
}

/** One launch, one restart, and the same run again until the launch has ended. */
export async function runCase({ host, how, at, tag, bare, runnerLost }: Case): Promise<Result> {
  const started = Date.now();
  const world = await startWorld({ production: "hosts", clients: 50 });
  const { production } = world;
  const wrong: string[] = [];
  try {
    await noteStarts(production);
    if (bare) await removeDropIns(production);
    const traffic = production.startTraffic({ writesPerSecond: 5, readsPerSecond: 2 });
    let back: Promise<unknown> | null = null;
    const restart = async () => {
      if (how === "reboot") return production.power(host, "reboot");
      await production.power(host, "off");
      await sleep(500);
      return production.power(host, "on");
    };
    const cancel = new AbortController();
    const strike = () => {
      if (back !== null) return;
      back = restart();
      if (!runnerLost) return;
      cancel.abort();
      killActions(production.directory);
    };
    const first = await world.launch({
      tag,
      signal: cancel.signal,
      onLog: (line) => {
        if (line.startsWith(at) && line.endsWith("…")) strike();
      },
    });
    if (back === null) wrong.push(`${at} was never reached`);
    await back;
    // What starts by itself at boot has started by now.
    await sleep(3000);
    let again = 0;
    let last = first;
    while ((await lastState(world)).ended === null && again < 3) {
      wrong.push(...(await whileClosed(world)));
      again++;
      last = await world.launch({ tag, rerunOf: first.runId });
    }
    await sleep(1500);
    const { acknowledged } = await traffic.stop();
    const state = await lastState(world);
    const outcome = state.ended?.outcome ?? "none";
    if (outcome !== "live" && outcome !== "rolled-back")
      wrong.push(`ended ${outcome}:\n${last.log.slice(-30).join("\n")}`);
    if (again > 1) wrong.push(`had to be run again ${again} times`);
    wrong.push(...(await endedAs(outcome, tag, world)));
    const entries = await world.journal();
    const told = /behind the page/.test((await world.issues())[0]?.body ?? "");
    if (told !== (bare === true))
      wrong.push(`the checklist ${told ? "says" : "does not say"} what a restart would start`);
    if (bare && at === "backup.dump" && !entries.some(({ kind }) => kind === "reopened"))
      wrong.push("what ran while the backup was made was not noticed");
    for (const name of bare ? [] : applications)
      wrong.push(...startedBehindThePage(entries, await startsOn(production, name), name));
    const databases = await serviceDatabases(production);
    const { lost } = await locate(acknowledged, production.postgres, databases);
    if (lost.length > 0) wrong.push(`${lost.length} of ${acknowledged.length} writes lost`);
    if (acknowledged.length < 5) wrong.push(`only ${acknowledged.length} writes, which proves nothing`);
    return {
      first: first.conclusion,
      again,
      outcome,
      lost: lost.length,
      acknowledged: acknowledged.length,
      seconds: Math.round((Date.now() - started) / 1000),
      wrong,
    };
  } finally {
    await world.stop();
  }
}

async function removeDropIns(production: HostsProduction): Promise<void> {
  for (const name of applications)
    await production.asRoot(name, "rm /etc/systemd/system/*/golive.conf && systemctl daemon-reload");
}

async function lastState(world: World<HostsProduction>): Promise<LaunchState> {
  const entries = await world.journal();
  return stateOf(entries, latestRelease(entries) ?? "");
}

/** Between two runs: the page is as the journal says, and the checklist says so. */
async function whileClosed(world: World<HostsProduction>): Promise<string[]> {
  const up = (await world.production.asRoot("lb", '[ ! -e "$1" ] || echo up', [layout.flag])).trim() === "up";
  const state = await lastState(world);
  const should = state.maintenance?.state === "on" && state.steps.get("isolate.on")?.status === "done";
  const [issue] = await world.issues();
  return [
    ...(should && !up && state.steps.get("open.off")?.status === undefined ? ["the page is gone"] : []),
    ...(up && !/maintenance page is up/.test(issue?.body ?? "")
      ? ["the page is up, and the checklist does not say so"]
      : []),
  ];
}

/** What serves now, on which schema, with everything at work that was at work before. */
async function endedAs(outcome: string, tag: string, { production }: World<HostsProduction>): Promise<string[]> {
  const expected = outcome === "live" ? { version: tag, column: "1" } : { version: "v1.0.0", column: "0" };
  const version = await production.version().catch((error: unknown) => String(error));
  const column = (
    await production.sql("SELECT count(*) FROM information_schema.columns WHERE column_name = 'ends_at'")
  ).trim();
  const shut = await production.sql(
    "SELECT datname FROM pg_database WHERE NOT datallowconn AND datname <> 'template0' AND datname NOT LIKE '%_copy_%'",
    "postgres",
  );
  const page = (await production.asRoot("lb", '[ ! -e "$1" ] || echo up', [layout.flag])).trim();
  const timer = (await production.asRoot("app-1", 'systemctl is-active "$1" || true', [layout.timer])).trim();
  const failed = await Promise.all(
    applications.map(async (name) => [
      name,
      (await production.asRoot(name, "systemctl --failed --plain --no-legend | grep psychology || true")).trim(),
    ]),
  );
  return [
    ...(version === expected.version ? [] : [`${outcome}, but ${version} serves`]),
    ...(column === expected.column ? [] : [`${outcome}, but on the other schema`]),
    ...(shut.trim() === "" ? [] : [`shut: ${shut.trim()}`]),
    ...(page === "" ? [] : ["the page is still up"]),
    ...(timer === "active" ? [] : [`the timer is ${timer}`]),
    ...failed.flatMap(([name, text]) => (text === "" ? [] : [`${name}: ${text}`])),
  ];
}

/** Starts that nobody of golive asked for, while it had stopped the service. */
function startedBehindThePage(
  entries: readonly Entry[],
  starts: readonly { readonly unit: string; readonly at: number; readonly commit: string }[],
  name: (typeof applications)[number],
): string[] {
  return starts.flatMap(({ unit, at, commit }) =>
    closedTimes(entries, name, unit)
      .filter(({ from, to }) => at > from && at < to)
      .map(
        ({ from }) =>
          `${unit} on ${name} was started ${((at - from) / 1000).toFixed(1)} s after it had been stopped, with ${commit.slice(0, 8)}`,
      ),
  );
}

async function serviceDatabases({ postgres, sql }: HostsProduction): Promise<string[]> {
  const kept = await sql(
    `SELECT datname FROM pg_database WHERE datname LIKE '${postgres.database}_failed_%'`,
    "postgres",
  );
  return [postgres.database, ...kept.split("\n").filter((one) => one !== "")];
}
