import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { smallDisk } from "../../../packages/rehearsal/rehearse/small-disk.ts";
import type { PlanChange } from "../../../packages/rehearsal/plan/plan-for.ts";
import { stubbornChange, troubles } from "../../../packages/rehearsal/rehearse/stubborn.ts";
import { locate } from "../../../packages/rehearsal/production/traffic/lost.ts";
import { startWorld, type World } from "../../../packages/rehearsal/world/world.ts";
import { markVariable, scopeOf } from "../../../src/hosts/fence.ts";
import { killActions } from "../kill-actions.ts";
import { lastState, stateOfProduction } from "../state-of-production.ts";
import type { Case } from "./cases.ts";

export interface Result {
  readonly first: string;
  /** The page and the step that the first run left behind; empty when it ended the launch itself. */
  readonly between: string;
  readonly outcome: string;
  readonly lost: number;
  readonly acknowledged: number;
  readonly seconds: number;
  /** What is not as it has to be; empty when all is well. */
  readonly wrong: readonly string[];
}

/** Commands that golive gave on this world's host and that still run. */
async function commandsLeft(world: World): Promise<string[]> {
  const scope = scopeOf("app-1", world.production.state);
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [environ, words] = await Promise.all(
        ["environ", "cmdline"].map((file) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "")),
      );
      return environ?.includes(`${markVariable}=${scope}:`) && words?.startsWith("timeout\0--kill-after=")
        ? [words.replaceAll("\0", " ").slice(0, 120)]
        : [];
    }),
  );
  return found.flat();
}

/** A step builds a file that git does not know and the service reads. */
const builds: PlanChange = (plan, tag) => {
  plan.deploy.keep = ["built"];
  plan.deploy.steps.push({
    id: "compress",
    title: "Build the styles",
    run: [".venv/bin/python", "manage.py", "compress"],
    "on-rollback": "again",
  });
  stubbornChange(plan, tag);
};

