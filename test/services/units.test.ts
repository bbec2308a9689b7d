import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Command, Finished } from "../../src/core/command.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { commandWords, quote } from "../../src/hosts/words.ts";
import { systemd } from "../../src/services/managers/systemd.ts";
import { limitsCommand, longestLimit } from "../../src/services/units/own-limits.ts";
import { ownSystemdProblems, targetProblems } from "../../src/services/units/unit-looks.ts";
import { heldUnits, lookAtHold } from "../../src/services/hold.ts";
import { startServices, stopServices } from "../../src/services/manager.ts";
import type { ServicesPlan } from "../../src/services/schema.ts";
import { atSystemd } from "../hosts/boot-systemd.ts";

test("how long a unit may take, as systemd writes it", () => {
  assert.equal(longestLimit("1min 15s\n2min 5s\n"), 125);
  assert.equal(longestLimit("1h 30min\n90s\n\n\n1min\n"), 5400);
  assert.equal(longestLimit("1.500s\n250ms\n"), 1.5);
  for (const text of ["", "infinity\n", "[not set]\n", "Unit x could not be found.\n"])
    assert.equal(longestLimit(text), 0);
  assert.equal(longestLimit("infinity\n1min 30s\n"), 90);
});

/** A host that answers as it is told, and remembers what it was asked. */
function scripted(answer: (words: string) => string) {
  const asked: Command[] = [];
  const host = hostFrom("app-1", async (command) => {
    asked.push(command);
    return {
      code: 0,
      stdout: answer([command.file, ...command.args].join(" ")),
      stderr: "",
      seconds: 0,
      timedOut: false,
    };
  });
  return { host, asked };
}

const plan = {
  manager: "systemd",
  hosts: ["app-1"],
  units: ["web"],
  sudo: true,
  stopTimeout: 10,
  hold: "/var/lib/golive/held",
  pause: [],
} as ServicesPlan;

test("a unit that may take longer than stop-timeout is waited for, and one that may not is not", async () => {
  for (const [limits, seconds] of [
    ["1min 30s\n20s\n", 150],
    ["5s\n5s\n", 70],
    ["infinity\ninfinity\n", 70],
  ] as const) {
    let runs = true;
    const { host, asked } = scripted((words) => {
      if (words.includes("TimeoutStartUSec")) return limits;
      if (/ start -- /.test(words)) runs = true;
      if (/ stop -- /.test(words)) runs = false;
      return `LoadState=loaded\nActiveState=${runs ? "active" : "inactive"}\n`;
    });
    await stopServices(host, plan);
    await startServices(host, plan);
    const given = (verb: string) => asked.find(({ args }) => args[2] === verb)?.timeoutSeconds;
    assert.deepEqual([given("stop"), given("start")], [seconds, seconds], limits);
    // The words of sudoers stay as they are.
    const words = asked.find(({ args }) => args[2] === "start");
    assert.deepEqual([words?.file, ...(words?.args ?? [])], ["sudo", "-n", "systemctl", "start", "--", "web"]);
  }
});

const own = { ...plan, sudo: false, user: "golive-own", hold: "/home/golive-own/held" };
const isRoot = process.getuid?.() === 0;

