import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSchema } from "../../src/checks/registry.ts";
import { checkSystemd } from "../../src/checks/kinds/systemd/systemd.ts";
import type { SystemdCheck } from "../../src/checks/kinds/systemd/schema.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";

/** As systemd 252 on Debian 12 printed it; test/e2e/hosts.test.ts asks a real one. */
const running =
  "Type=simple\nResult=success\nNRestarts=0\nExecMainStartTimestamp=Tue 2026-11-24 02:31:10 UTC\nLoadState=loaded\nActiveState=active\nSubState=running\nInactiveExitTimestamp=Tue 2026-11-24 02:31:09 UTC\n";
const waiting =
  "Result=success\nLoadState=loaded\nActiveState=active\nSubState=waiting\nInactiveExitTimestamp=Tue 2026-11-24 02:31:12 UTC\n";
const nowhere =
  "Type=\nResult=success\nNRestarts=0\nExecMainStartTimestamp=\nLoadState=not-found\nActiveState=inactive\nSubState=dead\nInactiveExitTimestamp=\n";
const entry = (priority: number) =>
  `{"_BOOT_ID":"7a3c5120f39146d087ed41878cef1c68","__REALTIME_TIMESTAMP":"1795580998678574","__MONOTONIC_TIMESTAMP":"8293248086","__CURSOR":"s=80ad;i=dd;b=7a3c;m=1ee5;t=6611;x=7768","PRIORITY":"${priority}"}\n`;
const noRight = "No journal files were opened due to insufficient permissions.\n";
const partRight =
  "Hint: You are currently not seeing messages from other users and the system.\n      Users in groups 'adm', 'systemd-journal' can see all messages.\n      Pass -q to turn off this notice.\n";
const replaced = (...changes: readonly [string, string][]) =>
  changes.reduce((text, [from, to]) => (assert.ok(text.includes(from), from), text.replace(from, to)), running);

interface Setting {
  readonly check?: Partial<SystemdCheck>;
  readonly first?: string;
  readonly second?: string;
  /** Seconds that the host's clock goes before ours. */
  readonly ahead?: number;
  readonly errors?: {
    readonly code?: number;
    readonly stdout?: string;
    readonly stderr?: string;
    readonly timedOut?: boolean;
  };
  readonly any?: string;
  /** null: no launch is under way. */
  readonly startedAt?: string | null;
  readonly silent?: boolean;
  readonly away?: boolean;
}

const started = "2026-11-24T02:31:05Z";

async function ask({
  check = {},
  first = running,
  second = first,
  ahead = 0,
  errors = {},
  any = entry(6),
  startedAt = started,
  silent = false,
  away = false,
}: Setting) {
  let looks = 0;
  const read: string[] = [];
  const host = hostFrom("app-1", async (command) => {
    if (away) throw new UserError({ code: "of-a-test", what: "no route to host" });
    const ended = { code: 0, stdout: "", stderr: "", seconds: 0, timedOut: false };
    if (command.file === "journalctl") {
      read.push(command.args.join(" "));
      return command.args.includes("--priority=err") ? { ...ended, ...errors } : { ...ended, stdout: any };
    }
    const shown = ++looks === 1 ? first : second;
    return silent
      ? { ...ended, stdout: "", stderr: "sh: systemctl: not found" }
      : { ...ended, stdout: `${shown}golive-next\ngolive-clock=${Math.round(Date.now() / 1000 + ahead)}\n` };
  });
  const plan = {
    ...(parsed(checkSchema, { kind: "systemd", id: "s", host: "app-1", units: ["web"], steady: "0s" }) as SystemdCheck),
    ...check,
  };
  return {
    ...(await checkSystemd(plan, {
      plan: samplePlan(),
      expected: { tag: "v1", commit: "c" },
      hosts: hostsOf(host),
      startedOn: () => startedAt ?? undefined,
    })),
    read,
  };
}

