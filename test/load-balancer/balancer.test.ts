import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Command } from "../../src/core/command.ts";
import { CommandError } from "../../src/core/errors.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type BalancerPlan, openBalancer } from "../../src/load-balancer/balancer.ts";
import { commandBalancer } from "../../src/load-balancer/command.ts";
import { nginxBalancer } from "../../src/load-balancer/nginx.ts";
import { hostSaying, hostsOf } from "../checks/hosts-of.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const { header, addresses } = samplePlan()["load-balancer"];
const nginx = (flag: string, hosts = ["app-1"]): Extract<BalancerPlan, { kind: "nginx" }> => ({ kind: "nginx", hosts, flag, header, addresses });
const byCommand = { kind: "command", host: "lb", on: ["page", "on", "$(x)"], off: ["page", "off"], status: ["page", "status"], header, addresses } as const;
const commandPlan: Extract<BalancerPlan, { kind: "command" }> = { ...byCommand, on: [...byCommand.on], off: [...byCommand.off], status: [...byCommand.status] };

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
  const status = (...said: string[]) => nginxBalancer(nginx("/f", said), said.map((stdout, index) => hostSaying(`lb-${index}`, { stdout: `${stdout}\n` }))).status();
  assert.equal(await status("on", "on"), "on");
  assert.equal(await status("off", "off"), "off");
  assert.equal(await status("on", "off"), "mixed");
  assert.equal(await status("off", "on"), "mixed");
  await assert.rejects(nginxBalancer(nginx("/f"), [hostSaying("lb", { code: 1, stdout: "off\n" })]).status(), CommandError);
});

test("command: exit codes of status", async () => {
  const status = (code: number | null, timedOut = false) => commandBalancer(commandPlan, hostSaying("lb", { code, timedOut })).status();
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
  assert.deepEqual(asked.map(({ file, args }) => [file, ...args]), [["page", "on", "$(x)"], ["page", "off"], ["page", "status"]]);
  assert.ok(asked.every(({ timeoutSeconds }) => timeoutSeconds === 300));
});

test("command: a switch that fails is an error", async () => {
  const balancer = commandBalancer(commandPlan, hostSaying("lb", { code: 1, stderr: "error: no such backend" }));
  await assert.rejects(balancer.on("x"), CommandError);
  await assert.rejects(balancer.off(), CommandError);
});
