import { plain } from "../../checklist/markdown.ts";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Seen } from "../../core/watch/watch.ts";
import { comment } from "../../github/issue.ts";
import type { Event } from "../../journal/event.ts";
import type { Launch } from "../launch/context.ts";
import { closeIncident, tellIncident } from "./incident.ts";
import { keep, type Kept, readKept } from "./kept.ts";

/** A control host that is away for a moment ends no watch, and holds no rollback up. */
export async function onRecord(launch: Launch, event: Event): Promise<void> {
  await launch
    .record(event)
    .catch((error: unknown) => launch.log.warn(t`The journal could not be written: ${errorLine(error)}`));
}

/** On record, and where people look: an incident in an issue of its own, a SEV-1 on the checklist. */
export async function tell(launch: Launch, kept: Kept, { change, state }: Seen): Promise<Kept> {
  const { release, messages } = launch;
  // An issue that could not be opened then is opened now.
  if (change === null) {
    if (state.incident === null || kept.incident !== null) return kept;
    return { ...kept, incident: await tellIncident(launch, null, state.incident.what) };
  }
  const what = (change === "sev1" ? state.sev1 : state.incident)?.what ?? [];
  await onRecord(launch, { kind: "watch", change, what });
  if (change === "closed") {
    await closeIncident(launch, kept.incident, messages.watch.closed(plain(release.tag)));
    return { ...kept, incident: null };
  }
  if (change !== "sev1") return { ...kept, incident: await tellIncident(launch, kept.incident, what) };
  await tellSev1(launch, what);
  return kept;
}

async function tellSev1({ github, release, messages, log }: Launch, what: readonly string[]): Promise<void> {
  const text = messages.watch.sev1(
    plain(release.tag),
    what.map((one) => plain(one)),
  );
  await comment(github, release.issue, text).catch((error: unknown) =>
    log.warn(t`The checklist could not be told: ${errorLine(error)}`),
  );
}

/** The release was taken back: then its incident is over as well. */
export async function endIncident(launch: Launch, text: string): Promise<void> {
  const kept = await readKept(launch).catch(() => null);
  if (kept === null || kept.incident === null) return;
  await closeIncident(launch, kept.incident, text);
  await keep(launch, { ...kept, incident: null });
}
