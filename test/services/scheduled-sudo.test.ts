import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import { rightProblems } from "../../src/hosts/sudo/sudo-rights.ts";
import {
  pauseScheduled,
  resumeScheduled,
  type Scheduled,
  scheduledProblems,
  scheduledRights,
  scheduledState,
} from "../../src/services/scheduled.ts";
import { startBotApi } from "../../packages/rehearsal/production/twins/bot-api-twin.ts";
import { hostWithSudoers, noSudo } from "../hosts/throwaway-sudoers.ts";

const common = { id: "one", host: "app-1", sudo: true, timeout: 60 };
const place = (envFile?: string) => ({ service: "clinic", envFile, user: undefined, hold: "/nonexistent/held" });

async function folder(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "golive-sudo-work-"));
  await chmod(directory, 0o755);
  t.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** This machine for a user that sudo lets run the work's own lines, and nothing else. */
async function hostFor(t: TestContext, directory: string, work: Scheduled, envFile?: string): Promise<Host> {
  const lines = scheduledRights(work, place(envFile)).map(
    ({ as, words }) => `nobody ALL=(${as}) NOPASSWD: /usr/bin/${words?.join(" ")}\n`,
  );
  await writeFile(join(directory, "sudoers"), lines.join(""));
  const state = join(directory, "state");
  await mkdir(state);
  await chmod(state, 0o777);
  const host = await hostWithSudoers(t, join(directory, "sudoers"));
  return hostFrom("app-1", (command) => host.attempt({ ...command, env: { ...command.env, XDG_STATE_HOME: state } }));
}

test("cron with sudo: renamed by mv alone, by a user who may not write there", { skip: noSudo }, async (t) => {
  const directory = await folder(t);
  const crontabs = join(directory, "cron.d");
  await mkdir(crontabs, { mode: 0o755 });
  const file = join(crontabs, "clinic");
  await writeFile(file, "* * * * * clinic true\n");
  const work: Scheduled = { ...common, kind: "cron", file };
  const host = await hostFor(t, directory, work);
  assert.deepEqual(await rightProblems(host, scheduledRights(work, place())), []);
  for (let time = 0; time < 2; time++) await pauseScheduled(host, work);
  assert.deepEqual(await readdir(crontabs), ["clinic.golive-paused"]);
  for (let time = 0; time < 2; time++) await resumeScheduled(host, work);
  assert.deepEqual(await readdir(crontabs), ["clinic"]);
  // What the release brought meanwhile stays.
  await pauseScheduled(host, work);
  await writeFile(file, "new\n");
  await assert.rejects(resumeScheduled(host, work));
  assert.deepEqual([await readFile(file, "utf8"), (await readdir(crontabs)).length], ["new\n", 2]);
  await rm(file);
  // Without sudo the folder cannot be written: known by day.
  await writeFile(file, "\n");
  const without = await scheduledProblems(host, { ...work, sudo: false });
  assert.deepEqual(
    without.map(({ code }) => code),
    ["cron-right"],
  );
});

test("the bot's key with sudo: root's cat reads the file, and no shell of root's", { skip: noSudo }, async (t) => {
  const directory = await folder(t);
  const token = "123456789:AAHf_key-OfTheBot0123456789abcdefgh";
  const settings = join(directory, "settings.env");
  const long = `LONG=${"x".repeat(100_000)}\nend\n`;
  await writeFile(settings, `${long}BOT=${token}\nHOOK="sEcret_Of-the-hook"\n`, { mode: 0o600 });
  const api = await startBotApi(t, token);
  Object.assign(api.hook, { url: "https://clinic.example.org/hook/", secret_token: "sEcret_Of-the-hook" });
  const work: Scheduled = {
    ...common,
    kind: "telegram-webhook",
    secret: "BOT",
    secretToken: "HOOK",
    base: api.base,
    within: 20,
  };
  const host = await hostFor(t, directory, work, settings);
  assert.equal(await scheduledState(host, work, place(settings)), "working");
  assert.deepEqual(await scheduledProblems(host, work, place(settings)), []);
  await pauseScheduled(host, work, place(settings));
  assert.equal(api.hook.url, "");
  await resumeScheduled(host, work, place(settings));
  assert.equal(api.hook.url, "https://clinic.example.org/hook/");
  assert.equal(api.hook.secret_token, "sEcret_Of-the-hook");
});
