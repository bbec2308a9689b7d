import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { hostsProblem } from "../../packages/rehearsal/hosts/able.ts";
import { layout } from "../../packages/rehearsal/hosts/facts.ts";
import { type HostsProduction, startHostsProduction } from "../../packages/rehearsal/hosts/hosts-production.ts";
import { planForHosts } from "../../packages/rehearsal/plan/plan-for-hosts.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Host } from "../../src/hosts/host.ts";
import { sshHost } from "../../src/hosts/ssh/ssh.ts";
import { lookAtHold } from "../../src/services/hold.ts";
import {
  everyUnitIs,
  releaseServices,
  type ServicesPlan,
  startServices,
  stopServices,
} from "../../src/services/manager.ts";
import { pauseScheduled, resumeScheduled, type Scheduled, scheduledState } from "../../src/services/scheduled.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const problem = await hostsProblem();

describe("a real systemd", { skip: problem ?? false }, () => {
  let production: HostsProduction;
  let host: Host;
  const folder = "/var/lib/golive/held";
  const asRoot = (script: string, ...args: string[]) => production.asRoot("app-1", script, args);
  const connect = async (): Promise<Host> => {
    const { address, hostKey } = production.hosts["app-1"];
    return sshHost(
      "app-1",
      { connect: "ssh", address, port: 22, user: production.ssh.user, hostKey: [hostKey] },
      { privateKey: await readFile(production.ssh.privateKeyFile, "utf8"), session: production.directory },
    );
  };
  const plan = (units: readonly string[] = [layout.service]): ServicesPlan => ({
    ...samplePlan().services,
    hosts: ["app-1"],
    units: [...units],
    sudo: true,
  });
  before(async () => {
    production = await startHostsProduction({ planFor: (tag, facts) => planForHosts(facts, tag), clients: 10 });
    host = await connect();
  });
  after(async () => {
    await host?.close();
    await production?.stop();
  });

  const timer: Scheduled = {
    id: "reminders",
    host: "app-1",
    kind: "systemd",
    unit: layout.timer,
    sudo: true,
    timeout: 30,
  };

  test("what is stopped stays so: asked for by hand, by another unit, and after a restart of the host", async () => {
    await stopServices(host, plan());
    await pauseScheduled(host, timer);
    await asRoot('systemctl start "$1" "$2"; systemctl restart "$1"', layout.service, layout.timer);
    assert.ok(await everyUnitIs("stopped", host, plan()), "by hand");
    await asRoot(
      'printf "[Unit]\\nWants=$1.service\\n[Service]\\nType=oneshot\\nExecStart=/bin/true\\n" > /etc/systemd/system/wants-it.service; systemctl daemon-reload; systemctl start wants-it',
      layout.service,
    );
    assert.ok(await everyUnitIs("stopped", host, plan()), "by another unit");
    await production.power("app-1", "off");
    await production.power("app-1", "on");
    await pollUntil(async () => /running|degraded/.test(await asRoot("systemctl is-system-running || true")), {
      what: "app-1 is not through with its boot",
    });
    assert.ok(await everyUnitIs("stopped", host, plan()), "after a restart");
    assert.equal(await scheduledState(host, timer), "paused");
    const told = await asRoot('systemctl status "$1" || true', layout.service);
    assert.match(told, /start condition failed/);
    assert.match(told, /held\/psychology-api\.service was not met/);
    await startServices(host, plan());
    await resumeScheduled(host, timer);
    assert.ok(await everyUnitIs("running", host, plan()));
    assert.equal(await scheduledState(host, timer), "working");
    assert.equal((await asRoot('ls "$1"', folder)).trim(), "");
  });

  test("a person who opens the site by hand can start what was stopped", async () => {
    await stopServices(host, plan());
    await releaseServices(host, plan());
    assert.ok(await everyUnitIs("stopped", host, plan()), "it starts nothing by itself");
    await asRoot('systemctl start "$1"', layout.service);
    assert.ok(await everyUnitIs("running", host, plan()));
  });

  test("by day: a unit without the drop-in is named, a folder that cannot be written is refused", async () => {
    const units = [layout.service, layout.timer];
    assert.deepEqual(await lookAtHold(host, folder, units), { problems: [], bare: [] });
    // Of another folder, or not loaded: what counts is what systemd has read.
    assert.deepEqual((await lookAtHold(host, "/var/lib/golive/else", units)).bare, units);
    await asRoot('printf "[Unit]\\n" > "/etc/systemd/system/$1.d/golive.conf"', `${layout.service}.service`);
    assert.deepEqual((await lookAtHold(host, folder, units)).bare, []);
    await asRoot("systemctl daemon-reload");
    assert.deepEqual((await lookAtHold(host, folder, units)).bare, [layout.service]);
    // Without it the launch goes as before.
    await stopServices(host, plan());
    await startServices(host, plan());
    await asRoot('systemctl disable --quiet "$1"', layout.service);
    assert.deepEqual((await lookAtHold(host, folder, units)).bare, [], "what is not enabled does not start at boot");
    await asRoot('rm -rf "$1"; chown root "$(dirname "$1")"', folder);
    const { problems } = await lookAtHold(host, folder, units);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["hold-unwritable"],
    );
    await assert.rejects(
      pauseScheduled(host, timer),
      (error) => error instanceof Error && !(error instanceof UserError),
    );
    assert.equal(await scheduledState(host, timer), "working", "what cannot be held is not stopped");
  });
});
