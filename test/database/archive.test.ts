import assert from "node:assert/strict";
import {
  chmod,
  chown,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { after, before, describe, test } from "node:test";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { archiveProblems, type ExpectedArchive } from "../../src/database/contents/archive/archive.ts";
import { takeDump } from "../../src/database/dump/dump.ts";
import { localHost } from "../../src/hosts/local.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";

describe("what is offered as the source of a rollback", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  let folder: string;
  let systemIdentifier: string;
  before(async () => {
    cluster = await startCluster();
    folder = join(cluster.directory, "offered");
    await mkdir(folder);
    await cluster.sql(
      "CREATE TABLE clients (id int PRIMARY KEY, name text); INSERT INTO clients SELECT i, 'Anna ' || i FROM generate_series(1, 900) i; CREATE TABLE empty (x int); SELECT lo_from_bytea(4711, '\\x01')",
    );
    systemIdentifier = await cluster.sql("SELECT system_identifier FROM pg_control_system()");
  });
  after(() => cluster.stop());

  async function dump(name: string, ...words: string[]): Promise<string> {
    const { host: address, port, adminUser, passfile, binaries, database } = cluster.facts;
    const path = join(folder, name);
    await run(
      join(binaries, "pg_dump"),
      [
        "-h",
        address,
        "-p",
        String(port),
        "-U",
        adminUser,
        "--no-password",
        "-f",
        path,
        ...(words.length === 0 ? ["-Fc"] : words),
        ...(words.some((word) => !word.startsWith("-")) ? [] : [database]),
      ],
      { env: { PGPASSFILE: passfile } },
    );
    return path;
  }
  async function said(path: string, expected: Partial<ExpectedArchive> = {}): Promise<string[]> {
    const problems = await archiveProblems(host, cluster.plan(), path, {
      database: cluster.facts.database,
      systemIdentifier,
      ...expected,
    });
    for (const { where, mend } of problems) assert.ok(where === `db-1:${path}` && mend, path);
    return problems.map(({ code, what }) => `${code}: ${what}`);
  }
  async function only(
    path: string,
    code: string,
    what: RegExp,
    expected: Partial<ExpectedArchive> = {},
  ): Promise<void> {
    const all = await said(path, expected);
    assert.equal(all.length, 1, all.join("\n"));
    assert.ok(all[0]?.startsWith(`${code}: `), all[0]);
    assert.match(all[0] ?? "", what);
  }
  /** The same archive with bytes of its head changed. */
  async function patched(path: string, name: string, change: (head: Buffer) => void): Promise<string> {
    const bytes = await readFile(path);
    change(bytes);
    const copy = join(folder, name);
    await writeFile(copy, bytes);
    return copy;
  }

  test("a dump of the service's database, in each format that a rollback takes", async () => {
    assert.deepEqual(await said(await dump("good.dump")), []);
    assert.deepEqual(await said(await dump("good-z0.dump", "-Fc", "-Z0")), []);
    assert.deepEqual(await said(await dump("good", "-Fd", "-j2")), []);
    assert.deepEqual(await said(await dump("good-z0", "-Fd", "-Z0")), []);
    assert.deepEqual(await said(await dump('it\'s "odd"; $x|y')), []);
    const before_ = await readdir(folder, { recursive: true });
    await said(join(folder, "good"));
    assert.deepEqual(await readdir(folder, { recursive: true }), before_);
    assert.equal(
      await cluster.sql("SELECT count(*) FROM pg_database WHERE NOT datistemplate", "postgres"),
      "2",
      "nothing was restored",
    );
  });

  test("a folder of golive's own backups, also one taken from the rollback copy", async () => {
    const plan = cluster.plan();
    const copy = `${plan.name}_copy_r1`;
    await cluster.sql(`CREATE DATABASE "${copy}" TEMPLATE "${plan.name}"`, "postgres");
    const directory = join(cluster.directory, "backups/r1");
    await takeDump(host, plan, directory, copy);
    await writeFile(join(directory, "manifest.json"), JSON.stringify({ systemIdentifier }, null, 2));
    assert.deepEqual(await said(directory), []);
    assert.deepEqual(await said(join(directory, "dump")), []);
    await cluster.sql(`DROP DATABASE "${copy}"`, "postgres");
  });

  test("nothing is there", async () => {
    await only(join(folder, "nowhere.dump"), "archive-missing", /no such file or folder/);
    await only(join(folder, "nowhere/at/all"), "archive-missing", /no such file or folder/);
  });

  test("plain SQL, whatever it is called, packed or not", async () => {
    const plain = await dump("clinic.sql", "-Fp");
    await only(plain, "archive-plain-sql", /cannot be proved before it is used/);
    const text = await readFile(plain);
    for (const [name, bytes] of [
      ["clinic.sql.gz", gzipSync(text)],
      ["clinic.backup", text],
      ["clinic.bin", gzipSync(text)],
      ["clinic.sql.zst", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 4])],
      ["hand.txt", Buffer.from("\n-- by hand\nBEGIN;\nCOPY clients FROM stdin;\n")],
    ] as const) {
      await writeFile(join(folder, name), bytes);
      await only(join(folder, name), "archive-plain-sql", /this is SQL text/);
    }
  });

  test("what is no archive at all", async () => {
    await writeFile(join(folder, "noise"), Buffer.from([0, 1, 2, 3, 200, 10, 83, 69, 84, 32]));
    await writeFile(join(folder, "nothing"), "");
    await mkdir(join(folder, "empty-folder"));
    await writeFile(join(folder, "secret.age"), "age-encryption.org/v1\n-> X25519 abc\n");
    await writeFile(join(folder, "good.dump.gz"), gzipSync(await readFile(await dump("to-pack.dump"))));
    await only(join(folder, "noise"), "archive-unreadable", /neither in directory nor in custom format/);
    await only(join(folder, "nothing"), "archive-unreadable", /neither in directory nor in custom format/);
    await only(join(folder, "empty-folder"), "archive-unreadable", /holds no dump/);
    await only(join(folder, "secret.age"), "archive-unreadable", /encrypted/);
    await only(join(folder, "good.dump.gz"), "archive-unreadable", /packed with gzip/);
    await only(await dump("clinic.tar", "-Ft"), "archive-unreadable", /neither in directory nor in custom format/);
  });

  test("a table of contents that is cut off, files that are missing", async () => {
    const cut = await dump("cut.dump");
    await truncate(cut, 900);
    await only(cut, "archive-unreadable", /table of contents cannot be read: .*(end of file|could not read)/);
    const directory = await dump("cut", "-Fd");
    await cp(directory, join(folder, "holes"), { recursive: true });
    await truncate(join(directory, "toc.dat"), 900);
    await only(directory, "archive-unreadable", /table of contents cannot be read/);
    await truncate(join(directory, "toc.dat"), 3);
    await only(directory, "archive-unreadable", /no toc\.dat in it, or a damaged one/);
    const files = (await readdir(join(folder, "holes"))).filter((name) => /^\d+\.dat/.test(name));
    assert.ok(files.length >= 2);
    await rm(join(folder, "holes", files[0] ?? ""));
    await only(
      join(folder, "holes"),
      "archive-unreadable",
      new RegExp(`files of it are missing: ${files[0]?.replace(".gz", "")}$`),
    );
  });

  test("one that the user of the programs may not read", {
    skip: process.getuid?.() === 0 ? false : "only root can act as another user here",
  }, async () => {
    const closed = await dump("closed.dump");
    await chown(closed, 0, 0);
    await chmod(closed, 0o600);
    await chmod(folder, 0o755);
    const other = hostFrom("db-1", (command) =>
      host.attempt({
        ...command,
        file: "setpriv",
        args: ["--reuid=nobody", "--regid=nogroup", "--clear-groups", command.file, ...command.args],
      }),
    );
    const problems = await archiveProblems(other, cluster.plan(), closed, { database: cluster.facts.database });
    assert.deepEqual(
      problems.map(({ code, what }) => `${code}: ${what}`),
      ["archive-unreadable: it may not be read by the user of the PostgreSQL programs"],
    );
  });

  test("another database's", async () => {
    await cluster.sql("CREATE DATABASE accounts", "postgres");
    await cluster.sql("CREATE DATABASE psychology_test", "postgres");
    await only(
      await dump("accounts.dump", "-Fc", "accounts"),
      "archive-other-database",
      /a dump of the database "accounts", not of "psychology"/,
    );
    await only(await dump("test.dump", "-Fd", "psychology_test"), "archive-other-database", /"psychology_test"/);
  });

  test("one by a newer pg_dump: in a format not known here, or by its own word", async () => {
    const good = await dump("of-today.dump");
    // After PGDMP: the version of the format, as three bytes.
    const format = await patched(good, "format.dump", (bytes) => void bytes.writeUInt8(99, 6));
    await only(format, "archive-newer", /made by a newer pg_dump, and pg_restore \d+ here is older/);
    const version = (await run(join(cluster.facts.binaries, "pg_dump"), ["--version"])).trim().replace(/^.*?\) /, "");
    const later = version.replace(/^\d+/, "99");
    const word = await patched(good, "word.dump", (bytes) => {
      for (let at = bytes.indexOf(version); at >= 0 && at < 600; at = bytes.indexOf(version, at + 1))
        bytes.write(later, at);
    });
    await only(word, "archive-newer", /made by pg_dump 99, and pg_restore \d+ here is older/);
    const earlier = await patched(good, "earlier.dump", (bytes) => {
      for (let at = bytes.indexOf(version); at >= 0 && at < 600; at = bytes.indexOf(version, at + 1))
        bytes.write(version.replace(/^\d+/, "13"), at);
    });
    assert.deepEqual(await said(earlier), [], "an older one is read");
  });

  test("the manifest beside it", async () => {
    const directory = join(folder, "kept");
    await mkdir(directory);
    await copyFile(await dump("for-kept.dump"), join(directory, "clinic.dump"));
    await rename(await dump("for-kept", "-Fd"), join(directory, "dump"));
    const paths = [join(directory, "clinic.dump"), join(directory, "dump"), directory];
    const manifest = (text: string) => writeFile(join(directory, "manifest.json"), text);
    await manifest(JSON.stringify({ format: 2, systemIdentifier: "7000000000000000001" }, null, 2));
    for (const path of paths)
      await only(
        path,
        "archive-other-system",
        new RegExp(`another PostgreSQL cluster \\(7000000000000000001 instead of ${systemIdentifier}\\)`),
      );
    assert.deepEqual(
      await archiveProblems(host, cluster.plan(), directory, { database: cluster.facts.database }),
      [],
      "when none is expected",
    );
    for (const text of [JSON.stringify({ systemIdentifier }), JSON.stringify({ other: "words" })]) {
      await manifest(text);
      for (const path of paths) assert.deepEqual(await said(path), []);
    }
    for (const text of ["{ cut off", "null"]) {
      await manifest(text);
      await only(directory, "archive-unreadable", /manifest beside it cannot be read/);
    }
  });

  test("all that is wrong is told at once", async () => {
    const directory = join(folder, "all");
    await mkdir(directory);
    await rename(await dump("all-of-it", "-Fd", "accounts"), join(directory, "dump"));
    await writeFile(join(directory, "manifest.json"), '{"systemIdentifier":"1"}');
    assert.deepEqual(
      (await said(directory)).map((text) => text.split(":")[0]),
      ["archive-other-database", "archive-other-system"],
    );
  });
});
