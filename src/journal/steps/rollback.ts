import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { defineStep, defineSteps } from "./define-step.ts";
import { number, text } from "./facts.ts";

export const rollbackOn = defineStep("rollback.on", { title: msg`Put the maintenance page up` });
export const rollbackProof = defineStep("rollback.proof", {
  title: msg`Proof from outside: visitors see the maintenance page`,
});
export const rollbackDrain = defineStep("rollback.drain", { title: msg`Requests that came before it end` });
export const rollbackWritten = defineStep("rollback.written", {
  title: msg`Set aside what was written since the backup`,
  facts: z.looseObject({
    /** Folders that a database was backed up to once more, before it was put back by the plan's commands. */
    newer: z.array(text).nullish(),
  }),
});
export const rollbackStop = defineStep("rollback.stop", { title: msg`Stop the services`, usual: 1.2 });
export const rollbackCode = defineStep("rollback.code", {
  title: msg`Put the code back to the previous release`,
  usual: 2,
});
export const rollbackDatabase = defineStep("rollback.database", {
  title: msg`Put the database back`,
  facts: z.looseObject({
    /** Object id of the database that takes its place, on record before the names change. */
    replacement: text.nullish(),
    /** Name of the database that was taken out of service, and its object id. */
    kept: text.nullish(),
    failed: text.nullish(),
    /** Name of the database that the service changes over to, where none is renamed. */
    uses: text.nullish(),
    /** The provider's snapshot that was put back in its place. */
    snapshot: text.nullish(),
    /** The plan's own command has begun to put it back. */
    restoring: z.boolean().nullish(),
    /** Seconds that the statistics of a restored database took; null when they could not be made. */
    analyzed: number.nullish(),
  }),
  // Restored, and then its statistics.
  usual: ({ copies, database }) => (copies ? 1 : 2 + database(40) + 0.5 + database(500)),
});
export const rollbackUse = defineStep("rollback.use", {
  title: msg`Let the service use the database that was put back`,
  usual: 1,
});
export const rollbackStart = defineStep("rollback.start", { title: msg`Start the services`, usual: 1.7 });
export const rollbackHealth = defineStep("rollback.health", {
  title: msg`The previous release answers on its health page`,
  usual: 2,
});
export const rollbackVerify = defineStep("rollback.verify", {
  title: msg`The checks pass on the previous release`,
  usual: 2,
});
export const rollbackOpen = defineStep("rollback.open", { title: msg`Take the maintenance page down` });
export const rollbackSilenceOn = defineStep("rollback.silence-on", {
  title: msg`Silence the service's alerts until the site is open`,
  facts: z.looseObject({ silence: text.nullish() }),
});
export const rollbackAnnotationOn = defineStep("rollback.annotation-on", {
  title: msg`Mark the window on Grafana's graphs`,
  facts: z.looseObject({ annotation: number.nullish() }),
});
export const rollbackSilence = defineStep("rollback.silence", { title: msg`Alerts ring again` });
export const rollbackAnnotation = defineStep("rollback.annotation", { title: msg`End the mark on Grafana's graphs` });
export const rollbackPause = defineSteps("rollback.pause-", { facts: z.looseObject({ was: text.nullish() }) });
export const rollbackResume = defineSteps("rollback.resume-");
export const rollbackFiles = defineSteps("rollback.files-", { usual: 1 });
export const rollbackStep = defineSteps("rollback.step-", { usual: 1 });
export const rollbackDns = defineSteps("rollback.dns-");
