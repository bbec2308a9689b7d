import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { run } from "../production/processes/run.ts";
import { type Front, TryProblem } from "./front.ts";
import { startNightlyProduction } from "./nightly/production.ts";
import { tryBackup } from "./nightly/try-backup.ts";

const front: Front = {
  usage: "FILE [--as OWNER]",
  about: "what the day before makes of a backup of the database psy, of any format (a folder for pg_dump -Fd)",
  async run(words) {
    const { file, owner } = read(words);
    await access(file).catch(() => {
      throw new TryProblem(`there is no ${file}`);
    });
    const production = await startNightlyProduction(owner);
    try {
      // As of a nightly job: where the user of PostgreSQL may read it.
      const copy = join(production.directory, "backup");
      await run("cp", ["-rL", "--", file, copy]);
      await run("chmod", ["-R", "a+rX", "--", copy]);
      const { verdict, code, seconds, untouched, said } = await tryBackup(production, copy);
      if (said !== "") console.error(said.trim());
      return { verdict, code, seconds, untouched };
    } finally {
      await production.stop();
    }
  },
};
export default front;

function read(words: readonly string[]): { file: string; owner: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { as: { type: "string", default: "psy" } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (positionals.length !== 1 || file === undefined) throw new Error("it takes one file or folder");
    if (!/^[a-z_][a-z0-9_]*$/.test(values.as)) throw new Error("an owner is lower-case letters, digits and _");
    return { file: resolve(file), owner: values.as };
  } catch (error) {
    throw new TryProblem((error as Error).message);
  }
}
