import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep, defineSteps } from "./define-step.ts";
import { number, text } from "./facts.ts";

export const backupCopy = defineStep("backup.copy", {
  title: msg`Clone the database, so that the way back is a rename`,
  facts: z.looseObject({
    /** The copy that the way back changes places with. */
    copy: z.looseObject({ name: text, oid: text }).nullish(),
    /** `closingMark` of just before it was made. */
    closedAt: text.nullish(),
  }),
  usual: ({ database }) => 0.4 + database(200),
});
export const backupSnapshot = defineStep("backup.snapshot", {
  title: msg`Take the provider's snapshot, so that the way back is its restore`,
  facts: z.looseObject({
    /** By the name that golive gave it, and the provider's own. */
    snapshot: z.looseObject({ name: text, id: text }).nullish(),
  }),
  usual: ({ database }) => 60 + database(100),
});
export const backupCluster = defineStep("backup.cluster", {
  title: msg`Back the server up with pgBackRest`,
  facts: z.looseObject({ label: text.nullish(), sha256: text.nullish() }),
  usual: ({ database }) => 5 + database(60),
});
export const backupVerify = defineStep("backup.verify", {
  title: msg`Proof: pgBackRest finds every file whole`,
  usual: ({ database }) => 2 + database(200),
});
export const backupDump = defineStep("backup.dump", {
  title: msg`Dump the database`,
  facts: z.looseObject({
    bytes: number.nullish(),
    systemIdentifier: text.nullish(),
    takenAt: text.nullish(),
    closedAt: text.nullish(),
  }),
  usual: ({ database }) => 0.6 + database(60),
});
export const backupManifest = defineStep("backup.manifest", {
  title: msg`Checksum every file and write the manifest`,
  facts: z.looseObject({ sha256: text.nullish() }),
  usual: ({ database }) => 0.1 + database(1000),
});
export const backupRead = defineStep("backup.read", {
  title: msg`Proof: the dump reads through whole`,
  usual: ({ database }) => 0.1 + database(300),
});
export const backupProof = defineStep("backup.proof", {
  title: msg`Proof of the backup: contents and schema`,
  facts: z.looseObject({ proved: text.nullish() }),
  usual: ({ database }) => 0.6 + database(60),
});
export const backupFiles = defineSteps("backup.files-", { usual: 1 });
