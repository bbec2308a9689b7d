import assert from "node:assert/strict";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { compareArchive } from "../../src/database/contents/archive/contents.ts";
import type { Source } from "../../src/database/contents/source.ts";
import { dropSide, requireSame, restoreBeside } from "../../src/database/dump/restore.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";

// Dumps that earlier versions made, in Russian, with what they kept of the source (`kept.json`).
const folders = join(import.meta.dirname, "dumps-of-then");
const host = localHost("db-1");

describe("a dump of an earlier version", async () => {
  let cluster: Cluster;
  before(async () => {
    cluster = await startCluster();
  });
  after(() => cluster.stop());

  for (const name of await readdir(folders))
    test(`is proved and restored: ${name}`, async () => {
      const plan = cluster.plan();
      const directory = join(cluster.directory, "backups", name);
      await cp(join(folders, name), directory, { recursive: true });
      const source = JSON.parse(await readFile(join(directory, "kept.json"), "utf8")) as Source;
      assert.deepEqual(await compareArchive(host, plan, directory, source), []);
      const database = `${plan.name}_restored_then`;
      await restoreBeside(host, plan, directory, database);
      await requireSame(host, plan, { database, source, directory });
      await cluster.sql("ALTER VIEW newcomers RENAME COLUMN id TO other; SELECT lo_put(4711, 0, '\\xff')", database);
      await assert.rejects(
        requireSame(host, plan, { database, source, directory }),
        (error) =>
          error instanceof UserError &&
          /VIEW public\.newcomers is defined otherwise/.test(error.message) &&
          /large objects are not the same/.test(error.message),
      );
      await dropSide(host, plan, database);
    });
});
