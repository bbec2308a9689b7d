// Backs a database up and proves it in both ways; prints the most memory that this process had, in KiB.

import { compareArchive } from "../../../../src/database/contents/archive/contents.ts";
import { readSource, takeDump } from "../../../../src/database/dump/dump.ts";
import {
  dropSide,
  readThrough,
  requireNone,
  requireSame,
  restoreBeside,
} from "../../../../src/database/dump/restore.ts";
import type { DatabasePlan } from "../../../../src/database/postgres.ts";
import { localHost } from "../../../../src/hosts/local.ts";

interface Asked {
  readonly plan: DatabasePlan;
  readonly directory: string;
}

const { plan: asked, directory } = JSON.parse(process.argv[2] ?? "") as Asked;
const plan: DatabasePlan = { ...asked, backup: { ...asked.backup, proof: "content" } };
const host = localHost("bench");
const database = `${plan.name}_restored_x`;
await takeDump(host, plan, directory);
const source = await readSource(host, plan, directory);
await readThrough(host, plan, directory);
requireNone(await compareArchive(host, plan, directory, source), host.name);
await restoreBeside(host, plan, directory, database);
await requireSame(host, plan, { database, source, directory });
await dropSide(host, plan, database);
console.log(process.resourceUsage().maxRSS);
