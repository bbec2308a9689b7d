import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MachineFacts } from "../../../production/facts.ts";
import { pollUntil } from "../../../production/processes/poll-until.ts";
import { startProgram } from "../../../production/processes/program.ts";
import { run } from "../../../production/processes/run.ts";
import type { Found } from "../../../production/traffic/lost.ts";
import type { RehearsedDatabase } from "../kind.ts";

const name = "psychology";
const homeOf = ({ directory }: MachineFacts) => join(directory, "mariadb");
const socketOf = (facts: MachineFacts) => join(homeOf(facts), "mysqld.sock");
const defaultsOf = ({ directory }: MachineFacts) => join(directory, "settings", "mariadb.cnf");

/** As the operator, whom the server knows by his user on the host. */
function mariadb(facts: MachineFacts, sql: string, ...words: string[]): Promise<string> {
  const place = ["--no-defaults", "--socket", socketOf(facts), "--batch", "--skip-column-names"];
  return run("/usr/bin/mariadb", [...place, ...words, "--execute", sql], { cwd: homeOf(facts) });
}

export const mariadbServer: RehearsedDatabase = {
  about: "MariaDB",

  async start(facts, started) {
    const home = homeOf(facts);
    await mkdir(home, { recursive: true });
    const user = process.getuid?.() === 0 ? ["--user=root"] : [];
    const data = ["--no-defaults", `--datadir=${join(home, "data")}`];
    const words = ["--auth-root-authentication-method=socket", "--skip-test-db", ...user];
    await run("/usr/bin/mariadb-install-db", [...data, ...words], { cwd: home });
    started(
      startProgram({
        name: "mariadbd",
        file: "/usr/sbin/mariadbd",
        args: [...data, `--socket=${socketOf(facts)}`, "--skip-networking", `--pid-file=${join(home, "pid")}`, ...user],
        cwd: home,
        log: join(home, "console.log"),
        stopSignal: "SIGTERM",
      }),
    );
    const answers = () =>
      mariadb(facts, "SELECT 1").then(
        () => true,
        () => false,
      );
    await pollUntil(answers, { what: "MariaDB does not answer" });
    const password = "only-on-this-machine";
    await writeFile(defaultsOf(facts), `[client]\nuser=${name}\npassword=${password}\n`, { mode: 0o600 });
    await mariadb(
      facts,
      `CREATE DATABASE ${name} CHARACTER SET utf8mb4; CREATE USER ${name}@localhost IDENTIFIED BY '${password}';
GRANT ALL ON ${name}.* TO ${name}@localhost`,
    );
  },

  settings: (facts) => [
    `MYSQL_SOCKET=${socketOf(facts)}`,
    `MYSQL_DATABASE=${name}`,
    `MYSQL_DEFAULTS=${defaultsOf(facts)}`,
  ],

  async nightly(facts) {
    await mkdir(facts.nightly, { recursive: true, mode: 0o700 });
    const words = ["--no-defaults", "--socket", socketOf(facts), "--single-transaction", name];
    await run("/usr/bin/mariadb-dump", [...words, "--result-file", join(facts.nightly, "psychology.sql")], {
      cwd: facts.nightly,
    });
  },

  async locate(facts, acknowledged) {
    const live = new Set((await mariadb(facts, "SELECT uuid FROM bookings", name)).split("\n"));
    const missing = acknowledged.map(({ uuid }) => uuid).filter((uuid) => !live.has(uuid));
    const kept = await keptText(facts.backups);
    const lost = missing.filter((uuid) => !kept.includes(uuid));
    const found: Found["found"] = { [name]: acknowledged.length - missing.length, kept: missing.length - lost.length };
    return { lost, found };
  },

  plan: (facts) => {
    const script = (file: string, ...words: string[]) => ({
      run: [join(import.meta.dirname, file), socketOf(facts), name, ...words],
    });
    return {
      database: {
        engine: "commands",
        host: "app-1",
        name,
        directory: facts.backups,
        "back-up": { ...script("back-up.sh", "{directory}"), leaves: ["dump.sql.gz"], "at-least": 500 },
        prove: script("prove.sh", "{directory}"),
        restore: script("restore.sh", "{directory}"),
        size: script("size.sh"),
        state: script("state.sh"),
      },
      prepare: {},
      access: [],
    };
  },
};

/** All that the engine kept, as text. */
async function keptText(backups: string): Promise<string> {
  const files = (await readdir(backups, { recursive: true })).filter((file) => file.endsWith(".sql.gz"));
  if (files.length === 0) return "";
  return run("/usr/bin/zcat", files, { cwd: backups });
}
