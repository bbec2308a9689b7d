import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Command } from "../../src/core/command.ts";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import {
  nameOf,
  pauseScheduled,
  resumeScheduled,
  type Scheduled,
  scheduledProblems,
  scheduledState,
} from "../../src/services/scheduled.ts";

const host = localHost("app-1");
const common = { id: "one", host: "app-1", sudo: false, timeout: 20 };
async function folder(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "golive cron's-"));
  t.after(() => rm(directory, { recursive: true }));
  return directory;
}

test("cron: the file gets a name that cron does not read, and its own back", async (t) => {
  const directory = await folder(t);
  const file = join(directory, "clinic");
  const work: Scheduled = { ...common, kind: "cron", file };
  await writeFile(file, "* * * * * clinic true\n");
  assert.equal(await scheduledState(host, work), "working");
  for (let time = 0; time < 2; time++) await pauseScheduled(host, work);
  assert.deepEqual([await scheduledState(host, work), await readdir(directory)], ["paused", ["clinic.golive-paused"]]);
  for (let time = 0; time < 2; time++) await resumeScheduled(host, work);
  assert.deepEqual([await scheduledState(host, work), await readdir(directory)], ["working", ["clinic"]]);
  await rm(file);
  assert.deepEqual(
    (await scheduledProblems(host, work)).map(({ what, mend }) => [what, mend]),
    [[`nobody can tell whether ${file} works or is paused`, "is that file there?"]],
  );
});

test("cron: one that the release brought meanwhile is not overwritten", async (t) => {
  const directory = await folder(t);
  const file = join(directory, "clinic");
  await writeFile(file, "new\n");
  await writeFile(`${file}.golive-paused`, "old\n");
  await assert.rejects(resumeScheduled(host, { ...common, kind: "cron", file }), CommandError);
  assert.deepEqual((await readdir(directory)).toSorted(), ["clinic", "clinic.golive-paused"]);
});

test("command: by its own words; one that says yes and does nothing is seen", async (t) => {
  const flag = join(await folder(t), "paused");
  const work: Scheduled = {
    ...common,
    kind: "command",
    title: "the bot's webhook",
    pause: ["touch", flag],
    resume: ["rm", "-f", flag],
    status: ["sh", "-c", '[ -e "$1" ] && exit 3 || exit 0', "sh", flag],
  };
  await pauseScheduled(host, work);
  assert.equal(await scheduledState(host, work), "paused");
  await resumeScheduled(host, work);
  assert.equal(await scheduledState(host, work), "working");
  await assert.rejects(
    pauseScheduled(host, { ...work, pause: ["true"] }),
    (error) => error instanceof UserError && error.problems[0]?.what === "the bot's webhook is still working",
  );
  await assert.rejects(pauseScheduled(host, { ...work, pause: ["false"] }), CommandError);
  await assert.rejects(scheduledState(host, { ...work, status: ["sh", "-c", "exit 1"] }), UserError);
  assert.equal(nameOf(work), "the bot's webhook");
});

test("systemd: the exact words, and what it printed", async () => {
  const asked: string[] = [];
  const saying = (code: number) =>
    hostFrom(
      "app-1",
      async ({ file, args, label }: Command) => (
        asked.push([file, ...args].join(" ")),
        { code: label?.startsWith("systemctl show") ? code : 0, stdout: "", stderr: "", seconds: 0, timedOut: false }
      ),
    );
  const work: Scheduled = { ...common, kind: "systemd", unit: "clinic-reminders.timer", sudo: true };
  await pauseScheduled(saying(3), work);
  await resumeScheduled(saying(0), work);
  assert.deepEqual(
    asked.filter((words) => words.startsWith("sudo")),
    ["sudo -n systemctl stop -- clinic-reminders.timer", "sudo -n systemctl start -- clinic-reminders.timer"],
  );
  await assert.rejects(
    pauseScheduled(saying(0), work),
    (error) => error instanceof UserError && /is still working/.test(error.problems[0]?.what ?? ""),
  );
  await assert.rejects(scheduledState(saying(1), work), UserError);
});