const good: readonly [string, Setting, string][] = [
  ["all is well", {}, "app-1: web runs, never restarted, 0 errors in the journal"],
  [
    "as many errors as the plan allows",
    { check: { mostErrors: 2 }, errors: { stdout: entry(3) + entry(2) } },
    "app-1: web runs, never restarted, 2 errors in the journal",
  ],
  [
    "as many restarts as the plan allows",
    { check: { mostRestarts: 1 }, first: replaced(["NRestarts=0", "NRestarts=1"]) },
    "app-1: web runs, 0 errors in the journal",
  ],
  [
    "a unit that did its work once",
    { first: replaced(["Type=simple", "Type=oneshot"], ["SubState=running", "SubState=exited"]) },
    "app-1: web runs, never restarted, 0 errors in the journal",
  ],
  ["a timer", { first: waiting }, "app-1: web runs, never restarted, 0 errors in the journal"],
  [
    "the journal is not asked for",
    { check: { journal: false }, errors: { code: 1, stderr: noRight } },
    "app-1: web runs, never restarted",
  ],
];
for (const [name, setting, evidence] of good) {
  test(`good: systemd, ${name}`, async () => {
    const { read: _, ...found } = await ask(setting);
    assert.deepEqual(found, { verdict: "pass", evidence });
  });
}

const bad: readonly [string, Setting, Verdict, string][] = [
  [
    "it has failed",
    {
      first: replaced(
        ["ActiveState=active", "ActiveState=failed"],
        ["SubState=running", "SubState=failed"],
        ["Result=success", "Result=exit-code"],
      ),
    },
    "fail",
    "web on app-1 is failed (failed, exit-code)",
  ],
  [
    "it is stopped",
    { first: replaced(["ActiveState=active", "ActiveState=inactive"], ["SubState=running", "SubState=dead"]) },
    "fail",
    "web on app-1 is inactive (dead)",
  ],
  [
    "it waits to be started again",
    {
      first: replaced(
        ["ActiveState=active", "ActiveState=activating"],
        ["SubState=running", "SubState=auto-restart"],
        ["Result=success", "Result=exit-code"],
      ),
    },
    "fail",
    "web on app-1 is activating (auto-restart, exit-code)",
  ],
  [
    "it is still starting",
    { first: replaced(["ActiveState=active", "ActiveState=activating"], ["SubState=running", "SubState=start-pre"]) },
    "inconclusive",
    "web on app-1 is still starting (start-pre)",
  ],
  [
    "it ended, and is active all the same",
    { first: replaced(["SubState=running", "SubState=exited"]) },
    "fail",
    "web on app-1 is active, but exited",
  ],
  ["there is no such unit", { first: nowhere }, "fail", "web on app-1 is no unit there"],
  ["it is masked", { first: replaced(["LoadState=loaded", "LoadState=masked"]) }, "fail", "web on app-1 is masked"],
  [
    "systemd started it again",
    { first: replaced(["NRestarts=0", "NRestarts=4"]) },
    "fail",
    "web on app-1 was restarted 4 times by systemd",
  ],
  [
    "systemd starts it again between two looks",
    { second: replaced(["NRestarts=0", "NRestarts=1"]) },
    "fail",
    "web on app-1 was restarted 1 time by systemd",
  ],
  [
    "somebody restarts it between two looks",
    {
      second: replaced([
        "ExecMainStartTimestamp=Tue 2026-11-24 02:31:10",
        "ExecMainStartTimestamp=Tue 2026-11-24 02:31:40",
      ]),
    },
    "fail",
    "web on app-1 was started anew between two looks",
  ],
  [
    "it dies between two looks",
    {
      second: replaced(
        ["ActiveState=active", "ActiveState=failed"],
        ["SubState=running", "SubState=failed"],
        ["Result=success", "Result=signal"],
      ),
    },
    "fail",
    "web on app-1 is failed (failed, signal)",
  ],
  [
    "it was never restarted for the release",
    { startedAt: "2026-11-24T02:35:00Z" },
    "fail",
    "web on app-1 runs since before the release was started (231 s before)",
  ],
  [
    "never restarted, by a clock that goes ahead",
    { ahead: 3600, startedAt: "2026-11-24T02:31:05Z" },
    "fail",
    "web on app-1 runs since before the release was started (3596 s before)",
  ],
  [
    "errors in the journal",
    { errors: { stdout: entry(3) + entry(3) + entry(2) } },
    "fail",
    "web on app-1 has 3 entries of priority err or worse in its journal since the start",
  ],
  [
    "more errors than one counts",
    { errors: { stdout: entry(3).repeat(1000) } },
    "fail",
    "web on app-1 has 1000 or more entries of priority err or worse in its journal since the start",
  ],
  [
    "the journal is not shown to this user",
    { errors: { code: 1, stderr: noRight }, any: "" },
    "error",
    "web on app-1 is active, but its journal is not shown to this user (group systemd-journal)",
  ],
  [
    "only a part of the journal is shown",
    { errors: { stderr: partRight }, any: entry(6) },
    "error",
    "web on app-1 is active, but its journal is not shown to this user (group systemd-journal)",
  ],
  [
    "the journal holds nothing at all",
    { any: "" },
    "error",
    "web on app-1 is active, but its journal holds nothing since the start, not even that it started: may golive read it, and is it kept?",
  ],
  [
    "the journal cannot be read",
    { errors: { code: 1, stderr: "Failed to search journal" } },
    "error",
    "web on app-1 is active, but its journal cannot be read (exit 1)",
  ],
  [
    "the journal takes too long",
    { errors: { code: null as never, timedOut: true } },
    "error",
    "web on app-1 is active, but its journal could not be read in time",
  ],
  [
    "systemd is too old to say",
    { first: replaced(["NRestarts=0\n", ""]) },
    "error",
    "web on app-1 cannot be asked how often it was restarted: systemd there is too old",
  ],
  [
    "since when is not said",
    { first: replaced(["InactiveExitTimestamp=Tue 2026-11-24 02:31:09 UTC", "InactiveExitTimestamp="]) },
    "error",
    "web on app-1 does not say since when it runs",
  ],
  ["systemd does not answer", { silent: true }, "error", "systemd on app-1 does not answer"],
  ["the host cannot be reached", { away: true }, "error", "app-1: no route to host"],
  ["no unit is named", { check: { units: [] } }, "error", "no unit is named for app-1"],
];
for (const [name, setting, verdict, evidence] of bad) {
  test(`bad condition: systemd, ${name}`, async () => {
    const { read: _, ...found } = await ask(setting);
    // A second more or less passes while the clocks are read.
    const near = (text: string) =>
      text.replace(
        /\((\d+) s before\)/,
        (_, seconds: string) => `(about ${Math.round(Number(seconds) / 10) * 10} s before)`,
      );
    assert.deepEqual([found.verdict, near(found.evidence)], [verdict, near(evidence)]);
  });
}

