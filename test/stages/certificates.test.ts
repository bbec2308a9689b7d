import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { type Acme, certbot, startAcme } from "../../packages/rehearsal/production/servers/acme.ts";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { type Program, startProgram } from "../../packages/rehearsal/production/processes/program.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { Entry } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import { certificateFinding } from "../../src/stages/dns-tls/certificate-needs.ts";
import { certificateRehearsals, certificateSteps } from "../../src/stages/dns-tls/certificates.ts";
import { runStep } from "../../src/stages/launch/run-steps.ts";
import { makeAuthority } from "../checks/certificates.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { launchFor } from "./launch-for.ts";

const name = "clinic.example.org";
const step = "dns-tls.certificate-site";

describe("certificates of the plan, with certbot, Pebble and nginx", { concurrency: false }, () => {
  let directory = "";
  let acme: Acme;
  let old: { key: string; chain: string };
  let ports: readonly number[] = [];
  const programs: Program[] = [];
  const at = (file: string) => join(directory, file);

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "golive-acme-"));
    await chmod(directory, 0o755);
    ports = await freePorts(3);
    const [http, one, two] = ports;
    old = await (await makeAuthority(at("ca"))).issue({ from: -100, to: -2, names: [name] });
    acme = await startAcme({
      directory: at("acme"),
      httpPort: http ?? 0,
      started: (program) => programs.push(program),
    });
    await mkdir(at("webroot"));
    await mkdir(at("shown"));
    // The maintenance page is up, and lets the CA's question through.
    const server = (port: number | undefined, folder: string) =>
      `server { listen 127.0.0.1:${port} ssl; ssl_certificate ${at(folder)}/chain.pem; ssl_certificate_key ${at(folder)}/key.pem; return 503; }`;
    await writeFile(
      at("nginx.conf"),
      `daemon off; pid ${at("nginx.pid")}; error_log ${at("error.log")}; worker_processes 1; events {} http { access_log off; ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${at("temp")};`).join(" ")} server { listen 127.0.0.1:${http}; location /.well-known/acme-challenge/ { root ${at("webroot")}; } location / { return 503; } } ${server(one, "shown")} ${server(two, "second")} }`,
    );
    // What a person has certbot call: the new certificate to where nginx reads it, and a reload.
    await writeFile(
      at("reload"),
      `#!/bin/sh\nset -e\nfor to in "$@"; do cp "${at("home/config/live")}/${name}/fullchain.pem" "$to/chain.pem"; cp "${at("home/config/live")}/${name}/privkey.pem" "$to/key.pem"; done\nnginx -c ${at("nginx.conf")} -s reload 2>/dev/null\n`,
      { mode: 0o755 },
    );
    for (const folder of ["shown", "second"]) await ended(folder);
    programs.push(
      startProgram({
        name: "nginx",
        file: "/usr/sbin/nginx",
        cwd: directory,
        log: at("nginx.log"),
        stopSignal: "SIGTERM",
        args: ["-c", at("nginx.conf")],
      }),
    );
    const { launch } = launchWith({});
    const seen = async () => (await certificateFinding(launch.plan, launch)).note;
    await pollUntil(async () => !(await seen()).includes("ECONNREFUSED"), { what: "nginx listens" });
  });
  after(async () => {
    for (const program of programs.toReversed()) await program.stop();
    await rm(directory, { recursive: true, force: true });
  });

  /** The certificate that ended two days ago. */
  async function ended(folder: string) {
    await mkdir(at(folder), { recursive: true });
    await writeFile(join(at(folder), "chain.pem"), await readFile(old.chain));
    await writeFile(join(at(folder), "key.pem"), await readFile(old.key));
  }
  async function endedAgain() {
    for (const folder of ["shown", "second"]) await ended(folder);
    await promisify(execFile)("nginx", ["-c", at("nginx.conf"), "-s", "reload"]);
    const { launch } = launchWith({}, { addresses: [ports[1]] });
    let inARow = 0;
    for (const until = Date.now() + 20_000; inARow < 15; await new Promise((resolve) => setTimeout(resolve, 100))) {
      assert.ok(Date.now() < until, "nginx does not show the old one");
      inARow = /is renewed in the window$/.test((await certificateFinding(launch.plan, launch)).note) ? inARow + 1 : 0;
    }
  }

  function launchWith(
    change: Record<string, unknown>,
    { addresses = [ports[1]], entries = [] }: { addresses?: (number | undefined)[]; entries?: Entry[] } = {},
  ) {
    const certificate = {
      id: "site",
      check: "tls",
      host: "app-1",
      sudo: false,
      renew: certbot({ acme, home: at("home"), webroot: at("webroot"), name }),
      reload: [at("reload"), at("shown"), at("second")],
      timeout: 60,
      tries: 2,
      pause: 0.1,
      required: true,
      ...change,
    };
    const check = {
      kind: "tls",
      id: "tls",
      name,
      addresses: addresses.map((port) => `127.0.0.1:${port}`),
      ca: acme.root,
      protocol: "TLSv1.2",
      oneCertificate: true,
      redirect: false,
      httpPort: 80,
      within: 3,
      required: true,
      limit: 60,
    };
    const plan = {
      ...samplePlan(),
      verify: { ...samplePlan().verify, checks: [check] },
      certificates: [certificate],
    } as Plan;
    const notes: string[] = [];
    const log = {
      info: (text: string) => void notes.push(text),
      warn: (text: string) => void notes.push(text),
      error: (text: string) => void notes.push(text),
    };
    const { launch } = launchFor({
      plan,
      entries,
      release: { id: "r", window: { start: "2026-01-01T00:00:00Z", end: "2036-01-01T00:00:00Z" } },
      hosts: [localHost("app-1")],
      over: { log },
    });
    const run = async () => {
      const [only] = certificateSteps(plan);
      assert.ok(only);
      await runStep(launch, only);
    };
    return { launch, run, entries, notes, of: () => stateOf(entries, "r").steps.get(step) };
  }
  const counting = () => ["sh", "-c", `echo once >> ${at("calls")}; exit 1`];
  const calls = async () => (await readFile(at("calls"), "utf8").catch(() => "")).split("\n").length - 1;

  test("one that has ended is renewed while the maintenance page is up, and is not renewed again", async () => {
    const { run, of, launch } = launchWith({});
    assert.match(
      (await certificateFinding(launch.plan, launch)).note,
      /^site: 127\.0\.0\.1:\d+: the certificate ended 2(\.0)? days ago.*: it is renewed in the window$/,
    );
    await run();
    assert.deepEqual([of()?.status, of()?.facts.tries], ["done", 1], of()?.note);
    assert.match(of()?.note ?? "", /^renewed: 90 days left of 90 days$/);
    const again = launchWith({ renew: counting() });
    await again.run();
    assert.deepEqual([again.of()?.status, again.of()?.facts.tries, await calls()], ["skipped", undefined, 0]);
    assert.match((await certificateFinding(again.launch.plan, again.launch)).note, /^site: 90 days left of 90 days$/);
  });

  test("the CA refuses: as many tries as the plan allows, over all runs; then it says what the client said", async () => {
    await endedAgain();
    await mkdir(at("elsewhere"), { recursive: true });
    const entries: Entry[] = [];
    const wrong = { renew: certbot({ acme, home: at("home"), webroot: at("elsewhere"), name }) };
    const { run, of } = launchWith(wrong, { entries });
    await assert.rejects(
      run(),
      /still not good after 2 tries: 127\.0\.0\.1:\d+: the certificate ended 2(\.0)? days ago[\s\S]*the last: env [\s\S]*exited 1[\s\S]*look at the client's log/,
    );
    assert.deepEqual([of()?.status, of()?.facts.tries], ["failed", 2]);
    // Run again, it asks the CA nothing more.
    const next = launchWith({ renew: counting() }, { entries });
    await assert.rejects(next.run(), /still not good after 2 tries/);
    assert.equal(await calls(), 0);
  });

  test("a run that was killed in a try had that try", async () => {
    const at1 = { at: "2026-11-24T00:00:00Z", release: "r", run: { id: 1, attempt: 1 } };
    const killed: Entry[] = [{ ...at1, kind: "step", step, status: "started", facts: { tries: 1 } }];
    const { run, of } = launchWith({ renew: counting() }, { entries: killed });
    await assert.rejects(run(), /still not good after 2 tries/);
    assert.deepEqual([of()?.facts.tries, await calls()], [2, 1]);
    await rm(at("calls"));
  });

  test("one that is not required is told, and holds nothing up", async () => {
    const { run, of, launch } = launchWith({ renew: ["false"], tries: 1, required: false });
    await run();
    assert.equal(of()?.status, "skipped");
    assert.match(of()?.note ?? "", /^⚠️ .*still not good after 1 try/);
    assert.match(launch.state().notes[0]?.text ?? "", /not renewed, and not required/);
  });

  test("what cannot be seen is not renewed on a guess", async () => {
    const [closed] = await freePorts(1);
    const { run, of, launch } = launchWith({ renew: counting() }, { addresses: [ports[1], closed] });
    assert.match(
      (await certificateFinding(launch.plan, launch)).problems[0]?.what ?? "",
      /cannot be looked at: 127\.0\.0\.1:\d+: .*ECONNREFUSED/,
    );
    await assert.rejects(run(), /cannot be looked at, and is not renewed on a guess/);
    assert.deepEqual([of()?.status, await calls()], ["failed", 0]);
  });

  test("a client that hangs is ended, and one that is not there is told", async () => {
    const hangs = launchWith({ renew: ["sleep", "30"], timeout: 1, tries: 1 });
    await assert.rejects(hangs.run(), /still not good after 1 try[\s\S]*1(\.0)? s/);
    const missing = launchWith({ renew: ["/nowhere/certbot"], tries: 1 });
    await assert.rejects(missing.run(), /still not good after 1 try[\s\S]*\/nowhere\/certbot/);
  });

  test("the day before it is rehearsed, and only when it would be renewed", async () => {
    const { launch, entries } = launchWith({ rehearse: ["sh", "-c", "exit 3"] });
    const [rehearsal] = certificateRehearsals(launch.plan);
    assert.ok(rehearsal);
    await assert.rejects(runStep(launch, rehearsal), /exited 3/);
    assert.equal(stateOf(entries, "r").steps.get("day-before.certificate-site")?.status, "failed");
    const works = launchWith({
      rehearse: [...certbot({ acme, home: at("dry"), webroot: at("webroot"), name }), "--dry-run"].filter(
        (word) => word !== "--force-renewal",
      ),
    });
    const [dry] = certificateRehearsals(works.launch.plan);
    assert.ok(dry);
    await runStep(works.launch, dry);
    assert.match(
      works.launch.state().steps.get("day-before.certificate-site")?.note ?? "",
      /its renewal was rehearsed$/,
    );
  });

  test("one of two balancers still shows the old one: it is not good, whatever the client says", async () => {
    const { run } = launchWith({ reload: [at("reload"), at("shown")], tries: 1 }, { addresses: [ports[1], ports[2]] });
    await assert.rejects(
      run(),
      /still not good after 1 try: 127\.0\.0\.1:\d+: the certificate ended[\s\S]*not the same certificate everywhere/,
    );
    const mended = launchWith({}, { addresses: [ports[1], ports[2]] });
    await mended.run();
    assert.match(mended.of()?.note ?? "", /^renewed: 90 days left/);
  });
});
