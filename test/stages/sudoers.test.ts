import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Command } from "../../src/core/command.ts";
import { execute } from "../../src/hosts/execute.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { rightProblems } from "../../src/hosts/sudo/sudo-rights.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { startServices, stopServices } from "../../src/services/manager.ts";
import { pauseScheduled, resumeScheduled } from "../../src/services/scheduled.ts";
import { rightsOn } from "../../src/stages/preflight/rights.ts";
import { sudoersOf } from "../../src/stages/preflight/sudoers.ts";
import { hostWithSudoers, noSudo } from "../hosts/throwaway-sudoers.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

const planFile = new URL("sudo-plan.yml", import.meta.url);
const plan: Plan = loadPlan(await readFile(planFile, "utf8"), "sudo-plan.yml");

async function fileOf(t: TestContext, lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "golive-sudoers-text-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "golive");
  await writeFile(file, `${lines.join("\n")}\n`, { mode: 0o440 });
  return file;
}

test("the lines of a plan: visudo takes them, and they are all that is needed", { skip: noSudo }, async (t) => {
  const [only, ...more] = sudoersOf(plan, "nobody");
  assert.ok(only && more.length === 0 && only.host === "app-1");
  const file = await fileOf(t, only.lines);
  const checked = await execute({ words: ["visudo", "-c", "-f", file], timeoutSeconds: 30 });
  assert.equal(checked.code, 0, checked.stderr);
  // What the deploy's own user runs is another user's line, and looked at as that user.
  const rights = rightsOn(plan, "app-1").filter(({ by }) => by === undefined);
  assert.deepEqual(await rightProblems(await hostWithSudoers(t, file), rights), []);
  for (const line of only.lines.filter((one) => one.startsWith("nobody "))) {
    const rest = only.lines.filter((one) => one !== line);
    const missing = await rightProblems(await hostWithSudoers(t, await fileOf(t, rest)), rights);
    assert.equal(missing.length, 1, `without: ${line}`);
  }
});

test("nothing is run with sudo that has no line", async () => {
  const asked: string[][] = [];
  // Everything works, then rests, then works: whatever comes is written down.
  let state = "working";
  const host = hostFrom("app-1", async ({ file, args }: Command) => {
    asked.push([file, ...args]);
    const running = state === "working";
    const stdout = args.includes("show") ? `LoadState=loaded\nActiveState=${running ? "active" : "inactive"}\n` : "";
    // What keeps a unit stopped is a file, and needs no sudo.
    if (args.some((word) => word.includes("held_by")))
      return { code: 0, stdout: "", stderr: "", seconds: 0, timedOut: false };
    const looks = args.some((word) => word.includes("systemctl show") || word.startsWith("if [ -f"));
    const ownStatus = args.includes("a=b:*");
    return { code: (looks || ownStatus) && !running ? 3 : 0, stdout, stderr: "", seconds: 0, timedOut: false };
  });
  const work = plan.services.pause.filter(({ kind }) => kind !== "telegram-webhook");
  state = "paused";
  for (const one of work) await pauseScheduled(host, one);
  await stopServices(host, plan.services);
  await startServices(host, plan.services);
  state = "working";
  for (const one of work) await resumeScheduled(host, one);
  const run = asked.flatMap((words) => {
    const at = words.findIndex((word, index) => word === "sudo" && words[index + 1] === "-n");
    return at < 0 ? [] : [words.slice(at + 2).join(" ")];
  });
  const granted = new Set(rightsOn(plan, "app-1").map(({ words }) => words?.join(" ")));
  assert.ok(new Set(run).size >= 12, [...new Set(run)].join("\n"));
  assert.deepEqual(
    run.filter((words) => !granted.has(words)),
    [],
  );
  assert.ok(!run.some((words) => /^(sh|bash|env|timeout) /.test(words)), "no shell of root's");
});

test("docs/hosts.md has the very lines of the example it tells of", async () => {
  const page = await readFile(new URL("../../docs/hosts.md", import.meta.url), "utf8");
  const text = samplePlanText
    .replace("{ connect: local }", "{ connect: ssh, address: a.example, user: deploy, host-key: ssh-ed25519 AAAA }")
    .replace(
      "services: { manager: systemd, hosts: [app-1], units: [web, bot] }",
      "services: { manager: systemd, hosts: [app-1], units: [psychology-api], sudo: true, pause: [{ kind: systemd, id: r, host: app-1, unit: psychology-reminders.timer, sudo: true }] }",
    )
    .replace("name: clinic\n", "name: clinic\n  run-as: postgres\n")
    .concat(
      'prepare: { newest-backup: { kind: files, pattern: "/backups/*.dump" }, test-restore: { rules: [{ table: t }] } }\n',
    );
  const lines = sudoersOf(loadPlan(text, "golive.yml"), "runner").flatMap((one) => one.lines);
  assert.equal(lines.length, 8);
  for (const line of lines) assert.ok(page.includes(`\n${line}\n`), line);
});

test("root, and a user that is the plan's already, need no line", () => {
  const own = sudoersOf(plan, "root").flatMap(({ lines }) => lines);
  assert.deepEqual(own, ["backup ALL=(root) NOPASSWD: /usr/bin/true step"]);
  assert.ok(!sudoersOf(plan, "postgres").some(({ lines }) => lines.some((line) => line.includes("(postgres)"))));
});
