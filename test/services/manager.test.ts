import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command, Finished } from "../../src/core/command.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import {
  managerOf,
  serviceProblems,
  type ServicesPlan,
  startServices,
  stopServices,
  unitState,
} from "../../src/services/manager.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const plan = (change: Partial<ServicesPlan> = {}): ServicesPlan => ({ ...samplePlan().services, ...change });
const words = ({ file, args }: Command) => [file, ...args].join(" ");

test("systemd: the exact words", () => {
  const systemd = managerOf(plan());
  assert.equal(words(systemd.stop(plan(), "web")), "systemctl stop -- web");
  assert.deepEqual(systemd.ready(plan(), "web").map(words), [
    "systemctl daemon-reload",
    "systemctl reset-failed -- web",
  ]);
  assert.equal(words(systemd.start(plan(), "web@1")), "systemctl start -- web@1");
  assert.equal(
    words(systemd.status(plan({ sudo: true }), "web")),
    "systemctl show --property=LoadState,ActiveState -- web",
  );
  assert.equal(words(systemd.stop(plan({ sudo: true }), "web")), "sudo -n systemctl stop -- web");
  assert.equal(words(systemd.start(plan({ sudo: true }), "web")), "sudo -n systemctl start -- web");
  assert.equal(systemd.stop(plan({ stopTimeout: 90 }), "web").timeoutSeconds, 150);
  assert.deepEqual(systemd.programs, ["systemctl", "busctl"]);
});

test("supervisor: the exact words", () => {
  const given = plan({ manager: "supervisor", config: "/etc/supervisor/a b.conf" });
  const supervisor = managerOf(given);
  assert.deepEqual(supervisor.stop(given, "web").args, ["-c", "/etc/supervisor/a b.conf", "stop", "web"]);
  assert.equal(words(supervisor.start(plan({ manager: "supervisor" }), "group:web")), "supervisorctl start group:web");
  assert.equal(
    words(supervisor.status({ ...given, sudo: true }, "web")),
    "sudo -n supervisorctl -c /etc/supervisor/a b.conf status web",
  );
  assert.deepEqual(supervisor.ready(given, "web"), []);
  assert.equal(supervisor.stop({ ...given, stopTimeout: 5 }, "web").timeoutSeconds, 65);
});

test("systemd: what it printed", () => {
  const { state } = managerOf(plan());
  const cases: readonly [string, string][] = [
    ["LoadState=loaded\nActiveState=active\n", "running"],
    ["ActiveState=active\nLoadState=loaded\n", "running"],
    ["LoadState=loaded\nActiveState=activating\n", "running"],
    ["LoadState=loaded\nActiveState=reloading\n", "running"],
    ["LoadState=loaded\nActiveState=deactivating\n", "running"],
    ["LoadState=loaded\nActiveState=inactive\n", "stopped"],
    ["LoadState=loaded\nActiveState=failed\n", "stopped"],
    ["LoadState=not-found\nActiveState=active\n", "running"],
    ["LoadState=masked\nActiveState=active\n", "running"],
    ["LoadState=bad-setting\nActiveState=active\n", "running"],
    ["LoadState=bad-setting\nActiveState=inactive\n", "stopped"],
    ["LoadState=not-found\nActiveState=inactive\n", "unknown"],
    ["LoadState=masked\nActiveState=inactive\n", "unknown"],
    ["LoadState=loaded\nActiveState=somethingnew\n", "unknown"],
    ["ActiveState=inactive\n", "unknown"],
    ["", "unknown"],
    ["Failed to connect to bus: No such file or directory", "unknown"],
  ];
  for (const [stdout, expected] of cases) assert.equal(state(stdout), expected, stdout);
});

test("supervisor: what it printed", () => {
  const { state } = managerOf(plan({ manager: "supervisor" }));
  const cases: readonly [string, string][] = [
    ["web                              RUNNING   pid 12, uptime 0:01:02\n", "running"],
    ["web STARTING\n", "running"],
    ["web STOPPING\n", "running"],
    ["web BACKOFF   Exited too quickly\n", "running"],
    ["web STOPPED   Nov 24 02:00 AM\n", "stopped"],
    ["web EXITED    Nov 24 02:00 AM\n", "stopped"],
    ["web FATAL     Exited too quickly\n", "stopped"],
    ["web UNKNOWN\n", "unknown"],
    ["web: ERROR (no such process)\n", "unknown"],
    ["unix:///run/supervisor.sock no such file\n", "unknown"],
    ["", "unknown"],
  ];
  for (const [stdout, expected] of cases) assert.equal(state(stdout), expected, stdout);
});

interface Machine {
  readonly host: Host;
  readonly asked: string[];
  readonly running: Set<string>;
}