test("the journal is read from the start of the release, by the host's clock, and of an entry only its priority", async () => {
  const at = (text: string) => Date.parse(text) / 1000;
  const { read } = await ask({ startedAt: started });
  assert.equal(read.length, 2);
  for (const words of read) assert.match(words, /--unit=web .*--output=json --output-fields=PRIORITY/);
  const since = Number(/--since=@(\d+)/.exec(read[0] ?? "")?.[1]);
  assert.ok(Math.abs(since - at(started)) <= 2, `${since}`);
  const early = await ask({ startedAt: started, ahead: -100 });
  assert.ok(Math.abs(Number(/--since=@(\d+)/.exec(early.read[0] ?? "")?.[1]) - (at(started) - 100)) <= 2);
  // Without a launch, since the unit itself was started.
  const alone = await ask({ startedAt: null });
  assert.ok(alone.read[0]?.includes(`--since=@${at("2026-11-24T02:31:09Z")} `), alone.read[0]);
});

test("without a host and units it asks for those of the services", async () => {
  const asked: string[] = [];
  const host = (name: string) =>
    hostFrom(
      name,
      async ({ args }) => (
        asked.push(`${name}: ${args.slice(4).join(" ")}`),
        {
          code: 0,
          stdout: `${running}golive-next\n${running}golive-next\ngolive-clock=${Math.round(Date.now() / 1000)}\n`,
          stderr: "",
          seconds: 0,
          timedOut: false,
        }
      ),
    );
  const plan = samplePlan({
    services: { hosts: ["app-1", "app-2"], units: ["web", { name: "bot", hosts: ["app-2"] }] },
  });
  const check = parsed(checkSchema, { kind: "systemd", id: "s", steady: "0s", journal: false }) as SystemdCheck;
  const found = await checkSystemd(check, {
    plan,
    expected: { tag: "v1", commit: "c" },
    hosts: hostsOf(host("app-1"), host("app-2")),
  });
  assert.deepEqual(found, {
    verdict: "pass",
    evidence: "app-1: web runs, never restarted; app-2: web, bot run, never restarted",
  });
  assert.deepEqual([...new Set(asked)], ["app-1: web", "app-2: web bot"]);
});
