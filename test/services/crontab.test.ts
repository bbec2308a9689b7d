import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { CommandError, UserError } from "../../src/core/errors.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import {
  pauseScheduled,
  resumeScheduled,
  type Scheduled,
  scheduledProblems,
  scheduledRights,
  scheduledState,
} from "../../src/services/scheduled.ts";

const able = process.getuid?.() === 0 && spawnSync("unshare", ["--mount", "crontab", "-V"]).error === undefined;
const there = spawnSync("sh", ["-c", "command -v crontab"]).status === 0;
const skip = able && there ? false : "needs root, mount namespaces and crontab";

/** This machine with a spool of its own for crontabs: those that are here are nobody's to change. */
async function machine(t: TestContext): Promise<Host> {
  const spool = await mkdtemp(join(tmpdir(), "golive-crontabs-"));
  t.after(() => rm(spool, { recursive: true }));
  await chmod(spool, 0o1730);
  spawnSync("chgrp", ["crontab", spool]);
  const host = localHost("db-1");
  const inside = 'mount --bind "$1" /var/spool/cron/crontabs && shift && exec "$@"';
  return hostFrom("db-1", (command) =>
    host.attempt({
      ...command,
      file: "unshare",
      args: ["--mount", "sh", "-c", inside, "sh", spool, command.file, ...command.args],
    }),
  );
}

const work = (more: object = {}): Scheduled => ({
  kind: "crontab",
  id: "jobs",
  host: "db-1",
  timeout: 20,
  user: "nobody",
  ...more,
});

const given = String.raw`# m h  dom mon dow
MAILTO="team@example.org"
PATH = /usr/bin:/bin
30 2 * * * pg_dump -Fc clinic > "/backups/$(date +\%F).dump" # \n 'quoted' & a=b
  */5 * * * *	/opt/clinic/poll --all

@reboot true
#0 4 * * * an old one
`;

async function write(host: Host, text: string): Promise<void> {
  await host.run({ file: "crontab", args: ["-u", "nobody", "-"], stdin: text });
}
const read = async (host: Host) => (await host.run({ file: "crontab", args: ["-u", "nobody", "-l"] })).stdout;

test("a crontab's jobs are comments while they are paused, and every line is as it was", { skip }, async (t) => {
  const host = await machine(t);
  await write(host, given);
  assert.equal(await scheduledState(host, work()), "working");
  for (let time = 0; time < 2; time++) await pauseScheduled(host, work());
  assert.equal(await scheduledState(host, work()), "paused");
  const jobs = (await read(host)).split("\n").filter((line) => /^[ \t]*[^#\s]/.test(line));
  assert.deepEqual(jobs, ['MAILTO="team@example.org"', "PATH = /usr/bin:/bin"]);
  assert.equal((await read(host)).match(/^#golive-paused /gm)?.length, 3);
  for (let time = 0; time < 2; time++) await resumeScheduled(host, work());
  assert.equal(await read(host), given);
});

test("only the lines that the plan names; what somebody adds meanwhile stays", { skip }, async (t) => {
  const host = await machine(t);
  await write(host, given);
  const dumps = work({ only: "pg_dump -Fc" });
  await pauseScheduled(host, dumps);
  const paused = await read(host);
  assert.equal(paused, given.replace("30 2 * * * pg_dump", "#golive-paused 30 2 * * * pg_dump"));
  await write(host, `${paused}0 1 * * * new\n`);
  await resumeScheduled(host, dumps);
  assert.equal(await read(host), `${given}0 1 * * * new\n`);
});

test("no crontab, none with a job, none with such a line: nobody can tell, and it is said by day", {
  skip,
}, async (t) => {
  const host = await machine(t);
  const codes = async (one: Scheduled) => (await scheduledProblems(host, one)).map(({ code }) => code);
  assert.deepEqual(await codes(work()), ["work-state-unknown"]);
  await write(host, "# nothing\nA=b\n");
  assert.deepEqual(await codes(work()), ["work-state-unknown"]);
  await write(host, given);
  assert.deepEqual(await codes(work({ only: "mysqldump" })), ["work-state-unknown"]);
  assert.deepEqual(await codes(work()), []);
  await assert.rejects(scheduledState(host, work({ user: "no-such-user" })), UserError);
});

test("a crontab that cannot be read or rewritten is left as it is", { skip }, async (t) => {
  const host = await machine(t);
  await write(host, given);
  const broken = hostFrom("db-1", (command) =>
    host.attempt({ ...command, args: ["-c", `awk() { return 2; }\n${command.args[1]}`, ...command.args.slice(2)] }),
  );
  await assert.rejects(pauseScheduled(broken, work()), CommandError);
  assert.equal(await read(host), given);
});

test("what sudo has to let: two lines", () => {
  const place = { service: "clinic", envFile: undefined, user: undefined, hold: "/nonexistent" };
  assert.deepEqual(scheduledRights(work(), place), [
    { as: "nobody", words: ["crontab", "-l"] },
    { as: "nobody", words: ["crontab", "-"] },
  ]);
  assert.deepEqual(scheduledRights(work({ user: undefined }), place), []);
});
