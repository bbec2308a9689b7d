import { dayBeforeBackup } from "../../../journal/steps/steps.ts";
import { showDuration, showSize } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { FoundBackup } from "../../../database/dump/found-backup.ts";
import { findNewestBackup } from "../../../database/dump/newest-backup.ts";
import type { DayStep } from "../day-step.ts";
import { readerOf } from "../scratch.ts";

export const newestBackup: DayStep<FoundBackup | null> = {
  id: dayBeforeBackup.id,
  async run(launch) {
    const plan = launch.plan.prepare.newestBackup;
    if (!plan) return { done: { skipped: true }, hands: null };
    const server = readerOf(launch);
    const found = await findNewestBackup(launch.hosts.get(plan.host ?? server.host.name), server.database, plan);
    const { path, bytes, ageSeconds } = found;
    const note = t`${path}, ${showSize(bytes)}, ${showDuration(ageSeconds)} old, whole`;
    return { done: { note, facts: { path, bytes, ageSeconds } }, hands: found };
  },
};
