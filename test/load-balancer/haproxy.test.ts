import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import { lookAtPaths } from "../../src/load-balancer/open-paths.ts";
import { haproxyBalancer } from "../../src/load-balancer/haproxy/haproxy.ts";
import { probe } from "../../src/hosts/requests/probe.ts";
import { newToken } from "../../src/load-balancer/bypass.ts";
import { drain } from "../../src/load-balancer/drain.ts";
import { prove, proveBypass } from "../../src/load-balancer/proof.ts";
import { awaitServers } from "../../src/load-balancer/servers.ts";
import type { BalancerPlan } from "../../src/load-balancer/balancer.ts";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { slowService } from "./slow-service.ts";

type HaproxyPlan = Extract<BalancerPlan, { kind: "haproxy" }>;

/** A real HAProxy with the frontend of docs/maintenance.md before two servers, with a second map key that belongs to somebody else. */
async function startHaproxy(name: string) {
  const directory = await mkdtemp(join(tmpdir(), `golive-${name}-`));
  await chmod(directory, 0o755);
  const [port = 0] = await freePorts(1);
  const [service, other] = await Promise.all([slowService(5000), slowService(5000)]);
  const map = join(directory, "golive.map");
  const tokens = join(directory, "golive-bypass.map");
  const socket = join(directory, "admin.sock");
  const state = join(directory, "servers");
  await writeFile(map, "other on\ngolive off\n", { mode: 0o640 });
  await writeFile(tokens, "", { mode: 0o640 });
  await writeFile(join(directory, "maintenance.html"), "<h1>back soon</h1>\n");
  const page = await readFile(new URL("../../docs/maintenance.md", import.meta.url), "utf8");
  const frontend = page
    .split("\n")
    .filter((line) => /^ {2}(acl golive_|http-request )/.test(line))
    .join("\n")
    .replaceAll("/etc/haproxy", directory);
  assert.equal(frontend.split("\n").length, 6);
  await writeFile(
    join(directory, "haproxy.cfg"),
    `global
  stats socket ${socket} mode 600 level admin
  server-state-file ${state}
defaults
  mode http
  timeout client 15s
  timeout server 15s
  timeout connect 5s
  load-server-state-from-file global
frontend site
  bind 127.0.0.1:${port}
${frontend}
  default_backend app
backend app
  server web1 ${service.address} check inter 200ms rise 2 fall 2
  server web2 ${other.address}
backend elsewhere
  server web1 127.0.0.1:1 check inter 200ms
`,
  );
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn("haproxy", ["-db", "-f", join(directory, "haproxy.cfg")], { stdio: "ignore" });
    for (let tries = 0; tries < 100; tries++)
      if ((await probe(`http://127.0.0.1:${port}/`, { timeoutSeconds: 1 })).status !== 0) return;
      else await sleep(50);
    throw new Error("HAProxy does not start");
  };
  const halt = async () => {
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGTERM");
    await ended;
  };
  await start();
  const plan: HaproxyPlan = {
    kind: "haproxy",
    hosts: [name],
    map,
    key: "golive",
    socket,
    bypass: { map: tokens },
    backend: "app",
    servers: {},
    stateFile: state,
    drain: { within: 15 },
    header: "X-Golive-Maintenance",
    addresses: [`127.0.0.1:${port}`],
  };
  return {
    directory,
    map,
    plan,
    port,
    tokens,
    service,
    other,
    whole: { ...samplePlan(), site: { url: "http://clinic.example.org/" }, loadBalancer: plan },
    status: async (headers: Record<string, string> = {}) =>
      (await probe(`http://127.0.0.1:${port}/`, { headers })).status,
    /** What a reload comes to: the file is read anew. */
    again: async () => (await halt(), await start()),
    halt,
    start,
    async stop() {
      await halt();
      service.stop();
      other.stop();
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
    assert.match(
      await prove({ ...samplePlan(), site: { url: "http://clinic.example.org/" }, loadBalancer: one.plan }, "closed"),
      /3 looks in a row/,
    );
    for (let time = 0; time < 2; time++) {
      await balancer().off();
      assert.deepEqual([await balancer().status(), await one.status()], ["off", 200]);
    }
    assert.equal(await readFile(one.map, "utf8"), "other on\ngolive off\n");
  });

  test("paths that machines call stay open beside the page", async () => {
    const openPaths = [{ path: "/ping/health" }, { path: "/booking" }];
    await balancer().on("x");
    const seen = await lookAtPaths({ ...one.whole, loadBalancer: { ...one.plan, openPaths } });
    assert.deepEqual(
      seen.map(({ open }) => open),
      [true, false],
    );
    await balancer().off();
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
    await assert.rejects(
      prove({ ...samplePlan(), site: { url: "http://clinic.example.org/" }, loadBalancer: both }, "closed", 1),
      (error) =>
        error instanceof UserError &&
        error.problems.length === 1 &&
        error.problems[0]?.where === `127.0.0.1:${two.port}`,
    );
    await balancer().off();
  });

  test("no HAProxy, no such map, a socket that may not: errors, and never a page that is up", async () => {
    await assert.rejects(
      haproxyBalancer({ ...one.plan, map: "/nowhere/else.map" }, [localHost("lb-1")]).status(),
      (error) => error instanceof UserError && /has no map/.test(error.problems[0]?.what ?? ""),
    );
    await assert.rejects(haproxyBalancer({ ...one.plan, socket: "/nowhere.sock" }, [localHost("lb-1")]).status());
    await two.halt();
    const gone = haproxyBalancer(two.plan, [localHost("lb-2")]);
    await assert.rejects(gone.status());
    await assert.rejects(gone.on("x"));
    await two.start();
  });

  test("the token leads past the page, through a restart as well; nothing else does; it is gone with clear", async () => {
    const { bypass } = balancer();
    assert.ok(bypass);
    const [earlier, token] = [newToken(), newToken()];
    await bypass.allow(earlier);
    for (let time = 0; time < 2; time++) await bypass.allow(token);
    await balancer().on("x");
    assert.equal(await readFile(one.tokens, "utf8"), `${token} yes\n`);
    assert.equal((await stat(one.tokens)).mode & 0o777, 0o640);
    for (let time = 0; time < 2; time++) {
      assert.equal(await one.status(), 503);
      assert.equal(await one.status({ "x-golive-bypass": token }), 200);
      assert.equal(await one.status({ cookie: `a=b; golive_bypass=${token}; c=d` }), 200);
      for (const value of [earlier, token.toUpperCase(), token.slice(1), `${token}0`, "", "golive", "yes", "*"]) {
        assert.equal(await one.status({ "x-golive-bypass": value }), 503, `header ${value}`);
        assert.equal(await one.status({ cookie: `golive_bypass=${value}` }), 503, `cookie ${value}`);
      }
      assert.equal(
        await proveBypass(one.whole, token, bypass.tricks),
        "the token leads past it; 4 that are none do not",
      );
      await one.again();
    }
    assert.ok(
      [...one.service.asked, ...one.other.asked].every(({ bypass: seen }) => seen === undefined),
      "the service does not get the token",
    );
    for (let time = 0; time < 2; time++) await bypass.clear();
    assert.equal(await readFile(one.tokens, "utf8"), "");
    assert.equal(await one.status({ "x-golive-bypass": token }), 503);
    await balancer().off();
  });

  test("a map of tokens that HAProxy does not know: an error by day, that names no token", async () => {
    const lost = haproxyBalancer({ ...one.plan, bypass: { map: join(one.directory, "else.map") } }, [
      localHost("lb-1"),
    ]);
    const token = newToken();
    await assert.rejects(
      lost.status(),
      (error) => error instanceof UserError && /has no map .*else\.map/.test(error.message),
    );
    await assert.rejects(
      async () => lost.bypass?.allow(token),
      (error) => error instanceof UserError && !error.message.includes(token),
    );
  });

  test("a request that came before the page ends with 200, and is waited for", async () => {
    const { running } = balancer();
    assert.ok(running);
    assert.deepEqual(await running(), [0]);
    const slow = probe(`http://127.0.0.1:${one.port}/slow`, { timeoutSeconds: 15 });
    await sleep(200);
    await balancer().on("x");
    assert.equal(await one.status(), 503);
    assert.deepEqual(await running(), [1]);
    assert.match(await drain(running, 15), /^no request runs any more, after [345]\.\d s$/);
    assert.equal((await slow).status, 200);
    await balancer().off();
  });

  test("a server is taken out and put back, which is read back, and kept through a restart", async () => {
    const { servers } = haproxyBalancer({ ...one.plan, servers: { "app-1": "web1", "app-2": "web2" } }, [
      localHost("lb-1"),
    ]);
    assert.ok(servers);
    assert.deepEqual(await servers.missing(), []);
    for (let time = 0; time < 2; time++) await servers.takeOut("app-1");
    for (let time = 0; time < 2; time++) {
      assert.deepEqual(await servers.missing(), [{ balancer: "lb-1", server: "web1", state: "MAINT" }]);
      one.service.asked.length = 0;
      for (let visit = 0; visit < 6; visit++) assert.equal(await one.status(), 200);
      assert.equal(one.service.asked.length, 0, "it gets no visitors");
      await one.again();
    }
    for (let time = 0; time < 2; time++) await servers.putBack("app-1");
    await until(async () => (await servers.missing()).length === 0);
    await one.again();
    assert.deepEqual(await servers.missing(), []);
    await assert.rejects(
      servers.takeOut("app-3"),
      (error) => error instanceof UserError && /which server app-3 is/.test(error.message),
    );
    const strange = haproxyBalancer({ ...one.plan, servers: { "app-1": "web9" } }, [localHost("lb-1")]);
    await assert.rejects(
      async () => strange.servers?.takeOut("app-1"),
      (error) => error instanceof UserError && /app\/web9 is not there .*No such server/.test(error.message),
    );
    assert.deepEqual(await strange.servers?.missing(), [{ balancer: "lb-1", server: "web9", state: "not there" }]);
    await assert.rejects(
      async () => haproxyBalancer({ ...one.plan, backend: "nope" }, [localHost("lb-1")]).servers?.missing(),
      (error) => error instanceof UserError && /no backend nope/.test(error.message),
    );
  });

  test("without a state file a restart forgets that a server is out, and that is seen", async () => {
    const { stateFile: _, ...plan } = { ...two.plan, servers: { "app-1": "web1" } };
    const { servers } = haproxyBalancer(plan, [localHost("lb-2")]);
    await servers?.takeOut("app-1");
    await two.again();
    assert.deepEqual(await servers?.missing(), []);
  });

  test("a server that does not answer its health check is missed", async () => {
    const { servers } = haproxyBalancer(two.plan, [localHost("lb-2")]);
    two.service.stop();
    await until(async () => (await servers?.missing())?.[0]?.state.startsWith("DOWN") === true);
    assert.deepEqual(
      (await servers?.missing())?.map(({ balancer: at, server }) => [at, server]),
      [["lb-2", "web1"]],
    );
    assert.ok(servers);
    await assert.rejects(
      awaitServers(servers, 0.2, 50),
      (error) => error instanceof UserError && /^lb-2: web1 is DOWN.*, so it gets no visitors/.test(error.message),
    );
    const named = haproxyBalancer({ ...two.plan, servers: { "app-2": "web2" } }, [localHost("lb-2")]).servers;
    assert.ok(named);
    assert.match(await awaitServers(named, 0.2, 50), /^every server is ready/);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    assert.ok(tries < 100, "it never came to that");
    await sleep(50);
  }
}
