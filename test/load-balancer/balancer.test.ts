import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Command } from "../../src/core/command.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type BalancerPlan, openBalancer } from "../../src/load-balancer/balancer.ts";
import { dropToken, keepToken, keptToken, newToken, tokenForm } from "../../src/load-balancer/bypass.ts";
import { drain } from "../../src/load-balancer/drain.ts";
import { commandBalancer } from "../../src/load-balancer/command.ts";
import { nginxBalancer } from "../../src/load-balancer/nginx.ts";
import { hostSaying, hostsOf } from "../checks/hosts-of.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const { header, addresses } = samplePlan().loadBalancer as Extract<BalancerPlan, { kind: "nginx" }>;
const nginx = (flag: string, hosts = ["app-1"]): Extract<BalancerPlan, { kind: "nginx" }> => ({
  kind: "nginx",
  hosts,
  flag,
  header,
  addresses,
});
const byCommand = {
  kind: "command",
  host: "lb",
  on: ["page", "on", "$(x)"],
  off: ["page", "off"],
  status: ["page", "status"],
  header,
  addresses,
} as const;
const commandPlan: Extract<BalancerPlan, { kind: "command" }> = {
  ...byCommand,
  on: [...byCommand.on],
  off: [...byCommand.off],
  status: [...byCommand.status],
};

test("nginx: the flag file is the page, and twice is as good as once", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive flag's-"));
  t.after(() => rm(directory, { recursive: true }));
  const flag = join(directory, "maintenance $x");
  const balancer = openBalancer(nginx(flag), hostsOf(localHost("app-1")));
  assert.equal(await balancer.status(), "off");
  await balancer.off();
  await balancer.on("launch of v1.1.0 by 'anna' $(id)");
  await balancer.on("launch of v1.1.0 by 'anna' $(id)");
  assert.equal(await balancer.status(), "on");
  assert.equal(await readFile(flag, "utf8"), "launch of v1.1.0 by 'anna' $(id)\n");
  assert.equal((await stat(flag)).mode & 0o777, 0o644, "nginx's workers have to see it");
  await balancer.off();
  await balancer.off();
  assert.equal(await balancer.status(), "off");
});

test("nginx: a folder that is not there is an error, not a page that is up", async () => {
  const balancer = openBalancer(nginx("/nowhere/at/all/flag"), hostsOf(localHost("app-1")));
  await assert.rejects(balancer.on("x"), CommandError);
});

test("nginx: several balancers may differ", async () => {
  const status = (...said: string[]) =>
    nginxBalancer(
      nginx("/f", said),
      said.map((stdout, index) => hostSaying(`lb-${index}`, { stdout: `${stdout}\n` })),
    ).status();
  assert.equal(await status("on", "on"), "on");
  assert.equal(await status("off", "off"), "off");
  assert.equal(await status("on", "off"), "mixed");
  assert.equal(await status("off", "on"), "mixed");
  await assert.rejects(
    nginxBalancer(nginx("/f"), [hostSaying("lb", { code: 1, stdout: "off\n" })]).status(),
    CommandError,
  );
});

test("command: exit codes of status", async () => {
  const status = (code: number | null, timedOut = false) =>
    commandBalancer(commandPlan, hostSaying("lb", { code, timedOut })).status();
  assert.equal(await status(0), "on");
  assert.equal(await status(3), "off");
  for (const code of [1, 2, 4, 126, 127, 255, null]) await assert.rejects(status(code), CommandError, String(code));
});

test("command: the plan's own words, as they are", async () => {
  const asked: Command[] = [];
  const host = hostFrom("lb", async (given) => {
    asked.push(given);
    return { code: 0, stdout: "", stderr: "", seconds: 0, timedOut: false };
  });
  const balancer = openBalancer(commandPlan, hostsOf(host));
  await balancer.on("why");
  await balancer.off();
  await balancer.status();
  assert.deepEqual(
    asked.map(({ file, args }) => [file, ...args]),
    [
      ["page", "on", "$(x)"],
      ["page", "off"],
      ["page", "status"],
    ],
  );
  assert.ok(asked.every(({ timeoutSeconds }) => timeoutSeconds === 300));
});

