import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { showDuration } from "../../src/core/text/figures.ts";
import { localeNames } from "../../src/locale/locale.ts";
import type { JobStatus } from "@golive/actions-runner";
import { errorsOf, refusalProblems, traceOf } from "./refusal.ts";
import { reportOf } from "./report.ts";
import { type Scenario, scenarios } from "./cases.ts";
import { hostsProblem } from "./hosts/able.ts";
import type { BalancerKind } from "./production/facts.ts";
import type { PlanChange } from "./world/plan-for.ts";
import { locate } from "./production/traffic/lost.ts";
import { smallDisk } from "./small-disk.ts";
import type { Trouble } from "./stubborn.ts";
import type { MachineProduction } from "./production/machine-production.ts";
import type { Production } from "./production/production.ts";
import { startTesters, withScenarios, withWatch } from "./testers.ts";
import { type Launched, type LaunchOptions, root, startWorld, type World } from "./world/world.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    interactive: { type: "boolean", default: false },
    ssh: { type: "boolean", default: false },
    releases: { type: "boolean", default: false },
    production: { type: "string", default: "machine" },
    balancer: { type: "string", default: "nginx" },
    locale: { type: "string", default: "en" },
    out: { type: "string" },
  },
});
const name = positionals[0] ?? "success";
const scenario = scenarios[name];
if (values.balancer !== "nginx" && values.balancer !== "haproxy") {
  console.error(`There is no balancer "${values.balancer}". There are: nginx, haproxy`);
  process.exitCode = 2;
} else if (!localeNames.some((locale) => locale === values.locale)) {
  console.error(`There is no locale "${values.locale}". There are: ${localeNames.join(", ")}`);
  process.exitCode = 2;
} else if (!scenario) {
  console.error(
    `There is no scenario "${name}". There are:\n${Object.entries(scenarios)
      .map(([key, { about }]) => `  ${key.padEnd(16)} ${about}`)
      .join("\n")}`,
  );
  process.exitCode = 2;
} else if (values.production !== "machine" && values.production !== "hosts") {
  console.error(
    `There is no production "${values.production}". There are:\n  machine          all of it on this machine\n  hosts            four machines with a systemd each, reached by ssh`,
  );
  process.exitCode = 2;
} else if (values.production === "hosts" && (values.ssh || values.releases || values.balancer !== "nginx")) {
  console.error(
    "--stage hosts is reached by ssh anyway, deploys in place, and has nginx in front: leave --ssh, --releases and --balancer out.",
  );
  process.exitCode = 2;
} else {
  process.exitCode = await rehearse(scenario, values.balancer);
}

function rehearsed(plan: Record<string, any>): void {
  plan.locale = values.locale;
  // The plan's own titles are English; without them the lines have those of the language.
  if (values.locale !== "en")
    for (const one of [...plan.verify.checks, ...(plan.prepare?.access ?? []), ...(plan.certificates ?? [])] as {
      title?: string;
    }[])
      delete one.title;
  withScenarios(plan);
  withWatch(plan);
}

