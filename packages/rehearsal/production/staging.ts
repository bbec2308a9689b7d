import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MachineFacts } from "./facts.ts";
import { exchange } from "./traffic/exchange.ts";
import { type Program, startProgram } from "./processes/program.ts";
import { psql } from "./servers/psql.ts";
import { run } from "./processes/run.ts";
import { pollUntil } from "./processes/poll-until.ts";

const database = "psychology_staging";

/** A staging server that runs a release already, with a database and keys of its own. */
export async function startStaging(
  facts: MachineFacts,
  firstTag: string,
  tag: string,
  started: (part: Program) => void,
): Promise<void> {
  const { stagingUrl, postgres } = facts;
  if (stagingUrl === undefined) return;
  const home = join(facts.directory, "staging");
  const git = (...args: string[]) =>
    run("git", ["-C", home, "-c", "advice.detachedHead=false", ...args], {
      cwd: facts.directory,
      env: { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  await run("git", ["clone", "--quiet", "--no-hardlinks", facts.origin, home], { cwd: facts.directory });
  await psql(postgres, `CREATE DATABASE ${database} OWNER ${postgres.owner}`, "postgres");
  const own = await readFile(facts.stagingEnvFile, "utf8");
  const settings = (await readFile(facts.envFile, "utf8"))
    .split("\n")
    .filter((line) => !/^(PGDATABASE|SECRET_KEY)=/.test(line));
  const file = join(facts.directory, "settings", "staging-server.env");
  await writeFile(file, `${[`PGDATABASE=${database}`, own.trim(), ...settings].join("\n")}\n`, { mode: 0o600 });
  const manage = (...args: string[]) =>
    run(facts.python, ["manage.py", ...args], { cwd: home, env: { ENV_FILE: file } });
  // As the team did it: what was there before, and then the release over it.
  await git("checkout", "--quiet", firstTag);
  await manage("migrate", "--noinput");
  await manage("seed", "--clients", "20");
  await git("checkout", "--quiet", tag);
  await manage("migrate", "--noinput");
  started(
    startProgram({
      name: "staging",
      file: facts.python,
      cwd: home,
      log: join(facts.directory, "staging.log"),
      stopSignal: "SIGTERM",
      env: { ENV_FILE: file },
      args: [
        "-m",
        "gunicorn",
        "psychology.wsgi:application",
        "--bind",
        new URL(stagingUrl).host,
        "--worker-class",
        "gthread",
        "--threads",
        "2",
      ],
    }),
  );
  await pollUntil(async () => (await exchange(`${stagingUrl}/health/`)).status === 200, {
    what: "staging is not healthy",
  });
}
