import { figure } from "../../core/text/figures.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import { compareArchive } from "../../database/contents/archive/contents.ts";
import { totalRows } from "../../database/contents/contents.ts";
import { type Manifest, readManifest } from "../../database/dump/manifest.ts";
import { compareFrame, dropSide, requireNone, requireSame, restoreBeside } from "../../database/dump/restore.ts";
import { besideName } from "../../database/postgres.ts";
import { backupProof } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { backupDirectory, databaseHost, manifestHash } from "./backup-record.ts";
import { ofThisDump } from "./dump-looks.ts";
import { postgresqlOf } from "../../plan/engine/engine.ts";

type Source = Manifest["source"];

/** The dump is held to what the database held when it was taken, in the way that the plan asks for. */
export const proof: Step = {
  id: backupProof.id,
  async run(launch) {
    const database = postgresqlOf(launch.plan);
    const host = databaseHost(launch);
    // What is proved is what a rollback would read: the files as they lie there, held to the manifest.
    const { source } = await readManifest(host, database, backupDirectory(launch), manifestHash(launch));
    return proofs[database.backup.proof](launch, source);
  },
  still: ofThisDump,
};

const proofs: Readonly<Record<"read" | "content" | "restore", (launch: Launch, source: Source) => Promise<Done>>> = {
  read: async () => ({
    skipped: true,
    note: t`the plan asks for no more than that it reads through whole (proof: read)`,
    facts: { proved: "read" },
  }),

  async content(launch, source) {
    const database = postgresqlOf(launch.plan);
    const host = databaseHost(launch);
    const directory = backupDirectory(launch);
    requireNone(await compareArchive(host, database, directory, source), host.name);
    requireNone(await compareFrame(host, database, { directory, name: scratchName(launch), source }), host.name);
    return {
      note: t`not restored; ${allOf(source)} stand in the dump as in the database`,
      facts: { proved: "content" },
    };
  },

  async restore(launch, source) {
    const database = postgresqlOf(launch.plan);
    const host = databaseHost(launch);
    const scratch = scratchName(launch);
    try {
      await restoreBeside(host, database, backupDirectory(launch), scratch);
      await requireSame(host, database, { database: scratch, source, directory: backupDirectory(launch) });
    } finally {
      await dropSide(host, database, scratch);
    }
    const counted = database.backup.countOnly;
    const except = counted.length > 0 ? t`; only counted: ${counted.join(", ")}` : "";
    return { note: t`restored beside; ${allOf(source)} are the same${except}`, facts: { proved: "restore" } };
  },
};

function scratchName({ plan, release }: Launch): string {
  return besideName(postgresqlOf(plan), "proof", release.id);
}

function allOf({ contents, objects }: Source): string {
  const tables = Object.keys(contents.tables).length;
  return t`${figure(totalRows(contents))} {0:row|rows|rows} in ${tables} {1:table|tables|tables} \
and ${Object.keys(objects).length} {2:object|objects|objects} of the schema`;
}
