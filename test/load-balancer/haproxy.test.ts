import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import { haproxyBalancer } from "../../src/load-balancer/haproxy.ts";
import { probe } from "../../src/load-balancer/probe.ts";
import { prove } from "../../src/load-balancer/proof.ts";
import type { BalancerPlan } from "../../src/load-balancer/balancer.ts";
import { freePorts } from "../../rehearsal/stage/free-ports.ts";
import { samplePlan } from "../plan/sample-plan.ts";

type HaproxyPlan = Extract<BalancerPlan, { kind: "haproxy" }>;

/** A real HAProxy in front of a service that answers 200, with a second map key that belongs to somebody else. */
async function startHaproxy(name: string) {
  const directory = await mkdtemp(join(tmpdir(), `golive-${name}-`));
  await chmod(directory, 0o755);
  const [port = 0] = await freePorts(1);
  const service = createServer((_, response) => response.end("ok"));
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const map = join(directory, "golive.map");
  const socket = join(directory, "admin.sock");
  await writeFile(map, "other on\ngolive off\n", { mode: 0o640 });
  await writeFile(join(directory, "page.http"), "<h1>back soon</h1>\n");
  await writeFile(join(directory, "haproxy.cfg"), `global
  stats socket ${socket} mode 600 level admin
defaults
  mode http
  timeout client 5s
  timeout server 5s
  timeout connect 5s
frontend site
  bind 127.0.0.1:${port}
  http-request return status 503 content-type text/html file ${join(directory, "page.http")} hdr X-Golive-Maintenance on hdr Retry-After 600 if { str(golive),map(${map},off) -m str on }
  default_backend app
backend app
  server app 127.0.0.1:${(service.address() as { port: number }).port}
`);
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn("haproxy", ["-db", "-f", join(directory, "haproxy.cfg")], { stdio: "ignore" });
    for (let tries = 0; tries < 100; tries++) if ((await probe(`http://127.0.0.1:${port}/`, { timeoutSeconds: 1 })).status !== 0) return;
      else await sleep(50);
    throw new Error("HAProxy does not start");
  };
  const halt = async () => {
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGTERM");
    await ended;
  };
  await start();
  const plan: HaproxyPlan = { kind: "haproxy", hosts: [name], map, key: "golive", socket, header: "X-Golive-Maintenance", addresses: [`127.0.0.1:${port}`] };
  return {
    directory, map, plan, port,
    status: async () => (await probe(`http://127.0.0.1:${port}/`)).status,
    /** What a reload comes to: the file is read anew. */
    again: async () => (await halt(), await start()),
    halt, start,
    async stop() {
      await halt();
      service.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

describe("haproxy", () => {
  let one: Awaited<ReturnType<typeof startHaproxy>>;
  let two: Awaited<ReturnType<typeof startHaproxy>>;
  before(async () => void ([one, two] = await Promise.all([startHaproxy("lb-1"), startHaproxy("lb-2")])));
  after(() => Promise.all([one.stop(), two.stop()]));
  const balancer = () => haproxyBalancer(one.plan, [localHost("lb-1")]);

  test("on and off without a reload, each again without harm; what else is in the map stays", async () => {
    assert.equal(await balancer().status(), "off");
    for (let time = 0; time < 2; time++) {
      await balancer().on("x");
      assert.deepEqual([await balancer().status(), await one.status()], ["on", 503]);
    }
    assert.equal(await readFile(one.map, "utf8"), "other on\ngolive on\n");
    assert.match(await prove({ ...samplePlan(), site: { url: "http://clinic.example.org/" }, "load-balancer": one.plan }, "closed"), /3 looks in a row/);
    for (let time = 0; time < 2; time++) {
      await balancer().off();
      assert.deepEqual([await balancer().status(), await one.status()], ["off", 200]);
    }
    assert.equal(await readFile(one.map, "utf8"), "other on\ngolive off\n");
  });

  test("a restart keeps the page, and keeps it down", async () => {
    await balancer().on("x");
    await one.again();
    assert.deepEqual([await balancer().status(), await one.status()], ["on", 503]);
    await balancer().off();
    await one.again();
    assert.deepEqual([await balancer().status(), await one.status()], ["off", 200]);
  });

  test("a key that the map does not have yet is added", async () => {
    await writeFile(one.map, "other on\n");
    await one.again();
    assert.equal(await balancer().status(), "off");
    await balancer().on("x");
    assert.equal(await one.status(), 503);
    await balancer().off();
  });

  test("file and HAProxy disagree, or one balancer of two is stale: mixed, and a second try heals it", async () => {
    await balancer().on("x");
    await writeFile(one.map, "golive off\n");
    assert.equal(await balancer().status(), "mixed");
    await balancer().on("x");
    assert.equal(await balancer().status(), "on");
    const both = { ...two.plan, hosts: ["lb-1", "lb-2"], addresses: [one, two].map(({ port }) => `127.0.0.1:${port}`) };
    await assert.rejects(prove({ ...samplePlan(), site: { url: "http://clinic.example.org/" }, "load-balancer": both }, "closed", 1), (error) => error instanceof UserError && error.problems.length === 1 && error.problems[0]?.where === `127.0.0.1:${two.port}`);
    await balancer().off();
  });

  test("no HAProxy, no such map, a socket that may not: errors, and never a page that is up", async () => {
    await assert.rejects(haproxyBalancer({ ...one.plan, map: "/nowhere/else.map" }, [localHost("lb-1")]).status(), (error) => error instanceof UserError && /has no map/.test(error.problems[0]?.what ?? ""));
    await assert.rejects(haproxyBalancer({ ...one.plan, socket: "/nowhere.sock" }, [localHost("lb-1")]).status());
    await two.halt();
    const gone = haproxyBalancer(two.plan, [localHost("lb-2")]);
    await assert.rejects(gone.status());
    await assert.rejects(gone.on("x"));
    await two.start();
  });
});
