import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { compareArchive } from "../../src/database/contents/archive/contents.ts";
import { takeCopy } from "../../src/database/copy.ts";
import { readSource, takeDump } from "../../src/database/dump/dump.ts";
import {
  compareFrame,
  dropSide,
  readThrough,
  requireNone,
  requireSame,
  restoreBeside,
} from "../../src/database/dump/restore.ts";
import { type DatabasePlan, psqlCommand, sideName } from "../../src/database/postgres.ts";
import { swapDatabases } from "../../src/database/swap.ts";
import type { Host } from "../../src/hosts/host.ts";

/** Databases that a launch makes beside the service's, as preflight is told of them. */
export const sidesOf = ({ name }: DatabasePlan) =>
  ["copy", "restored", "failed", "proof"].map((purpose) => sideName(name, purpose, "r1"));

/** All that a launch and its way back do with the database: dump, proof by what the plan says, copy, swap. */
export async function night(host: Host, plan: DatabasePlan): Promise<void> {
  const [copy = "", restored = "", failed = "", proof = ""] = sidesOf(plan);
  const directory = join(plan.backup.directory, plan.name);
  await mkdir(plan.backup.directory, { recursive: true });
  await takeDump(host, plan, directory);
  await readThrough(host, plan, directory);
  const source = await readSource(host, plan, directory);
  if (plan.backup.proof === "content") {
    requireNone(await compareArchive(host, plan, directory, source), host.name);
    requireNone(await compareFrame(host, plan, { directory, name: proof, source }), host.name);
  }
  await restoreBeside(host, plan, directory, restored);
  await requireSame(host, plan, { database: restored, source, directory });
  if (plan.backup.copy) await takeCopy(host, plan, copy);
  await swapDatabases(host, plan, plan.backup.copy ? copy : restored, failed);
  await dropSide(host, plan, restored);
  await host.run(psqlCommand(plan, "postgres", 'DROP DATABASE :"failed"', { variables: { failed } }));
  await rm(directory, { recursive: true, force: true });
}
