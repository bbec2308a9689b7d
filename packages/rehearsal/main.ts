// script/rehearse: a whole launch against a throwaway production.

import { setTimeout as sleep } from "node:timers/promises";
import type { Launched } from "./launch-options.ts";
import type { Production } from "./production/production.ts";
import type { TrafficReport } from "./production/traffic/traffic.ts";
import { type Ground, prepareGround } from "./rehearse/ground.ts";
import { type LaunchedThrough, launchThrough } from "./rehearse/launch-through.ts";
import { type Options, readOptions } from "./rehearse/options.ts";
import { type People, peopleOf, walk } from "./rehearse/people.ts";
import { refusalProblems, type Trace, traceOf } from "./rehearse/refusal.ts";
import { type Report, reportOf } from "./rehearse/report.ts";
import { showChecklist } from "./rehearse/show-checklist.ts";
import { showReport, writeReport } from "./rehearse/show-report.ts";
import { startRehearsal } from "./rehearse/start-rehearsal.ts";
import { serviceNamed } from "./services/registry.ts";
import { startTesters } from "./rehearse/testers.ts";
import type { World } from "./world/world.ts";

const options = readOptions(process.argv.slice(2));
const ground = typeof options === "string" ? options : await prepareGround(options);
if (typeof options === "string" || typeof ground === "string") {
  console.error(ground);
  process.exitCode = 2;
} else {
  process.exitCode = await rehearse(options, ground);
}

async function rehearse(asked: Options, on: Ground): Promise<number> {
  tellWhatIsBuilt(asked);
  let world: World<Production> | undefined;
  try {
    world = await startRehearsal(asked, on);
    const { night, wrong } = await spendNight(world, asked);
    const report = await measure(world, night);
    await writeReport(asked.out, world, night.launched, report);
    await showReport(asked.out, world, night.launched, report);
    const problems = [...wrong, ...(await problemsOf(world, asked, night, report))];
    for (const line of problems) console.error(`❌ ${line}`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await world?.stop();
    await on.disk?.remove();
  }
}

function tellWhatIsBuilt({ rehearsed, production, balancer, service }: Options): void {
  console.log(`Rehearsal: ${rehearsed.about}.`);
  if (production === "hosts") console.log("Booting four machines: balancer, two application hosts, database …");
  else
    console.log(
      `Building a production: ${serviceNamed(service).database.about}, ${serviceNamed(service).about}, ${balancer} …`,
    );
}

/** What became of the launch, and of the visitors meanwhile. */
interface Night {
  readonly launched: Launched;
  readonly visits: TrafficReport;
  readonly downtimeSeconds: number;
  /** When the way back was asked for. */
  readonly askedAt: number | null;
  /** What the launch had not touched yet. */
  readonly untouched: Trace;
}

async function spendNight(
  world: World<Production>,
  asked: Options,
): Promise<{ readonly night: Night; readonly wrong: readonly string[] }> {
  const { production, twin } = world;
  const { tag, before } = asked.rehearsed;
  const serves = `It serves ${await production.version()} at ${production.siteUrl}.`;
  console.log(`${serves} Visitors write bookings. Launching ${tag}.\n`);
  const traffic = production.startTraffic({ writesPerSecond: 8, readsPerSecond: 2 });
  const prober = await production.startProber();
  await before?.(production, tag);
  const untouched = await traceOf(production);
  showChecklist(twin);
  const people = peopleOf(asked);
  const { launched, wrong } = await launch(world, asked, people);
  const all = await recall(world, asked, people, launched);
  // Visitors go on for a moment, so that writes after the opening count as well.
  await sleep(2000);
  const visits = await traffic.stop();
  const { downtimeSeconds } = await prober.stop();
  return { night: { launched: all, visits, downtimeSeconds, askedAt: people.askedAt(), untouched }, wrong };
}

async function launch(world: World<Production>, asked: Options, people: People): Promise<LaunchedThrough> {
  const testers = startTesters(world, asked.interactive ? walk : undefined);
  const { troubles } = asked.rehearsed;
  const through =
    troubles === undefined
      ? { launched: await world.launch(people), wrong: [] }
      : await launchThrough(world as World, people, troubles);
  await testers.runs();
  return through;
}

/** Both runs as one, where the release is taken back once it is live. */
async function recall(
  world: World<Production>,
  { rehearsed }: Options,
  people: People,
  launched: Launched,
): Promise<Launched> {
  const because = rehearsed.recall;
  if (because === undefined || launched.conclusion !== "success") return launched;
  await sleep(3000);
  console.log(`\nIt is live, and ${because}. Somebody starts the workflow “Roll back”.\n`);
  const back = await world.launch({ ...people, workflow: "rollback.yml", inputs: { because } });
  return { ...back, log: [...launched.log, ...back.log] };
}

async function measure(world: World<Production>, night: Night): Promise<Report> {
  const { production, twin } = world;
  const { visits, downtimeSeconds, askedAt } = night;
  const { lost, found } = await production.locate(visits.acknowledged);
  return reportOf({
    entries: await world.journal(),
    requests: twin.requests,
    downtimeSeconds,
    askedAt,
    badAt: visits.failed.map(({ at }) => at),
    acknowledgedWrites: visits.acknowledged.length,
    lostWrites: lost.length,
    writesIn: found,
  });
}

/** What is not as it had to be. */
async function problemsOf(
  world: World<Production>,
  { rehearsed }: Options,
  { launched, untouched }: Night,
  { outcome, lostWrites }: Report,
): Promise<string[]> {
  const { says, front } = rehearsed;
  return [
    ...(outcome === rehearsed.outcome ? [] : [`it should have ended ${rehearsed.outcome}`]),
    ...(lostWrites === 0 ? [] : [`${lostWrites} acknowledged writes are lost`]),
    ...(says === undefined ? [] : await refusalProblems(world, launched, says, untouched)),
    ...(await frontProblems(world.production.siteUrl, front)),
    ...world.twin.violations().map((violation) => `against GitHub's description: ${violation}`),
  ];
}

async function frontProblems(site: string, front: string | undefined): Promise<string[]> {
  if (front === undefined) return [];
  const answer = await fetch(new URL("/", site));
  const text = await answer.text();
  return answer.status === 200 && text.includes(front)
    ? []
    : [`the front page answers ${answer.status}, without "${front}"`];
}
