import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { takeCopy } from "../../src/database/copy.ts";
import { databaseProblems, spaceProblems } from "../../src/database/preflight/preflight.ts";
import { localHost } from "../../src/hosts/local.ts";
import { noServerHere } from "./versions/server-package.ts";
import { startVersion } from "./versions/start-version.ts";
import { mountXfs, noXfsHere } from "./versions/xfs.ts";

const host = localHost("db-1");
const megabyte = 1024 ** 2;
const skip = noServerHere() ?? (await noXfsHere()) ?? false;

describe("PostgreSQL 18 on a file system whose files can share blocks, and on one where they cannot", { skip }, () => {
  for (const reflink of [true, false])
    test(reflink ? "they can: a clone takes no room" : "they cannot: the copy is made all the same", async () => {
      const xfs = await mountXfs(1600, { reflink });
      try {
        const cluster = await startVersion(18, { parent: xfs.directory });
        try {
          const plan = cluster.plan({ programs: cluster.programs });
          await cluster.sql(
            "CREATE TABLE notes AS SELECT i, repeat('x', 900) AS body FROM generate_series(1, 100000) i",
          );
          const { facts } = await databaseProblems(host, plan);
          assert.ok(facts);
          const size = facts.bytes;
          assert.ok(size > 90 * megabyte);
          const { note } = await spaceProblems(host, plan, facts, { copy: true });
          const needed = Number(/the rollback copy \((\d+)/.exec(note)?.[1]);
          await cluster.sql("CHECKPOINT");
          const before = await xfs.used();
          const copy = await takeCopy(host, plan, `${plan.name}_copy_v1`);
          const took = (await xfs.used()) - before;
          assert.equal(copy.how, reflink ? "clone" : "copy");
          assert.ok(reflink ? took < size / 5 : took > size * 0.8, `${took} bytes of ${size}`);
          assert.ok(reflink ? needed < 30 : needed > 100, note);
          await cluster.sql(`ALTER DATABASE ${copy.name} ALLOW_CONNECTIONS true`, "postgres");
          assert.equal(await cluster.sql("SELECT count(*) FROM notes", copy.name), "100000");
        } finally {
          await cluster.stop();
        }
      } finally {
        await xfs.remove();
      }
    });
});