async function rehearse(
  { tag, about, outcome, says, before, recall, untried, change, front, troubles }: Scenario,
  balancer: BalancerKind,
): Promise<number> {
  const out = values.out ?? join(root, "rehearsal/out");
  const problem = values.production === "hosts" ? await hostsProblem() : null;
  if (problem !== null) {
    console.error(problem);
    return 2;
  }
  if (troubles !== undefined && values.production === "hosts") {
    console.error(`The scenario ${name} breaks what is on this machine; it cannot be had with --stage hosts.`);
    return 2;
  }
  const disk = troubles === undefined ? null : await smallDisk(900);
  if (troubles !== undefined && disk === null) {
    console.error(`The scenario ${name} fills a disk of its own; mounting one needs root.`);
    return 2;
  }
  await mkdir(out, { recursive: true });
  const log = (line: string): void => console.log(`  ${line}`);
  console.log(
    `Rehearsal: ${about}.\n${values.production === "hosts" ? "Booting four machines: balancer, two application hosts, database …" : `Building a production: PostgreSQL, Django, gunicorn, ${balancer} …`}`,
  );
  const changed: PlanChange = (plan, of) => {
    rehearsed(plan);
    change?.(plan, of);
  };
  const world: World<Production> =
    values.production === "hosts"
      ? await startWorld({ production: "hosts", dayBefore: untried !== true, change: changed, log })
      : await startWorld({
          dayBefore: untried !== true,
          watched: true,
          change: changed,
          // Whoever comes by ssh is seen.
          ssh: values.ssh || says !== undefined,
          balancer,
          strategy: values.releases ? "releases" : "in-place",
          ...(disk === null ? {} : { directory: disk.directory }),
          log,
        });
  try {
    const { production, twin } = world;
    console.log(
      `It serves ${await production.version()} at ${production.siteUrl}. Visitors write bookings. Launching ${tag}.\n`,
    );
    const traffic = production.startTraffic();
    const prober = await production.startProber();
    await before?.(production, tag);
    const untouched = await traceOf(production);
    const shown = new Set<string>();
    twin.onEvent((event) => {
      const body = (event.payload as { issue?: { body?: string } }).issue?.body ?? "";
      for (const line of body.split("\n")) {
        if (
          !line.startsWith("- [") ||
          line.startsWith("- [ ] ⏳") ||
          (line.startsWith("- [ ]") && !/❌|❔/.test(line)) ||
          shown.has(line)
        )
          continue;
        shown.add(line);
        console.log(`  ${line}`);
      }
    });
    let askedAt: number | null = null;
    const people = {
      tag,
      review: async (environment: string) => {
        if (environment === "production-rollback") askedAt = Date.now();
        return values.interactive ? ask(environment) : ("approved" as const);
      },
      onJob: (job: JobStatus) => console.log(`▸ ${job.name}: ${job.conclusion ?? job.status}`),
    };
    const testers = startTesters(world, values.interactive ? walk : undefined);
    const stubborn: string[] = [];
    let launched = await (troubles === undefined
      ? world.launch(people)
      : launchThrough(world as World, people, troubles, (line) => stubborn.push(line)));
    await testers.runs();
    if (recall !== undefined && launched.conclusion === "success") {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      console.log(`\nIt is live, and ${recall}. Somebody starts the workflow “Roll back”.\n`);
      const back = await world.launch({ ...people, workflow: "rollback.yml", inputs: { because: recall } });
      launched = { ...back, log: [...launched.log, ...back.log] };
    }
    // Visitors go on for a moment, so that writes after the opening count as well.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const visits = await traffic.stop();
    const seen = await prober.stop();
    const { lost, found } = await locate(visits.acknowledged, production.postgres, await serviceDatabases(production));
    const report = reportOf({
      entries: await world.journal(),
      requests: twin.requests,
      downtimeSeconds: seen.downtimeSeconds,
      askedAt,
      badAt: visits.failed.map(({ at }) => at),
      acknowledgedWrites: visits.acknowledged.length,
      lostWrites: lost.length,
      writesIn: found,
    });
    const [issue] = await world.issues();
    await writeFile(join(out, "report.json"), `${JSON.stringify(report, null, 2)}\n`);
    await writeFile(join(out, "checklist.md"), `# ${issue?.title ?? "no checklist"}\n\n${issue?.body ?? ""}\n`);
    await writeFile(join(out, "run.log"), `${launched.log.join("\n")}\n`);
    const violations = twin.violations();
    const chat = "teamChat" in production ? (production as MachineProduction).teamChat() : [];
    if (chat.length > 0)
      console.log(
        `\nWhat the team read in Telegram:\n${chat
          .map((text) =>
            text
              .replaceAll(/<\/?b>/g, "")
              .split("\n")
              .map((line, index) => `${index === 0 ? "  ✉ " : "    "}${line}`)
              .join("\n"),
          )
          .join("\n")}`,
      );
    console.log(`
Outcome    ${report.outcome} (the run: ${launched.conclusion}), serving ${await production.version()}
Downtime   ${showDuration(report.downtimeSeconds)} as visitors saw it${report.rollbackSeconds === null ? "" : `, of it ${showDuration(report.rollbackSeconds)} for the rollback`}
Writes     ${report.acknowledgedWrites} acknowledged, ${report.lostWrites} lost${
      Object.keys(found).length > 1
        ? ` (${Object.entries(found)
            .map(([database, count]) => `${count} in ${database}`)
            .join(", ")})`
        : ""
    }
Forecast   ${report.forecast === null ? "none" : `${showDuration(report.forecast.forecastSeconds)}, it took ${showDuration(report.forecast.actualSeconds)}`}
${report.detectionSeconds === null ? "" : `Detection  ${showDuration(report.detectionSeconds)} from the first bad request to the page that asks for the approval; ${report.approvalToHealthySeconds === null ? "" : `${showDuration(report.approvalToHealthySeconds)} from there to a healthy old release`}\n`}GitHub     ${report.apiRequests} requests, at most ${report.writesInBusiestMinute} writes a minute
Checklist  ${join(out, "checklist.md")}
Report     ${join(out, "report.json")}
Log        ${join(out, "run.log")}`);
    if (report.outcome === "refused") console.log(`\nWhy, as the run says it:\n${errorsOf(launched).join("\n")}`);
    const wrong = [
      ...(report.outcome === outcome ? [] : [`it should have ended ${outcome}`]),
      ...(report.lostWrites === 0 ? [] : [`${report.lostWrites} acknowledged writes are lost`]),
      ...stubborn,
      ...(says === undefined ? [] : await refusalProblems(world, launched, says, untouched)),
      ...(await frontProblems(production.siteUrl, front)),
      ...violations.map((violation) => `against GitHub's description: ${violation}`),
    ];
    for (const line of wrong) console.error(`❌ ${line}`);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await world.stop();
    await disk?.remove();
  }
}

