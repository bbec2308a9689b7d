import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { changeMain } from "../../packages/rehearsal/world/in-clone.ts";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { repository, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

/** A git that does not check out the release of before as long as a file is there. */
async function stubbornGit(directory: string): Promise<{ readonly path: string; heal(): Promise<void> }> {
  const path = join(directory, "stubborn");
  const flag = join(path, "stubborn");
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  await mkdir(path);
  await writeFile(flag, "");
  await writeFile(
    join(path, "git"),
    `#!/bin/sh
case "$*" in *"checkout --quiet --force"*) [ ! -e "${flag}" ] || { echo "fatal: pid $$: no room" >&2; exit 128; } ;; esac
exec "${real}" "$@"
`,
  );
  await chmod(join(path, "git"), 0o755);
  return { path, heal: () => rm(flag) };
}

/** Takes notices down. */
async function pager(t: TestContext) {
  const events: string[] = [];
  const server = createServer(async (asked, answer) => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    events.push((JSON.parse(Buffer.concat(parts).toString()) as { type: string }).type.replace("golive.", ""));
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return { events, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

async function commentsOf(world: World, issue: number): Promise<string[]> {
  const path = `/repos/${repository}/issues/${issue}/comments?per_page=100`;
  return ((await world.api("anna", "GET", path)) as { body: string }[]).map(({ body }) => body);
}

const rowsOf = (table: string) =>
  [...table.matchAll(/^\| (public\.\S+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(([row]) => row);

test("a way back that fails is said where people look, once, and goes on by a re-run and by a new run, whatever became of tag and plan", async (t) => {
  const told = await pager(t);
  const secrets = { GOLIVE_NOTICES: `PAGER=whsec_${Buffer.alloc(24, 7).toString("base64")}` };
  const world = await startWorld({
    change: (plan) => {
      plan.notices = {
        channels: [{ kind: "webhook", id: "pager", url: told.url, key: "PAGER" }],
        tell: [{ via: ["pager"] }],
      };
    },
  });
  t.after(() => world.stop());
  const { production } = world;
  const back = { tag: "v1.1.0", workflow: "rollback.yml", inputs: { because: "bookings fail" }, secrets };
  const live = await world.launch({ tag: "v1.1.0", secrets });
  assert.equal(live.conclusion, "success", live.log.join("\n"));
  const traffic = production.startTraffic();
  await sleep(2500);

  const git = await stubbornGit(production.directory);
  const first = await world.launch({ ...back, path: git.path });
  assert.equal(first.conclusion, "failure");
  const [issue] = await world.issues();
  const { number, body, state } = issue ?? { number: 0, body: "", state: "" };
  assert.equal(state, "open");
  const line = body.split("\n").find((one) => one.startsWith("**The way back failed")) ?? "";
  assert.match(line, /^\*\*The way back failed at “.*”: .*The site is closed: visitors see the maintenance page\./);
  assert.ok(line.includes(`press *Re-run failed jobs* on [run ${first.runId}]`), line);
  assert.match(body, /🔴 The way back failed: the maintenance page is up/);
  assert.equal((await stateOfProduction(world)).page, "up");
  const stuck = (all: readonly string[]) => all.filter((one) => one.startsWith("🔴"));
  const after = await commentsOf(world, number);
  assert.equal(stuck(after).length, 1);
  assert.equal(told.events.filter((event) => event === "rollback-failed").length, 1, told.events.join());
  const rows = rowsOf(after.find((one) => one.includes("public.bookings")) ?? "");
  assert.ok(rows.length > 0);

  // The same failure again: nobody is told twice.
  const second = await world.launch({ ...back, path: git.path, rerunOf: first.runId });
  assert.equal(second.conclusion, "failure");
  assert.equal(stuck(await commentsOf(world, number)).length, 1);
  assert.equal(told.events.filter((event) => event === "rollback-failed").length, 1);
  assert.equal((await world.issues())[0]?.state, "open");

  // The tag goes, and the plan of the default branch no longer holds.
  await git.heal();
  await changeMain(production.origin, "A plan that does not hold", {
    ".github/golive.yml": (text) => text.replace(/^service: .*$/m, "service: Not A Name"),
  });
  await promisify(execFile)("git", ["--git-dir", production.origin, "tag", "--delete", "v1.1.0"]);
  const third = await world.launch(back);
  assert.equal(third.conclusion, "success", third.log.join("\n"));
  const { acknowledged } = await traffic.stop();
  assert.match(third.log.join("\n"), /the tag v1\.1\.0 is gone; the launch on record was of [0-9a-f]{12}/);
  const tables = (await commentsOf(world, number)).filter((one) => one.includes("| public.bookings |"));
  assert.deepEqual(rowsOf(tables.at(-1) ?? ""), rows, "what was counted before the databases changed places");
  assert.match(tables.at(-1) ?? "", /Counted at .*the database of before serves already/);

  const end = await stateOfProduction(world);
  assert.deepEqual([end.version, end.page, end.newColumn, end.shut], ["v1.0.0", "down", false, []]);
  const kept = end.databases.find((name) => name.includes("_failed_")) ?? "";
  assert.deepEqual((await locate(acknowledged, production.postgres, [production.postgres.database, kept])).lost, []);
  assert.equal((await lastState(world)).ended?.outcome, "rolled-back");
  const [closed] = await world.issues();
  assert.equal(closed?.state, "closed");
  assert.doesNotMatch(closed?.body ?? "", /The way back failed/);
  assert.equal(told.events.at(-1), "rolled-back");
  assert.deepEqual(world.twin.violations(), []);
});
