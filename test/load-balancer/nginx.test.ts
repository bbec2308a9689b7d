import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { BalancerPlan } from "../../src/load-balancer/balancer.ts";
import { newToken } from "../../src/load-balancer/bypass.ts";
import { drain } from "../../src/load-balancer/drain.ts";
import { lookAtPaths } from "../../src/load-balancer/open-paths.ts";
import { nginxBalancer } from "../../src/load-balancer/nginx.ts";
import { probe } from "../../src/hosts/requests/probe.ts";
import { prove, proveBypass } from "../../src/load-balancer/proof.ts";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { slowService } from "./slow-service.ts";

type NginxPlan = Extract<BalancerPlan, { kind: "nginx" }>;

/** A real nginx with the very configuration of docs/maintenance.md, in front of a service. `mangle` spoils it. */
async function startNginx(mangle = (text: string) => text) {
  const directory = await mkdtemp(join(tmpdir(), "golive-nginx-"));
  await chmod(directory, 0o755);
  const [port = 0, statusPort = 0] = await freePorts(2);
  const service = await slowService(5000);
  await mkdir(join(directory, "www"));
  await writeFile(join(directory, "www/golive-maintenance.html"), "<h1>back soon</h1>\n");
  const page = await readFile(new URL("../../docs/maintenance.md", import.meta.url), "utf8");
  const block = (start: string) => {
    const text = page
      .split("```nginx\n")
      .find((part) => part.startsWith(start))
      ?.split("```")[0];
    assert.ok(text, `docs/maintenance.md has no block "${start}"`);
    return mangle(text)
      .replaceAll("/var/lib/golive", directory)
      .replaceAll("/var/www/maintenance", join(directory, "www"))
      .replaceAll("127.0.0.1:8000", service.address)
      .replaceAll("127.0.0.1:8088", `127.0.0.1:${statusPort}`);
  };
  await writeFile(
    join(directory, "nginx.conf"),
    `daemon off;
worker_processes 2;
pid ${directory}/nginx.pid;
events { worker_connections 64; }
http {
  access_log ${directory}/access.log;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${directory}/${name};`).join("\n  ")}