/** A host with a systemd that does as told, unless `answer` knows better. */
function machine(
  running: readonly string[],
  answer: (words: string) => Partial<Finished> | null = () => null,
): Machine {
  const up = new Set(running);
  const asked: string[] = [];
  const attempt = async (given: Command): Promise<Finished> => {
    const said = words(given);
    asked.push(said);
    const base: Finished = { code: 0, stdout: "", stderr: "", seconds: 0, timedOut: false };
    const special = answer(said);
    if (special) return { ...base, ...special };
    const unit = given.args.at(-1) ?? "";
    if (given.args.includes("stop")) up.delete(unit);
    if (given.args.includes("start")) up.add(unit);
    if (given.args.includes("show"))
      return { ...base, stdout: `LoadState=loaded\nActiveState=${up.has(unit) ? "active" : "inactive"}\n` };
    return base;
  };
  return { host: hostFrom("app-1", attempt), asked, running: up };
}

const acts = (asked: readonly string[]) =>
  asked.filter((one) => !one.includes(" show ")).map((one) => one.replace("systemctl ", ""));

test("units stop in reverse order, each proved", async () => {
  const { host, asked, running } = machine(["web", "bot"]);
  await stopServices(host, plan());
  assert.deepEqual(acts(asked), ["stop -- bot", "stop -- web"]);
  assert.equal(running.size, 0);
});

test("a unit that was stopped already is fine, whatever the exit code", async () => {
  const { host } = machine([], (said) => (said.includes(" stop ") ? { code: 5 } : null));
  await stopServices(host, plan());
});

test("a unit that does not stop is an error, and nothing more is stopped", async () => {
  const ignored = machine(["web", "bot"], (said) => (said.includes("stop -- bot") ? {} : null));
  await assert.rejects(
    stopServices(ignored.host, plan()),
    (error) => error instanceof UserError && error.problems[0]?.what === "bot still runs after it was stopped",
  );
  assert.deepEqual(acts(ignored.asked), ["stop -- bot"]);
  const refused = machine(["web", "bot"], (said) =>
    said.includes(" stop ") ? { code: 1, stderr: "sudo: a password is required" } : null,
  );
  await assert.rejects(
    stopServices(refused.host, plan()),
    (error) => error instanceof CommandError && /password is required/.test(error.message),
  );
});

test("units start in order after a stop, and a preparation that fails does not matter", async () => {
  const { host, asked, running } = machine(["bot"], (said) => (/reload|reset-failed/.test(said) ? { code: 1 } : null));
  await startServices(host, plan());
  assert.deepEqual(acts(asked), [
    "stop -- bot",
    "stop -- web",
    "daemon-reload",
    "reset-failed -- web",
    "start -- web",
    "daemon-reload",
    "reset-failed -- bot",
    "start -- bot",
  ]);
  assert.deepEqual([...running], ["web", "bot"]);
});

test("what is stopped already is asked, and not stopped again before a start", async () => {
  const { host, asked } = machine([]);
  await startServices(host, plan());
  assert.deepEqual(
    asked.slice(0, 2).map((one) => one.includes(" show ")),
    [true, true],
  );
  assert.ok(!acts(asked).some((one) => one.startsWith("stop")), asked.join());
});

test("a unit that does not start is an error", async () => {
  const { host } = machine([], (said) =>
    said.includes("start -- web") && !said.includes("re") ? { code: 1, stderr: "Job for web.service failed" } : null,
  );
  await assert.rejects(startServices(host, plan()), CommandError);
});

test("not knowing is not the same as stopped", async () => {
  const { host } = machine([], (said) =>
    said.includes(" show ") ? { stdout: "LoadState=not-found\nActiveState=inactive\n" } : null,
  );
  await assert.rejects(
    unitState(host, plan(), "web"),
    (error) =>
      error instanceof UserError &&
      error.problems[0]?.what === "systemd does not say whether web runs" &&
      /systemctl show/.test(error.problems[0].mend ?? ""),
  );
  await assert.rejects(stopServices(host, plan()), UserError);
});

test("before the window: unknown and stopped units, and what may not be managed, are told together", async () => {
  assert.deepEqual(await serviceProblems(machine(["web", "bot"]).host, plan()), []);
  const some = machine(["web"]);
  assert.deepEqual(
    (await serviceProblems(some.host, plan())).map(({ what }) => what),
    ["bot does not run"],
  );
  const strict = machine(["web", "bot"], (said) =>
    / (start|reset-failed) /.test(said) ? { code: 1, stderr: "Interactive authentication required." } : null,
  );
  for (const sudo of [false, true])
    assert.deepEqual(
      (await serviceProblems(strict.host, plan({ sudo }))).map(({ what, code }) => [code, what.split(":")[0]]),
      [
        ["unit-right", "golive may not manage web"],
        ["unit-right", "golive may not manage bot"],
      ],
    );
  const harmless = / show |--job-mode=ignore-dependencies|^sudo -n systemctl reset-failed|\/golive\/said/;
  for (const { asked } of [some, strict])
    assert.ok(
      asked.every((one) => harmless.test(one)),
      "nothing is changed",
    );
});
