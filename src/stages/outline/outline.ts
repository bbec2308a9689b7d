import type { Line, Phase } from "../../checklist/model.ts";
import { phases, type PhaseId } from "../../core/phases.ts";
import type { Messages } from "../../locale/messages.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { dayBeforeLines, prepareLines } from "./before-lines.ts";
import { afterLines, openLines, verifyLines, watchLines } from "./opening-lines.ts";
import { rollbackLines } from "./rollback-lines.ts";
import { backupLines, deployLines, dnsTlsLines, isolateLines } from "./window-lines.ts";

/** What a phase shows; one entry for each there is. */
const linesOf: Readonly<Record<PhaseId, (plan: Plan, messages: Messages) => Line[]>> = {
  prepare: prepareLines,
  "day-before": dayBeforeLines,
  isolate: isolateLines,
  backup: backupLines,
  deploy: deployLines,
  "dns-tls": dnsTlsLines,
  verify: verifyLines,
  open: openLines,
  watch: watchLines,
  rollback: rollbackLines,
  after: afterLines,
};

/** Every line of the checklist, known before anything runs. The steps that the stages run are the same. */
export function outline(plan: Plan, messages: Messages): Phase[] {
  return phases.map((id) => ({ id, title: messages.phases[id], lines: linesOf[id](plan, messages) }));
}