describe("at a real systemd", { skip: isRoot ? false : "systemd is booted by root only" }, () => {
  /** What each command printed there, in turn. */
  let answers: readonly Finished[] = [];

  /** golive's own commands, in the order in which they are run there. */
  const asked: Command[] = [];
  const collect = hostFrom("app-1", async (command) => {
    asked.push(command);
    return { code: 0, stdout: "", stderr: "", seconds: 0, timedOut: false };
  });

  before(async () => {
    await ownSystemdProblems(collect, own);
    asked.push({ file: "sh", args: ["-c", "loginctl enable-linger golive-own; sleep 2"] });
    await ownSystemdProblems(collect, own);
    asked.push(limitsCommand({}, ["slow", "unknown"]), limitsCommand(own, ["web"]));
    await targetProblems(collect, {}, ["clinic.target", "slow.service"]);
    const status = systemd.status(own, "web");
    asked.push(...systemd.ready(own, "web"), systemd.start(own, "web"), status);
    await lookAtHold(collect, own.hold, ["web"], own);
    asked.push(...[systemd.hold?.(own, ["web"]), systemd.stop(own, "web"), status].filter((one) => one !== undefined));
    await heldUnits(collect, own.hold, ["web"], own).catch(() => {});
    asked.push(systemd.start(own, "web"), status);
    asked.push(
      ...[systemd.release?.(own, ["web"]), systemd.start(own, "web"), status].filter((one) => one !== undefined),
    );
    answers = await run(asked);
  });

  const answering = (at: number) => hostFrom("app-1", async () => answers[at] ?? assert.fail(`no answer ${at}`));

  test("a user's own systemd that nobody keeps running is told, and one that is kept is not", async () => {
    const codes = (await ownSystemdProblems(answering(0), own)).map(({ code }) => code);
    assert.deepEqual(codes, ["unit-own-systemd-silent", "unit-own-systemd-leaves"]);
    assert.deepEqual(await ownSystemdProblems(answering(2), own), []);
  });

  test("the limits that units have", () => {
    assert.equal(longestLimit(answers[3]?.stdout ?? ""), 135);
    assert.equal(longestLimit(answers[4]?.stdout ?? ""), 200);
  });

  test("a target is told with what it starts", async () => {
    const [problem, ...more] = await targetProblems(answering(5), {}, ["clinic.target"]);
    assert.deepEqual([problem?.code, more], ["unit-target", []]);
    assert.match(problem?.mend ?? "", /: bot\.timer, slow\.service, web@1\.service$/);
  });

  test("units of a user's own systemd are started, kept stopped whatever asks for them, and started again", () => {
    const states = answers.slice(8).map(({ stdout }) => stdout);
    const state = (at: number) => systemd.state(states[at] ?? "");
    assert.equal(state(1), "running");
    assert.equal(states[2], "held web\n");
    assert.deepEqual([state(5), states[6]], ["stopped", "web\n"]);
    assert.equal(state(8), "stopped", "its condition holds it");
    assert.equal(state(11), "running");
  });
});

async function run(commands: readonly Command[]): Promise<Finished[]> {
  const lines = commands.map(({ stdin = "", ...command }) => {
    const words = commandWords({ timeoutSeconds: 30, ...command }).map(quote);
    return `printf '%s' ${quote(stdin)} | ${words.join(" ")}; echo "golive-code $?"`;
  });
  const said = await atSystemd(`${setUp}\n${lines.join("\n")}`);
  const [first = "", ...others] = said.split(/^golive-code /m);
  // Each part begins with the code of the command before it.
  const ended = others.map((part) => /^(\d+)\n([\s\S]*)$/.exec(part) ?? []);
  return ended.map(([, code], index) => ({
    code: Number(code),
    stdout: index === 0 ? first : (ended[index - 1]?.[2] ?? ""),
    stderr: "",
    seconds: 0,
    timedOut: false,
  }));
}

const setUp = `
exec 2> /dev/null
unit() { mkdir -p "$(dirname "$1")"; cat > "$1"; }
unit /etc/systemd/system/slow.service <<E
[Service]
Type=notify
ExecStart=/bin/sleep 1000
TimeoutStartSec=75
TimeoutStopSec=2min 15s
E
unit /etc/systemd/system/clinic.target <<E
[Unit]
Wants=slow.service bot.timer
After=network.target
E
unit /etc/systemd/system/web@.service <<E
[Unit]
PartOf=clinic.target
[Service]
ExecStart=/bin/sleep 1000
E
mkdir -p /etc/systemd/system/clinic.target.requires; ln -s ../web@.service /etc/systemd/system/clinic.target.requires/web@1.service
useradd -m -d /home/golive-own golive-own
unit /home/golive-own/.config/systemd/user/web.service <<E
[Service]
ExecStart=/bin/sleep 1000
TimeoutStartSec=200
[Install]
WantedBy=default.target
E
unit /home/golive-own/.config/systemd/user/web.service.d/golive.conf <<E
[Unit]
ConditionPathExists=!/home/golive-own/held/%n
E
chown -R golive-own /home/golive-own
systemctl daemon-reload; systemctl start dbus.socket systemd-logind`;
