import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { hostsProblem } from "../../packages/rehearsal/hosts/able.ts";
import { applications, layout } from "../../packages/rehearsal/hosts/facts.ts";
import type { HostsProduction } from "../../packages/rehearsal/hosts/hosts-production.ts";
import { changeMain } from "../../packages/rehearsal/world/in-clone.ts";
import { exchange } from "../../packages/rehearsal/production/traffic/exchange.ts";
import { lost } from "../../packages/rehearsal/production/traffic/traffic.ts";
import { root, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { checkSchema } from "../../src/checks/registry.ts";
import { checkSystemd } from "../../src/checks/kinds/systemd/systemd.ts";
import type { SystemdCheck } from "../../src/checks/kinds/systemd/schema.ts";
import { renewalOf } from "../../src/checks/kinds/tls/renewal.ts";
import { command } from "../../src/core/command.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import type { Host } from "../../src/hosts/host.ts";
import { rightProblems } from "../../src/hosts/sudo/sudo-rights.ts";
import { sshHost } from "../../src/hosts/ssh/ssh.ts";
import {
  serviceProblems,
  serviceRights,
  type ServicesPlan,
  startServices,
  stopServices,
  unitState,
} from "../../src/services/manager.ts";
import { awaitHealth } from "../../src/stages/deploy/health.ts";
import { latestRelease, stateOf } from "../../src/journal/state.ts";
import { hostsOf } from "../checks/hosts-of.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const problem = await hostsProblem();

/** Machines with a systemd and an sshd of their own; golive comes as a user with no rights but those of docs/hosts.md. */
describe("real hosts", { skip: problem ?? false }, () => {
  let world: World<HostsProduction>;
  let production: HostsProduction;
  let host: Host;
  before(async () => {
    world = await startWorld({ production: "hosts", clients: 50 });
    production = world.production;
    const text = await readFile(join(root, "examples/fan-out.yml"), "utf8");
    await changeMain(production.origin, "Host by host", { ".github/workflows/fan-out.yml": () => text });
    const { address, hostKey } = production.hosts["app-2"];
    host = await sshHost(
      "app-2",
      { connect: "ssh", address, port: 22, user: production.ssh.user, hostKey: [hostKey] },
      { privateKey: await readFile(production.ssh.privateKeyFile, "utf8"), session: production.directory },
    );
  });
  after(async () => {
    await host?.close();
    await world?.stop();
  });

  const services = (units: readonly string[], change: Partial<ServicesPlan> = {}): ServicesPlan => ({
    ...samplePlan().services,
    hosts: ["app-2"],
    units: [...units],
    sudo: true,
    ...change,
  });
  const asRoot = (script: string, ...args: string[]) => production.asRoot("app-2", script, args);
  /** What systemd says of a unit, a property by its name. */
  const show = async (unit: string, property: string, on: (typeof applications)[number] = "app-2") =>
    (await production.asRoot(on, 'systemctl show --value --property="$1" -- "$2"', [property, unit])).trim();
  /** The unit, and the lines for it that docs/hosts.md has for the service's own. */
  const write = async (unit: string, lines: string) => {
    await asRoot('printf "%s\\n" "$2" > "/etc/systemd/system/$1.service" && systemctl daemon-reload', unit, lines);
    await asRoot(
      'grep -F -- "-- $2" /etc/sudoers.d/golive | sed "s/ -- $2\\$/ -- $1/" > "/etc/sudoers.d/golive-$1"; chmod 440 "/etc/sudoers.d/golive-$1"',
      unit,
      layout.service,
    );
  };
  const stubborn = `[Service]\nExecStart=/bin/sh -c 'trap "" TERM; while :; do sleep 0.2; done'\nTimeoutStopSec=3`;

  test("a host that does not answer is counted, and nothing is begun on any", async () => {
    await asRoot('h=$(getent passwd "$1" | cut -d: -f6); mv "$h/.ssh" "$h/.ssh-away"', production.ssh.user);
    try {
      const launched = await world.launch({ tag: "v1.1.0" });
      assert.equal(launched.conclusion, "failure");
      assert.match(launched.log.join("\n"), /1 of 4 hosts cannot be used, so nothing is begun on any/);
      assert.match(launched.log.join("\n"), /app-2: .*does not accept the key/);
      assert.equal((await world.issues()).length, 0, "no checklist for what was not begun");
    } finally {
      await asRoot('h=$(getent passwd "$1" | cut -d: -f6); mv "$h/.ssh-away" "$h/.ssh"', production.ssh.user);
    }
  });

  test("the first host fails: the other stays untouched, and both serve the release before", async () => {
    // Only the new release does not start there: it has a migration more.
    await production.asRoot(
      "app-1",
      'mkdir -p "/etc/systemd/system/$1.service.d" && printf "[Service]\\nExecStartPre=/usr/bin/test ! -e %s/clinic/migrations/0002_booking_ends_at.py\\n" "$2" > "/etc/systemd/system/$1.service.d/broken.conf"',
      [layout.service, layout.live],
    );
    const launched = await world.launch({ tag: "v1.1.0" });
    await production.asRoot("app-1", 'rm -r "/etc/systemd/system/$1.service.d"', [layout.service]);
    assert.equal(launched.conclusion, "failure");
    const entries = await world.journal();
    const state = stateOf(entries, latestRelease(entries) ?? "");
    assert.equal(state.ended?.outcome, "rolled-back", launched.log.slice(-40).join("\n"));
    assert.equal(state.steps.get("deploy.start@app-1")?.status, "failed");
    assert.equal(state.steps.get("deploy.fetch@app-2")?.status, "done");
    assert.deepEqual(
      [...state.steps.keys()].filter((id) => /^deploy\.(checkout|environment|static|start|health)@app-2/.test(id)),
      [],
    );
    assert.match(state.steps.get("rollback.code@app-2")?.note ?? "", /not touched/);
    for (const name of applications)
      assert.deepEqual(
        JSON.parse((await exchange(`http://${production.hosts[name].address}:${layout.port}/version/`)).text),
        { version: "v1.0.0" },
        name,
      );
  });

  /** `examples/fan-out.yml`, as a repository would have it. */
  const fanOut = (tag: string) => world.launch({ tag, workflow: "fan-out.yml" });
  const results = (launched: Awaited<ReturnType<typeof fanOut>>) =>
    Object.fromEntries(launched.jobs.map(({ id, result }) => [id.replace(/[^a-z].*/, ""), result]));
  const versionOf = async (name: (typeof applications)[number]) =>
    JSON.parse((await exchange(`http://${production.hosts[name].address}:${layout.port}/version/`)).text).version;

  test("host by host over jobs of their own: one of the rest fails, and all goes back", async () => {
    await asRoot(
      'mkdir -p "/etc/systemd/system/$1.service.d" && printf "[Service]\\nExecStartPre=/usr/bin/test ! -e %s/clinic/migrations/0002_booking_ends_at.py\\n" "$2" > "/etc/systemd/system/$1.service.d/broken.conf"',
      layout.service,
      layout.live,
    );
    const traffic = production.startTraffic();
    const launched = await fanOut("v1.1.0");
    await asRoot('rm -r "/etc/systemd/system/$1.service.d"', layout.service);
    const visits = await traffic.stop();
    assert.equal(launched.conclusion, "failure");
    const { plan, close, first, rest, open, settle } = results(launched);
    assert.deepEqual(
      { plan, close, first, rest, open, settle },
      { plan: "success", close: "success", first: "success", rest: "failure", open: "success", settle: "success" },
      launched.log.slice(-60).join("\n"),
    );
    const entries = await world.journal();
    const state = stateOf(entries, latestRelease(entries) ?? "");
    assert.equal(state.ended?.outcome, "rolled-back");
    assert.equal(state.steps.get("deploy.health@app-1")?.status, "done");
    assert.equal(state.steps.get("deploy.start@app-2")?.status, "failed");
    for (const name of applications) assert.equal(await versionOf(name), "v1.0.0", name);
    assert.ok(visits.acknowledged.length > 0);
    assert.deepEqual(await lost(visits.acknowledged, production.postgres), []);
    assert.equal((await world.issues())[0]?.state, "closed");
  });

  test("host by host over jobs of their own: the first, then the rest, then the site opens", async () => {
    const launched = await fanOut("v1.0.1");
    assert.equal(launched.conclusion, "success", launched.log.slice(-60).join("\n"));
    const entries = await world.journal();
    const state = stateOf(entries, latestRelease(entries) ?? "");
    assert.equal(state.ended?.outcome, "live");
    const first = (step: string, status: string) =>
      entries.findIndex(
        (entry) =>
          entry.release === state.release?.id &&
          entry.kind === "step" &&
          entry.step === step &&
          entry.status === status,
      );
    assert.ok(
      first("deploy.health@app-1", "done") > 0 &&
        first("deploy.health@app-1", "done") < first("deploy.checkout@app-2", "started"),
      "the first is through before the next begins",
    );
    assert.match(state.steps.get("deploy.versions")?.note ?? "", /all 2 hosts: app-1, app-2/);
    for (const name of applications) assert.equal(await versionOf(name), "v1.0.1", name);
  });

  test("a launch replaces the process on both hosts, rests the timer, and loses no write", async () => {
    const mainPids = () => Promise.all(applications.map((name) => show(layout.service, "MainPID", name)));
    const old = await mainPids();
    const traffic = production.startTraffic();
    const launched = await world.launch({ tag: "v1.1.0" });
    const visits = await traffic.stop();
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
    for (const [index, pid] of (await mainPids()).entries())
      assert.ok(Number(pid) > 1 && pid !== old[index], `${applications[index]}: ${old[index]}, then ${pid}`);
    for (const name of applications) {
      const { text } = await exchange(`http://${production.hosts[name].address}:${layout.port}/version/`);
      assert.deepEqual(JSON.parse(text), { version: "v1.1.0" }, name);
    }
    assert.ok(visits.acknowledged.length > 0 && visits.refused > 0, "visitors wrote, and met the maintenance page");
    assert.deepEqual(await lost(visits.acknowledged, production.postgres), []);
    assert.deepEqual(visits.failed, [], "visitors met nothing but the service and the maintenance page");
    const entries = await world.journal();
    assert.equal(
      stateOf(entries, latestRelease(entries) ?? "").steps.get("isolate.pause-reminders")?.facts.was,
      "working",
    );
    assert.equal(await show(layout.timer, "ActiveState", "app-1"), "active");
    assert.equal(
      launched.log.find((line) => line.includes("PRIVATE KEY")),
      undefined,
    );
  });

  test("the lines of docs/hosts.md let golive do what it does, and no more", async () => {
    const rights = () => rightProblems(host, serviceRights(services([layout.service]), "app-2"));
    assert.deepEqual([await serviceProblems(host, services([layout.service])), await rights()], [[], []]);
    for (const words of [
      ["systemctl", "restart", "--", layout.service],
      ["systemctl", "stop", "--no-block", layout.service],
      ["sh", "-c", "id"],
      ["-u", "psychology", "id"],
      ["systemctl", "stop", "--", "ssh"],
      ["systemctl", "start", "--", "debug-shell"],
    ]) {
      assert.notEqual((await host.attempt(command("sudo", ["-n", ...words]))).code, 0, words.join(" "));
    }
    assert.notEqual((await host.attempt(command("systemctl", ["stop", "--", layout.service]))).code, 0, "without sudo");
    await asRoot("mv /etc/sudoers.d/golive /root/sudoers");
    try {
      const refused = await rights();
      assert.deepEqual(
        refused.map(({ what }) => what),
        ["stop -- psychology-api", "daemon-reload", "reset-failed -- psychology-api", "start -- psychology-api"].map(
          (words) => `sudo wants a password for: systemctl ${words}`,
        ),
      );
    } finally {
      await asRoot("mv /root/sudoers /etc/sudoers.d/golive");
    }
    assert.equal(await show(layout.service, "ActiveState"), "active");
  });

  test("a unit that failed too often is started again", async () => {
    await write(
      "flaky",
      "[Unit]\nStartLimitIntervalSec=1h\nStartLimitBurst=2\n[Service]\nType=exec\nExecStart=/usr/bin/test -e /run/mended\nExecStartPost=/bin/sleep 0.1\nRemainAfterExit=yes",
    );
    await asRoot("for n in 1 2 3; do systemctl start flaky || true; done; touch /run/mended");
    const refused = await host.attempt(command("sudo", ["-n", "systemctl", "start", "--", "flaky"]));
    assert.equal(refused.code, 1, "though what was wrong is mended, systemd refuses");
    await startServices(host, services(["flaky"]));
    assert.equal(await unitState(host, services(["flaky"]), "flaky"), "running");
  });

  test("a unit file that was changed is what starts", async () => {
    await write(
      "changed",
      "[Service]\nEnvironment=SHOWS=old\nExecStart=/bin/sleep 1h\n[Install]\nWantedBy=multi-user.target",
    );
    // One that nothing wants is forgotten when it stops, and then read anew without being told.
    await asRoot("systemctl enable --quiet changed");
    await startServices(host, services(["changed"]));
    await asRoot("sed -i s/SHOWS=old/SHOWS=new/ /etc/systemd/system/changed.service");
    assert.equal(await show("changed", "NeedDaemonReload"), "yes");
    await startServices(host, services(["changed"]));
    assert.match(await asRoot('tr "\\0" "\\n" < "/proc/$1/environ"', await show("changed", "MainPID")), /^SHOWS=new$/m);
  });

  test("a unit that does not hear TERM is waited for, and is stopped in the end", async () => {
    await write("stubborn", stubborn);
    await startServices(host, services(["stubborn"]));
    const pid = await show("stubborn", "MainPID");
    const began = performance.now();
    await stopServices(host, services(["stubborn"]));
    const seconds = (performance.now() - began) / 1000;
    assert.ok(seconds >= 2.9, `after ${seconds} s`);
    assert.equal(await show("stubborn", "Result"), "timeout");
    assert.equal((await asRoot('[ -e "/proc/$1" ] && echo alive || echo gone', pid)).trim(), "gone");
  });

  test("units start in order and stop in reverse", async () => {
    const units = ["first", "second", "third"];
    for (const unit of units)
      await write(
        unit,
        `[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/sh -c 'echo start ${unit} >> /run/order'\nExecStop=/bin/sh -c 'sleep 0.2; echo stop ${unit} >> /run/order'`,
      );
    await startServices(host, services(units));
    await stopServices(host, services(units));
    assert.deepEqual((await asRoot("cat /run/order")).trim().split("\n"), [
      ...units.map((unit) => `start ${unit}`),
      ...units.toReversed().map((unit) => `stop ${unit}`),
    ]);
  });

  test("a unit that is active is not taken as ready while its health page fails", async () => {
    await write(
      "hollow",
      "[Service]\nExecStartPre=/bin/mkdir -p /run/hollow\nExecStart=/usr/bin/python3 -m http.server --directory /run/hollow --bind 127.0.0.1 8010",
    );
    await startServices(host, services(["hollow"]));
    const plan = samplePlan({ health: { url: "http://127.0.0.1:8010/health", within: 1 } });
    await assert.rejects(
      awaitHealth(host, plan, null),
      (error) => error instanceof UserError && /not healthy within 1 s: .* answers 404/.test(error.message),
    );
    assert.equal(await show("hollow", "ActiveState"), "active");
    await asRoot("echo ok > /run/hollow/health");
    assert.match(await awaitHealth(host, plan, null), /^healthy after/);
  });

  test("a unit that does not start says so, with its name", async () => {
    await write("broken", "[Service]\nType=oneshot\nExecStart=/bin/false");
    await assert.rejects(
      startServices(host, services(["broken"])),
      (error) => error instanceof CommandError && /broken/.test(error.message) && /app-2/.test(error.message),
    );
    await assert.rejects(
      unitState(host, services(["nowhere"]), "nowhere"),
      (error) => error instanceof UserError && /does not say whether nowhere runs/.test(error.message),
    );
  });

  test("what a check of systemd says of real units", async () => {
    const { address, hostKey } = production.hosts["app-2"];
    const connect = async (session: string) =>
      sshHost(
        "app-2",
        { connect: "ssh", address, port: 22, user: production.ssh.user, hostKey: [hostKey] },
        { privateKey: await readFile(production.ssh.privateKeyFile, "utf8"), session },
      );
    const ask = async (on: Host, unit: string, startedAt?: string, change: object = {}) => {
      const check = parsed(checkSchema, {
        kind: "systemd",
        id: "s",
        host: "app-2",
        units: [unit],
        steady: "1s",
        ...change,
      }) as SystemdCheck;
      const { verdict, evidence } = await checkSystemd(check, {
        plan: samplePlan(),
        expected: { tag: "v1", commit: "c" },
        hosts: hostsOf(on),
        startedOn: () => startedAt,
      });
      return `${verdict}: ${evidence}`;
    };
    const start = async (unit: string, lines: string, words = "") => {
      await write(unit, lines);
      const now = new Date().toISOString();
      await asRoot(`systemctl start ${words} "$1"`, unit);
      return now;
    };
    const steady = await start("steady", "[Service]\nExecStart=/bin/sleep 1h");
    assert.match(
      await ask(host, "steady", steady),
      /^error: steady on app-2 is active, but its journal (is not shown to this user|holds nothing)/,
      "a user who may not read the journal learns nothing from its being empty",
    );
    assert.equal(await ask(host, "steady", steady, { journal: false }), "pass: app-2: steady runs, never restarted");
    await asRoot('usermod -aG systemd-journal "$1"', production.ssh.user);
    const session = await mkdtemp(join(tmpdir(), "golive-systemd-"));
    const reader = await connect(session);
    try {
      assert.equal(
        await ask(reader, "steady", steady),
        "pass: app-2: steady runs, never restarted, 0 errors in the journal",
      );
      assert.match(
        await ask(reader, "steady", new Date(Date.now() + 60_000).toISOString()),
        /^fail: steady on app-2 runs since before the release was started/,
      );
      const loud = await start(
        "loud",
        '[Service]\nExecStart=/bin/sh -c \'echo "<3>Anna is lost"; echo "<6>well"; exec sleep 1h\'',
      );
      // The journal has a line a moment after it was written, and a unit between two starts is in many states.
      const soon = async (wanted: RegExp, unit: string, since: string) => {
        let told = "";
        const explain = () => told;
        await pollUntil(async () => wanted.test((told = await ask(reader, unit, since))), {
          what: `${unit} is not told`,
          explain,
        });
      };
      await soon(
        /^fail: loud on app-2 has 1 entries of priority err or worse in its journal since the start$/,
        "loud",
        loud,
      );
      assert.match(await ask(reader, "loud", loud, { "most-errors": 1 }), /^pass: .*1 errors in the journal$/);
      const looping = await start(
        "looping",
        "[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestart=always\nRestartSec=0.1\nExecStart=/bin/sleep 0.4",
      );
      await soon(
        /^fail: looping on app-2 (was restarted \d+ times by systemd|is activating \(auto-restart\)|was started anew between two looks)$/,
        "looping",
        looping,
      );
      const slow = await start("slow", "[Service]\nExecStartPre=/bin/sleep 60\nExecStart=/bin/sleep 1h", "--no-block");
      assert.equal(await ask(reader, "slow", slow), "inconclusive: slow on app-2 is still starting (start-pre)");
      const ended = await start("ended", "[Service]\nExecStart=/bin/sh -c 'exit 3'");
      assert.equal(await ask(reader, "ended", ended), "fail: ended on app-2 is failed (failed, exit-code)");
      await asRoot("systemctl stop looping steady");
      assert.equal(await ask(reader, "steady", steady), "fail: steady on app-2 is inactive (dead)");
      assert.equal(await ask(reader, "nowhere"), "fail: nowhere on app-2 is no unit there");
      await asRoot("systemctl mask --quiet nowhere");
      assert.equal(await ask(reader, "nowhere"), "fail: nowhere on app-2 is masked");
      assert.equal(
        await ask(reader, "systemd-tmpfiles-clean.timer"),
        `pass: app-2: systemd-tmpfiles-clean.timer runs, never restarted, 0 errors in the journal`,
      );
      // The renewal of a certificate is asked for in the same way.
      const problem = async (timer: string) => (await renewalOf(reader, timer))?.problem?.what ?? "none";
      assert.equal(await problem("systemd-tmpfiles-clean.timer"), "none");
      assert.equal(await problem("nowhere.timer"), "there is no nowhere.timer on app-2");
      await asRoot(
        'printf "[Timer]\\nOnCalendar=daily\\n" > /etc/systemd/system/ended.timer && systemctl daemon-reload',
      );
      assert.equal(await problem("ended.timer"), "ended.timer on app-2 is inactive");
      await asRoot("systemctl start ended.timer");
      assert.equal(await problem("ended.timer"), "the last run of ended.timer on app-2 failed (exit-code)");
    } finally {
      await reader.close();
      await rm(session, { recursive: true, force: true });
    }
  });
});
