import { randomBytes } from "node:crypto";
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MachineFacts } from "./facts.ts";
import { run } from "./processes/run.ts";

const git = (args: readonly string[], cwd: string): Promise<string> =>
  run("git", args, { cwd, env: { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" } });

/** `token`: of the service's bot. */
export async function writeEnvFile(facts: MachineFacts, token?: string): Promise<void> {
  const { postgres } = facts;
  await writeFile(
    facts.envFile,
    [
      `PGHOST=${postgres.host}`,
      `PGPORT=${postgres.port}`,
      `PGDATABASE=${postgres.database}`,
      `PGUSER=${postgres.owner}`,
      `PGPASSFILE=${facts.ownerPassfile}`,
      `SECRET_KEY=${randomBytes(24).toString("hex")}`,
      "ALLOWED_HOSTS=127.0.0.1,localhost",
      ...(token === undefined ? [] : [`BOT_TOKEN=${token}`]),
      "",
    ].join("\n"),
    { mode: 0o600 },
  );
  await writeFile(facts.stagingEnvFile, `SECRET_KEY=${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
}

/** The live directory as the first release left it: code at the tag, detached, and an environment with its requirements. */
export async function checkOut(facts: MachineFacts, tag: string): Promise<void> {
  if (facts.strategy === "releases") {
    const first = join(facts.deployed, "releases", "first");
    await git(
      ["clone", "--quiet", "--no-hardlinks", "--no-checkout", facts.origin, join(facts.deployed, "repo")],
      facts.directory,
    );
    await git(["worktree", "add", "--quiet", "--detach", first, tag], join(facts.deployed, "repo"));
    await symlink(first, facts.live);
    return;
  }
  await git(["clone", "--quiet", "--no-hardlinks", facts.origin, facts.live], facts.directory);
  await git(["-c", "advice.detachedHead=false", "checkout", "--quiet", "--detach", tag], facts.live);
}

export async function installEnvironment(facts: MachineFacts): Promise<void> {
  const environment = join(facts.live, ".venv");
  // The distribution's packages are all that the requirements ask for, and its pip serves this one as well.
  await run(facts.python, ["-m", "venv", "--system-site-packages", "--without-pip", environment], { cwd: facts.live });
}

/** One process for all: most of a command's time is Django's start. */
const commands = `
import django, json, sys
from django.core.management import call_command
django.setup()
for words in json.loads(sys.argv[1]):
    call_command(*words)
`;

/** Runs management commands of the release in the live directory, one after the other. */
export function manage(facts: MachineFacts, ...each: readonly (readonly string[])[]): Promise<string> {
  return run(join(facts.live, ".venv", "bin", "python"), ["-c", commands, JSON.stringify(each)], {
    cwd: facts.live,
    env: { ENV_FILE: facts.envFile, DJANGO_SETTINGS_MODULE: "psychology.settings" },
  });
}
