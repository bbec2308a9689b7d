import assert from "node:assert/strict";
import { access, chmod, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type NightlyProduction, startNightlyProduction } from "../../../packages/rehearsal/try/nightly/production.ts";
import { planOf } from "../../../packages/rehearsal/try/nightly/try-backup.ts";
import { pollUntil } from "../../../packages/rehearsal/production/processes/poll-until.ts";
import { command, script } from "../../../src/core/command.ts";
import { problemsFrom } from "../../../src/core/errors.ts";
import { psqlCommand, query } from "../../../src/database/postgres.ts";
import { makeRoles } from "../../../src/database/scratch/roles.ts";
import { removeScratches, startScratch, whoIs } from "../../../src/database/scratch/server.ts";
import type { ScratchSettings } from "../../../src/database/scratch/settings.ts";
import { localHost } from "../../../src/hosts/local.ts";
import { postgresqlOf } from "../../../src/plan/engine/engine.ts";

const host = localHost("db");

describe("a throwaway server", () => {
  let production: NightlyProduction;
  let wanted: ScratchSettings;
  before(async () => {
    production = await startNightlyProduction();
    const directory = join(production.directory, "state/scratch");
    const guests = [await whoIs(host)];
    wanted = { user: "nobody", directory, inControl: true, guests, connections: 20 };
  });
  after(() => production.stop());
  const plan = () => postgresqlOf(planOf(production, "/nowhere"));

  test("of the same version, reached by its socket only, by its own user and the guests only", async () => {
    const scratch = await startScratch(host, plan(), wanted);
    const service = { host, plan: plan() };
    await makeRoles(service, scratch);
    const { database } = scratch;
    const ask = async (sql: string) =>
      (await query(host, database, { database: "postgres", sql })).map((row) => row.join("|"));
    assert.deepEqual(await ask("SELECT current_setting('listen_addresses'), current_setting('server_version')"), [
      `|${await production.sql("SHOW server_version")}`,
    ]);
    assert.deepEqual(await ask("SELECT rolname FROM pg_roles WHERE rolname IN ('psy', 'reader') ORDER BY 1"), [
      "psy",
      "reader",
    ]);
    assert.deepEqual(await ask("SELECT count(*) FROM pg_authid WHERE rolpassword IS NOT NULL"), ["0"]);
    const { runAs: _, ...open } = database;
    const asGuest = { ...open, connection: { ...database.connection, user: "psy" } };
    assert.deepEqual(await query(host, asGuest, { database: "postgres", sql: "SELECT current_user" }), [["psy"]]);
    const asStranger = { ...psqlCommand(asGuest, "postgres", "SELECT 1;\n"), user: "daemon" };
    assert.match((await host.attempt(asStranger)).stderr, /Peer authentication failed/);
    const folder = (database.connection.host ?? "").slice(0, -2);
    assert.equal((await stat(folder)).mode & 0o777, 0o711);
    assert.equal((await stat(join(folder, "data"))).mode & 0o777, 0o700);
    await removeScratches(host, plan(), wanted);
    await assert.rejects(access(folder));
  });

  test("what a lost run left goes with the next, and with it all that a backup started", async () => {
    const lost = await startScratch(host, plan(), wanted);
    const nap = `${process.pid}${Date.now() % 100_000}.5`;
    await host.run(
      psqlCommand(
        lost.database,
        "postgres",
        `COPY (SELECT 1) TO PROGRAM 'cat >/dev/null; setsid sleep ${nap} >/dev/null 2>&1 </dev/null &';\n`,
      ),
    );
    const naps = async () => (await host.attempt(command("pgrep", ["-f", `^sleep ${nap}$`]))).stdout.trim();
    await pollUntil(async () => (await naps()) !== "", { what: "it does not stay" });
    const next = await startScratch(host, plan(), wanted);
    assert.equal(await naps(), "");
    assert.deepEqual(await readdir(wanted.directory), [
      (next.database.connection.host ?? "").slice(wanted.directory.length + 1, -2),
    ]);
    const silent = await host.attempt(psqlCommand(lost.database, "postgres", "SELECT 1;\n"));
    assert.notEqual(silent.code, 0);
    await removeScratches(host, plan(), wanted);
    assert.deepEqual(await readdir(wanted.directory), []);
  });

  test("of what cannot be, it is told why", async () => {
    const codes = async (change: Partial<ScratchSettings>, service = plan()) =>
      (await problemsFrom(async () => void (await startScratch(host, service, { ...wanted, ...change })))).map(
        ({ code }) => code,
      );
    assert.deepEqual(await codes({ user: "root" }), ["scratch-user-root"]);
    assert.deepEqual(await codes({ directory: `/tmp/${"x".repeat(80)}` }), ["scratch-folder-name"]);
    const closed = join(production.directory, "closed");
    await mkdir(closed, { mode: 0o700 });
    assert.deepEqual(await codes({ directory: join(closed, "s"), inControl: false }), ["scratch-no-way"]);
    await chmod(closed, 0o711);
    await host.run(script(': > "$1"', [join(closed, "file")]));
    assert.deepEqual(await codes({ directory: join(closed, "file") }), ["scratch-no-folder"]);
  });
});
