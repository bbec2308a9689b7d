import { plain } from "../../checklist/markdown.ts";
import { t } from "../../core/text/text.ts";
import { wasOpened } from "../../journal/standing.ts";
import { type Evidence, keepEvidence } from "../launch/evidence.ts";
import type { Launch } from "../launch/context.ts";
import { rollback } from "./rollback.ts";
import { catchUp, closeRolledBack, keepOpen } from "../tell/say.ts";
import { endIncident } from "../watch/tell.ts";

/**
 * The way back of a launch whose lock is this process's, to its end: of one that was opened, as people approved it
 * (`by`); of one that never opened by itself, since nobody could write. May be begun again until it is through.
 */
export async function takeBack(launch: Launch, by: readonly string[], because: string): Promise<Evidence> {
  await begin(launch, by, because);
  await rollback(launch, because);
  const evidence = await keepEvidence(launch);
  const { plan, release, messages } = launch;
  if (!launch.github.away)
    await endIncident(launch, messages.people.rolledBack(plain(plan.service), plain(release.tag)));
  await catchUp(launch);
  await closeRolledBack(launch);
  return evidence;
}

/** From here on the launch is this run's, and its checklist has something to press again. */
async function begin(launch: Launch, by: readonly string[], because: string): Promise<void> {
  const { release, run } = launch;
  const opened = wasOpened(launch.state());
  const ours = release.runId === run.id && launch.state().ended === null;
  if (!ours || (opened && launch.state().recalled === null)) {
    await launch.record({ kind: "opened", opened: { ...release, runId: run.id } });
    if (opened) await launch.record({ kind: "recalled", by, because });
    else await launch.record({ kind: "note", text: t`${run.actor} finishes the way back, because ${because}` });
  }
  await keepOpen(launch);
}
