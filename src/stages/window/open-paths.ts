import { DateTime } from "luxon";
import { t } from "../../core/text/text.ts";
import { afterReconcile, isolateOn, isolateOpenPaths } from "../../journal/steps/steps.ts";
import { calledPath, gotAt, lookAtPaths, type PathSeen } from "../../load-balancer/open-paths.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";

/**
 * Asked once the services have stopped: a path that leads to a stopped one is open for nobody. One that is not open stops
 * nothing, as it would be closed as long by a second try; who called there in vain is reconciled afterwards.
 */
export const openPaths: Step = {
  id: isolateOpenPaths.id,
  async run(launch) {
    const { plan } = launch;
    const seen = await lookAtPaths(plan);
    const shut = seen.filter(({ open }) => !open);
    if (shut.length === 0) return { note: openText(seen), facts: { shut: [] } };
    const told = shut.map((one) => `${calledPath(one.path)}: ${gotAt(one, plan)}`);
    const text = t`⚠ not open: ${[...new Set(told)].join("; ")}. Reconcile since ${closedSince(launch)}`;
    await launch.record({ kind: "note", text });
    return { note: text, facts: { shut: [...new Set(shut.map(({ path }) => calledPath(path)))] } };
  },
};

function openText(seen: readonly PathSeen[]): string {
  return seen.map((one) => `${calledPath(one.path)}: ${one.answer.status}`).join(", ");
}

/** What is left for people once the site is open: who called in vain, and between when and when. */
export const reconcile: Step = {
  id: afterReconcile.id,
  async run(launch) {
    const shut = isolateOpenPaths.facts(launch.state()).shut ?? [];
    if (shut.length === 0) return { skipped: true, note: t`all of them stayed open` };
    const until = clock(launch, launch.state().ended?.at);
    return { note: t`⚠ left to do by people: ${shut.join("; ")}, from ${closedSince(launch)} to ${until}` };
  },
};

function closedSince(launch: Launch): string {
  return clock(launch, isolateOn.state(launch.state())?.startedAt);
}

function clock({ plan }: Pick<Launch, "plan">, at: string | undefined): string {
  const time = at === undefined ? DateTime.now() : DateTime.fromISO(at);
  return time.setZone(plan.timezone).toFormat("HH:mm");
}
