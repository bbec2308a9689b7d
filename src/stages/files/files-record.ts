import { backupFiles, dayBeforeFiles, rollbackFiles } from "../../journal/steps/steps.ts";
import type { Kept } from "../../files/keep.ts";
import type { GivenBack } from "../../files/give-back.ts";
import { filesOf, type Place } from "../../plan/files-layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Recorded } from "../launch/context.ts";

export type FilesPhase = "day-before" | "backup" | "rollback";

const filesOfPhase = { "day-before": dayBeforeFiles, backup: backupFiles, rollback: rollbackFiles };

export function filesStep(phase: FilesPhase, { id, host }: Place): string {
  return filesOfPhase[phase].of(id, host).id;
}

/** What this launch kept of a folder; null when it kept nothing. */
export function keptOf({ state }: Pick<Recorded, "state">, place: Place): Kept | null {
  const step = state().steps.get(filesStep("backup", place));
  return (step?.facts.kept as Kept | undefined) ?? null;
}

/** What a way back did to a folder; null when it did nothing. */
export function givenBackOf({ state }: Pick<Recorded, "state">, place: Place): GivenBack | null {
  const step = state().steps.get(filesStep("rollback", place));
  return (step?.facts.givenBack as GivenBack | undefined) ?? null;
}

/** Whether every folder of the plan is kept: nothing that may move files begins before. */
export function filesAreKept({ plan, state }: { readonly plan: Plan; readonly state: Recorded["state"] }): boolean {
  return filesOf(plan).every((place) => state().steps.get(filesStep("backup", place))?.status === "done");
}