test("no token is ever a word of a command, and none is told when one fails", async () => {
  const token = newToken();
  const haproxy = {
    kind: "haproxy",
    hosts: ["lb"],
    map: "/m",
    key: "golive",
    socket: "/s",
    bypass: { map: "/b" },
    servers: {},
    header,
    addresses,
  } as const;
  const given = {
    nginx: { ...nginx("/f", ["lb"]), bypass: { directory: "/d" } },
    haproxy: { ...haproxy, hosts: [...haproxy.hosts], addresses: [...addresses] },
    command: { ...commandPlan, bypass: { on: ["past", "on"], off: ["past", "off"] } },
  };
  for (const [kind, plan] of Object.entries(given)) {
    const asked: Command[] = [];
    const host = hostFrom(
      "lb",
      async (command) => (
        asked.push(command),
        { code: 1, stdout: "", stderr: `curl: (22) ${command.stdin ?? ""}`, seconds: 0, timedOut: false }
      ),
    );
    const { bypass } = openBalancer(plan, hostsOf(host));
    await assert.rejects(
      async () => bypass?.allow(token),
      (error) => error instanceof CommandError && !error.message.includes(token),
      kind,
    );
    assert.deepEqual(
      asked.map(({ stdin }) => stdin),
      [`${token}\n`],
      kind,
    );
    assert.ok(
      asked.every(({ file, args, label, env }) => !JSON.stringify([file, args, label, env]).includes(token)),
      kind,
    );
    await assert.rejects(async () => bypass?.clear(), CommandError, kind);
  }
});

test("command: how many requests run, by a command that prints nothing else", async () => {
  const running = (stdout: string) =>
    openBalancer(
      { ...commandPlan, drain: { within: 1, running: ["count"] } },
      hostsOf(hostSaying("lb", { stdout })),
    ).running?.();
  assert.deepEqual([await running("3\n"), await running("0")], [[3], [0]]);
  for (const said of ["", "none", "-1", "1 2"]) await assert.rejects(async () => running(said), UserError, said);
});

test("drain: the least that was seen at each balancer is what can still run", async () => {
  const seen = [
    [3, 0],
    [0, 4],
    [2, 0],
  ];
  assert.match(await drain(async () => seen.shift() ?? [9, 9], 5, { everyMs: 5 }), /^no request runs any more/);
  assert.equal(
    await drain(async () => [1, 2], 0.03, { everyMs: 5 }),
    "3 requests still run after 0.03 s; the services end them as they stop",
  );
  const cancelled = new AbortController();
  const waits = drain(async () => [1], 60, { everyMs: 50_000, signal: cancelled.signal });
  setTimeout(() => cancelled.abort(), 20);
  await assert.rejects(waits, /abort/i);
});

test("the token of a page is kept for its own launch, for nobody else to read", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), "golive token's-"));
  t.after(() => rm(directory, { recursive: true }));
  const control = localHost("app-1");
  assert.equal(await keptToken(control, directory), null);
  const token = newToken();
  assert.match(token, tokenForm);
  await keepToken(control, directory, "v1-1", token);
  assert.deepEqual(await keptToken(control, directory), { release: "v1-1", token });
  assert.equal((await stat(join(directory, "bypass-token"))).mode & 0o777, 0o600);
  await writeFile(join(directory, "bypass-token"), "v1-1 half");
  assert.equal(await keptToken(control, directory), null);
  for (let time = 0; time < 2; time++) await dropToken(control, directory);
  assert.equal(await keptToken(control, directory), null);
});

test("command: a switch that fails is an error", async () => {
  const balancer = commandBalancer(commandPlan, hostSaying("lb", { code: 1, stderr: "error: no such backend" }));
  await assert.rejects(balancer.on("x"), CommandError);
  await assert.rejects(balancer.off(), CommandError);
});