${block("# in http { … }: what")}
${block("# in http { … }: how many")}
  server {
    listen 127.0.0.1:${port};
${block("# in server { … }\n")}
${block("# in server { … }: what machines")}
  }
}
`,
  );
  const child: ChildProcess = spawn(
    "/usr/sbin/nginx",
    ["-p", directory, "-c", join(directory, "nginx.conf"), "-e", join(directory, "error.log")],
    { stdio: "ignore" },
  );
  for (let tries = 0; (await probe(`http://127.0.0.1:${port}/`, { timeoutSeconds: 1 })).status === 0; tries++) {
    if (tries > 100)
      throw new Error(`nginx does not start: ${await readFile(join(directory, "error.log"), "utf8").catch(() => "")}`);
    await sleep(50);
  }
  const plan: NginxPlan = {
    kind: "nginx",
    hosts: ["lb-1"],
    flag: join(directory, "maintenance"),
    bypass: { directory: join(directory, "bypass") },
    drain: { within: 15, status: `http://127.0.0.1:${statusPort}/nginx_status` },
    header: "X-Golive-Maintenance",
    addresses: [`127.0.0.1:${port}`],
  };
  return {
    directory,
    port,
    plan,
    service,
    balancer: nginxBalancer(plan, [localHost("lb-1")]),
    whole: { ...samplePlan(), site: { url: "http://clinic.example.org/" }, loadBalancer: plan },
    status: async (headers: Record<string, string> = {}) =>
      (await probe(`http://127.0.0.1:${port}/`, { headers })).status,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      service.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

describe("nginx, as docs/maintenance.md has it", () => {
  let one: Awaited<ReturnType<typeof startNginx>>;
  before(async () => void (one = await startNginx()));
  after(() => one.stop());

  test("the page answers every method, and is proved", async () => {
    await one.balancer.on("x");
    assert.match(await prove(one.whole, "closed"), /3 looks in a row/);
    for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE"]) {
      const answer = await fetch(`http://127.0.0.1:${one.port}/booking`, {
        method,
        ...(["POST", "PUT"].includes(method) ? { body: "x" } : {}),
      });
      assert.deepEqual([answer.status, answer.headers.get("x-golive-maintenance")], [503, "on"], method);
    }
    await one.balancer.off();
    assert.equal(await one.status(), 200);
  });

  test("paths that machines call stay open beside the page, and no other does", async () => {
    const openPaths = ["/.well-known/acme-challenge/x", "/ping/health", "/pingpong", "/booking"].map((path) => ({
      path,
    }));
    const plan = { ...one.whole, loadBalancer: { ...one.plan, openPaths } };
    await one.balancer.on("x");
    assert.deepEqual(
      (await lookAtPaths(plan)).map(({ open, answer }) => [open, answer.status]),
      [
        [true, 404],
        [true, 200],
        [false, 503],
        [false, 503],
      ],
    );
    await one.balancer.off();
  });

  test("the token leads past the page, as header and as cookie; nothing else does; it is gone with clear", async () => {
    const { bypass } = one.balancer;
    assert.ok(bypass);
    const [earlier, token] = [newToken(), newToken()];
    await bypass.allow(earlier);
    await writeFile(join(one.directory, "bypass/README"), "somebody's\n");
    await bypass.allow(token);
    await one.balancer.on("x");
    assert.deepEqual(
      (await readdir(join(one.directory, "bypass"))).toSorted(),
      [token, "README"].toSorted(),
      "an earlier token is gone, and nothing else",
    );
    assert.equal((await stat(join(one.directory, "bypass"))).mode & 0o777, 0o711, "nobody may list the tokens");
    assert.equal(await one.status(), 503);
    assert.equal(await one.status({ "x-golive-bypass": token }), 200);
    assert.equal(await one.status({ cookie: `a=b; golive_bypass=${token}; c=d` }), 200);
    assert.equal(await one.status({ cookie: "golive_bypass=", "x-golive-bypass": token }), 200);
    const none = [
      earlier,
      token.toUpperCase(),
      token.slice(1),
      `${token}0`,
      `x${token}`,
      `${token}/`,
      `./${token}`,
      `../bypass/${token}`,
      "README",
      "",
      ".",
      "..",
      "../maintenance",
      `${token}%00`,
      `${token}x:`,
      `:${token}x`,
    ];
    for (const value of none) {
      assert.equal(await one.status({ "x-golive-bypass": value }), 503, `header ${value}`);
      assert.equal(await one.status({ cookie: `golive_bypass=${value}` }), 503, `cookie ${value}`);
    }
    assert.ok(
      one.service.asked.every(({ bypass: seen }) => seen === undefined),
      "the service does not get the token",
    );
    assert.equal(await proveBypass(one.whole, token, bypass.tricks), "the token leads past it; 5 that are none do not");
    await assert.rejects(
      proveBypass(one.whole, newToken(), bypass.tricks),
      (error) =>
        error instanceof UserError && /with the launch's token one gets the maintenance page/.test(error.message),
    );
    await bypass.clear();
    await bypass.clear();
    assert.deepEqual(await readdir(join(one.directory, "bypass")), ["README"]);
    assert.equal(await one.status({ "x-golive-bypass": token }), 503);
    assert.ok(!(await readFile(join(one.directory, "access.log"), "utf8")).includes(token));
    await one.balancer.off();
  });

  test("a request that came before the page ends with 200, and is waited for", async () => {
    const { running } = one.balancer;
    assert.ok(running);
    assert.deepEqual(await running(), [0]);
    const slow = probe(`http://127.0.0.1:${one.port}/slow`, { timeoutSeconds: 15 });
    await sleep(200);
    await one.balancer.on("x");
    assert.deepEqual(await running(), [1]);
    assert.equal(
      await drain(running, 0.3, { everyMs: 50 }),
      "1 request still runs after 0.3 s; the services end it as they stop",
    );
    const note = await drain(running, 15);
    assert.match(note, /^no request runs any more, after [34]\.\d s$/);
    assert.equal((await slow).status, 200);
    await one.balancer.off();
  });

  test("a status page that is none: it cannot be told", async () => {
    const wrong = nginxBalancer({ ...one.plan, drain: { within: 1, status: `http://127.0.0.1:${one.port}/` } }, [
      localHost("lb-1"),
    ]);
    assert.ok(wrong.running);
    await assert.rejects(wrong.running(), UserError);
    assert.match(
      await drain(wrong.running, 0.2, { everyMs: 50 }),
      /^nobody can tell how many requests still run \(.*stub_status\); 0.2 s were waited$/,
    );
  });
});

test("a configuration that takes any file for a token is found out", async (t) => {
  const one = await startNginx((text) => text.replace('default "-"', "default $http_x_golive_bypass"));
  t.after(() => one.stop());
  const token = newToken();
  await one.balancer.bypass?.allow(token);
  await one.balancer.on("x");
  await assert.rejects(
    proveBypass(one.whole, token, one.balancer.bypass?.tricks ?? []),
    (error) =>
      error instanceof UserError && /what is not a token of this launch leads past the page/.test(error.message),
  );
});
