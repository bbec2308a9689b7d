import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Entry } from "../../journal/event.ts";
import { latestTouched, stateOf } from "../../journal/state.ts";
import { watchLine } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";

export interface Superseded {
  readonly because: string;
  /** Another launch took its place. */
  readonly replaced: boolean;
}

/** The run that began to watch last: two at once would tell everything twice. */
export function watcherOf(entries: readonly Entry[], { release }: Launch): number | null {
  return (
    entries.findLast(
      (entry) =>
        entry.kind === "step" &&
        entry.step === watchLine.id &&
        entry.status === "started" &&
        entry.release === release.id,
    )?.run.id ?? null
  );
}

/** Null also while the journal cannot be read: it is asked again with the next look. */
export async function supersededNow(launch: Launch): Promise<Superseded | null> {
  try {
    return supersededBy(await launch.journal.read(), launch);
  } catch (error) {
    launch.log.warn(t`The journal could not be read: ${errorLine(error)}. It is tried again.`);
    return null;
  }
}

/** Somebody takes the release back, or another one was launched since: then there is nothing to watch any more. */
function supersededBy(entries: readonly Entry[], launch: Launch): Superseded | null {
  const latest = latestTouched(entries);
  if (latest !== null && latest !== launch.release.id)
    return {
      because: t`${stateOf(entries, latest).release?.tag ?? t`another release`} was launched since`,
      replaced: true,
    };
  const watcher = watcherOf(entries, launch);
  if (watcher !== null && watcher !== launch.run.id)
    return { because: t`run ${watcher} watches it now`, replaced: false };
  const { recalled, ended } = stateOf(entries, launch.release.id);
  const isLive = recalled === null && ended?.outcome === "live";
  return isLive ? null : { because: t`it is taken back`, replaced: false };
}
