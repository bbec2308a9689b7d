import { errorLine } from "../../core/errors.ts";
import { figure } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Count } from "../../core/watch/poll.ts";
import { watchLine } from "../../journal/steps/steps.ts";
import type { Launch } from "../launch/context.ts";
import { closeIncident } from "./incident.ts";
import { keep, type Kept } from "./kept.ts";
import { closeWithReport } from "./report.ts";
import { onRecord } from "./tell.ts";

/** The next launch took over: this one's incident is nobody's to watch any more, and its checklist ends with what was seen. */
export async function closeReplaced(launch: Launch, kept: Kept, because: string): Promise<void> {
  await closeIncident(launch, kept.incident, because);
  await onRecord(launch, {
    kind: "step",
    step: watchLine.id,
    status: "done",
    note: because,
    facts: { totals: kept.totals },
  });
  await closeWithReport(launch).catch((error: unknown) =>
    launch.log.warn(t`The checklist could not be closed: ${errorLine(error)}`),
  );
}

/** The watch went its whole time. Returns the note. */
export async function finish(launch: Launch, kept: Kept): Promise<string> {
  const { totals } = kept;
  const share = ({ bad, all }: Count) => (all === 0 ? null : t`${figure(100 * (1 - bad / all))} % of ${figure(all)}`);
  const incidents = launch.state().incidents.filter(({ change }) => change === "opened").length;
  const parts = [
    [t`requests answered well`, share(totals.traffic)],
    [t`in time`, share(totals.latency)],
    [t`own requests answered well`, share(totals.probes)],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const note = `${parts.join("; ")}; ${countOf(incidents)}`;
  await keep(launch, kept);
  await launch.record({ kind: "step", step: watchLine.id, status: "done", note, facts: { totals, incidents } });
  return note;
}

function countOf(incidents: number): string {
  if (incidents === 0) return t`no incident`;
  return incidents === 1 ? t`one incident` : t`${incidents} incidents`;
}
