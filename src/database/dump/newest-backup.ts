import { setTimeout as sleep } from "node:timers/promises";
import { command } from "../../core/command.ts";
import { showDuration } from "../../core/text/figures.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { NewestBackup } from "../../plan/schema/prepare-schema.ts";
import { emptyProblem, wholeFormat } from "./backup-format.ts";
import type { FoundBackup } from "./found-backup.ts";
import { verifyPgbackrest } from "../pgbackrest/verify.ts";
import { stanzaInfo } from "../pgbackrest/info.ts";
import type { DatabasePlan } from "../postgres.ts";
import { backupsAt, backupsOf } from "./backup-files.ts";

/**
 * The newest backup, younger than the plan's limit, no longer being written, and whole: each of its bytes is read.
 * `settle` is how long it is watched for a change, in seconds. Throws a UserError that says what is wrong with it.
 */
export async function findNewestBackup(
  host: Host,
  database: DatabasePlan,
  plan: NewestBackup,
  settle = 2,
): Promise<FoundBackup> {
  if (plan.kind === "pgbackrest") return newestOfStanza(host, database, plan);
  const first = (await backupsOf(host, database, plan)).toSorted((a, b) => b.changed - a.changed)[0];
  const place = plan.kind === "files" ? plan.pattern : plan.run.join(" ");
  if (!first)
    throw new UserError({
      code: "backup-none",
      what: t`there is no backup at ${place}`,
      where: host.name,
      mend: t`find out why the nightly backup does not run, or correct prepare.newest-backup`,
    });
  const at = `${host.name}:${first.path}`;
  if (first.bytes === 0) throw new UserError({ where: at, ...emptyProblem() });
  await sleep(settle * 1000);
  const [second] = await backupsAt(host, database, [first.path]);
  if (!second || second.bytes !== first.bytes || second.changed !== first.changed)
    throw new UserError({
      code: "backup-unfinished",
      what: t`the newest backup is still being written`,
      where: at,
      mend: t`run this again once it is through`,
    });
  const ageSeconds = first.now - first.changed;
  if (ageSeconds > plan.maxAge)
    throw new UserError({
      code: "backup-old",
      what: t`the newest backup is ${showDuration(ageSeconds)} old; the plan allows ${showDuration(plan.maxAge)}`,
      where: at,
      mend: t`find out why there is none since`,
    });
  return {
    path: first.path,
    bytes: first.bytes,
    ageSeconds: Math.max(0, ageSeconds),
    ...(await wholeFormat(host, database, first.path)),
    ...(database.runAs === undefined ? {} : { reader: database.runAs }),
  };
}

/** pgBackRest writes a backup to its list once it is through; one under way is not there. */
async function newestOfStanza(
  host: Host,
  database: DatabasePlan,
  plan: Extract<NewestBackup, { kind: "pgbackrest" }>,
): Promise<FoundBackup> {
  const { backup } = await stanzaInfo(host, database, plan);
  const last = backup.toSorted((a, b) => b.timestamp.stop - a.timestamp.stop)[0];
  const where = t`${host.name}: stanza ${plan.stanza}`;
  if (!last)
    throw new UserError({
      code: "backup-none",
      what: t`pgBackRest has no backup`,
      where,
      mend: t`find out why its timer does not run`,
    });
  const now = Number((await host.run(command("date", ["+%s"], { timeoutSeconds: 30 }))).stdout);
  const ageSeconds = Math.max(0, now - last.timestamp.stop);
  if (ageSeconds > plan.maxAge)
    throw new UserError({
      code: "backup-old",
      what: t`the newest backup (${last.label}) is ${showDuration(ageSeconds)} old; the plan allows ${showDuration(plan.maxAge)}`,
      where,
      mend: t`find out why there is none since`,
    });
  await verifyPgbackrest(host, database, plan, last.label);
  return { path: last.label, bytes: last.info.size, ageSeconds, format: "pgbackrest" };
}