/** One launch, one fault, and the same run once more. */
export async function runCase({ fault, at, tag }: Case): Promise<Result> {
  const started = Date.now();
  const disk = fault === "disk" ? await smallDisk() : null;
  if (fault === "disk" && disk === null) throw new Error("no disk can be mounted here (needs root)");
  const trouble = fault === "itself" ? troubles.find((one) => one.at === at) : undefined;
  const world = await startWorld({
    change: builds,
    ssh: ["kill", "cancel", "ssh"].includes(fault),
    clients: 50,
    ...(disk === null ? {} : { directory: disk.directory }),
  });
  const wrong: string[] = [];
  try {
    const traffic = world.production.startTraffic({ writesPerSecond: 5, readsPerSecond: 2 });
    const cancel = new AbortController();
    let healed: Promise<unknown> = Promise.resolve();
    let heal: () => Promise<void> = async () => {};
    let hit = false;
    // What has to be broken before its step begins is broken as the way back begins.
    const strikeAt = trouble === undefined ? at : (trouble.asItBegins ?? "rollback.stop");
    const strike = () => {
      hit = true;
      switch (fault) {
        case "kill":
          cancel.abort();
          killActions(world.production.directory);
          return;
        case "cancel":
          cancel.abort();
          return;
        case "ssh":
          healed = world.production.sshd?.cut(3) ?? Promise.resolve();
          return;
        case "database":
          healed = world.production.stopDatabase();
          heal = () => world.production.startDatabase();
          return;
        case "itself":
          healed = trouble?.strike(world.production) ?? Promise.resolve();
          heal = async () => trouble?.heal(world.production);
          return;
        case "disk":
          healed = disk?.fill() ?? Promise.resolve();
          heal = async () => {
            await disk?.free();
            await world.production.startDatabase();
            // It may have died of its own full log.
            await world.production.startManager();
          };
          return;
        default: {
          const answers = { "github-500": "500", "github-403": "403-rate-limit", "github-none": "hang" } as const;
          const stop = world.twin.fault({
            match: (_method, path) => path.includes("/issues") || path.includes("/actions/runs"),
            answer: answers[fault],
          });
          heal = async () => stop();
        }
      }
    };
    const first = await world.launch({
      tag,
      signal: cancel.signal,
      onLog: (line) => {
        if (!hit && line.startsWith(strikeAt) && line.endsWith("…")) strike();
      },
      onJob: (job) => {
        if (fault.startsWith("github") && job.id === "settle" && job.status === "in_progress") void heal();
      },
    });
    if (!hit) wrong.push(`${at} was never reached`);
    await healed;
    await heal();
    if (fault === "cancel")
      wrong.push(...(await commandsLeft(world)).map((words) => `still runs after the cancel: ${words}`));
    const between = await lastState(world);
    const page = (await stateOfProduction(world)).page;
    const [issue] = await world.issues();
    if (between.ended === null) {
      if (page === "up" && !/maintenance page is up/.test(issue?.body ?? "") && fault !== "disk")
        wrong.push("the page is up, and the checklist does not say so");
      const other = fault === "kill" ? await world.launch({ tag: "v1.0.1", actor: "vera" }) : null;
      if (other !== null && (other.conclusion !== "failure" || !/is half done/.test(other.log.join("\n"))))
        wrong.push(`another launch in between: ${other.conclusion}\n${other.log.slice(-10).join("\n")}`);
    }
    const second = between.ended === null ? await world.launch({ tag, rerunOf: first.runId }) : null;
    const { acknowledged } = await traffic.stop();
    const state = await lastState(world);
    const after = await stateOfProduction(world);
    const outcome = state.ended?.outcome ?? "none";
    if (outcome !== "live" && outcome !== "rolled-back")
      wrong.push(`ended ${outcome}:\n${(second ?? first).log.slice(-25).join("\n")}`);
    const expected = outcome === "live" ? { version: tag, column: true } : { version: "v1.0.0", column: false };
    if (after.version !== expected.version || after.newColumn !== expected.column)
      wrong.push(
        `${outcome}, but ${after.version} serves${after.newColumn === expected.column ? "" : " on the other schema"}`,
      );
    const front = await (await fetch(`${world.production.siteUrl}/`)).text();
    if (!front.includes(outcome === "live" ? "and see when it ends" : "Book a talk</h1>"))
      wrong.push(`${outcome}, and the front page is without its built file`);
    if (after.page !== "down") wrong.push("the page is still up");
    if (after.shut.length > 0) wrong.push(`shut: ${after.shut.join(", ")}`);
    const told = (await world.issues())[0];
    if (!(outcome === "live" ? /🟢 Live/ : /Rolled back/i).test(told?.body ?? ""))
      wrong.push(`the checklist does not say ${outcome}`);
    const entries = await world.journal();
    const migrations = entries.filter(
      (entry) => entry.kind === "step" && entry.step === "deploy.migrate@app-1" && entry.status === "done",
    ).length;
    if (migrations > 1) wrong.push(`migrated ${migrations} times`);
    const databases = after.databases.filter((name) => name.startsWith(world.production.postgres.database));
    const { lost } = await locate(acknowledged, world.production.postgres, databases);
    if (lost.length > 0) wrong.push(`${lost.length} of ${acknowledged.length} writes lost`);
    if (acknowledged.length < 5) wrong.push(`only ${acknowledged.length} writes, which proves nothing`);
    wrong.push(...world.twin.violations().map((violation) => `GitHub: ${JSON.stringify(violation)}`));
    return {
      first: first.conclusion,
      between: second === null ? "" : `page ${page}`,
      outcome,
      lost: lost.length,
      acknowledged: acknowledged.length,
      seconds: Math.round((Date.now() - started) / 1000),
      wrong,
    };
  } finally {
    await world.stop();
    await sleep(0);
    await disk?.remove();
  }
}