/** Launches, and runs the same run again after each trouble. What did not fail as it had to is told by `wrong`. */
async function launchThrough(
  world: World,
  people: LaunchOptions,
  troubles: readonly Trouble[],
  wrong: (line: string) => void,
): Promise<Launched> {
  let first: Launched | null = null;
  for (const { at, what, asItBegins, strike, heal } of troubles) {
    console.log(`\n⚡ ${what}${at === null ? "" : ` (${at})`}`);
    let struck: Promise<void> | null = null;
    const hit = (): void => void (struck ??= strike(world.production));
    if (asItBegins === undefined) hit();
    await struck;
    const onLog = (line: string): void => {
      if (asItBegins !== undefined && line.startsWith(asItBegins) && line.endsWith("…")) hit();
    };
    const run = await world.launch({ ...people, onLog, ...(first === null ? {} : { rerunOf: first.runId }) });
    first ??= run;
    await struck;
    const failed = (await world.journal()).findLast((entry) => entry.kind === "step" && entry.status === "failed");
    const failedAt = failed?.kind === "step" ? failed.step.split("@")[0] : "nothing";
    if (run.conclusion !== "failure") wrong(`${what}: the run ended ${run.conclusion}`);
    if (at !== null && failedAt !== at) wrong(`${what}: ${failedAt} failed, not ${at}`);
    await heal(world.production);
  }
  console.log("\nNothing is wrong any more.");
  return world.launch({ ...people, ...(first === null ? {} : { rerunOf: first.runId }) });
}

async function frontProblems(site: string, front: string | undefined): Promise<string[]> {
  if (front === undefined) return [];
  const answer = await fetch(new URL("/", site));
  const text = await answer.text();
  return answer.status === 200 && text.includes(front)
    ? []
    : [`the front page answers ${answer.status}, without "${front}"`];
}

/** The service's database first, then those that a rollback kept. */
async function serviceDatabases({ postgres, sql }: Production): Promise<string[]> {
  const kept = await sql(
    `SELECT datname FROM pg_database WHERE datname LIKE '${postgres.database}_failed_%'`,
    "postgres",
  );
  return [postgres.database, ...kept.split("\n").filter((name) => name !== "")];
}

async function walk(title: string, steps: readonly string[]): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `${title}\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join("\n")}\nDoes it work? [y/n] `,
  );
  terminal.close();
  return answer.trim().toLowerCase().startsWith("y");
}

async function ask(environment: string): Promise<"approved" | "rejected"> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Approve the environment ${environment}? [y/n] `);
  terminal.close();
  return answer.trim().toLowerCase().startsWith("y") ? "approved" : "rejected";
}
