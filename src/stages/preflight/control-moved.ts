import { errorLine, type Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { defaultBranch, fileAt } from "../../github/repository.ts";
import type { Entry } from "../../journal/event.ts";
import { latestTouched, stateOf } from "../../journal/state.ts";
import { placeName, recordPlace, recordPlaceOf, type RecordPlace, samePlace } from "../../plan/record-place.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { strategyOf } from "../../presets/strategy.ts";
import type { Connections } from "../launch/connect/connect.ts";
import type { RunContext } from "../launch/context.ts";
import { withRecord } from "../launch/record/record-of.ts";

/**
 * By day: whether a launch is still open where an earlier plan kept its record. The plan of what is live, and that of
 * the default branch, say where that was. A place that cannot be looked at any more is told, and stops nothing: it may
 * be gone for good.
 */
export async function controlMoved(
  context: RunContext,
  plan: Plan,
  reached: Pick<Connections, "hosts" | "journal">,
): Promise<Problem[]> {
  const here = recordPlaceOf(plan);
  const problems: Problem[] = [];
  const seen: RecordPlace[] = here === null ? [] : [here];
  for (const text of await earlierPlans(context, plan, reached)) {
    const place = recordPlace(text);
    if (place === null || seen.some((one) => samePlace(one, place))) continue;
    seen.push(place);
    const open = await openAt(context, place, await reached.journal.read()).catch((error: unknown) => {
      context.log.warn(t`${where(place)}, where the record was kept before, cannot be looked at: ${errorLine(error)}`);
      return null;
    });
    if (open !== null) problems.push(movedProblem(plan, place, open));
  }
  return problems;
}

function where(place: RecordPlace): string {
  return `${placeName(place)}:${place.directory}`;
}

function movedProblem({ control }: Plan, place: RecordPlace, open: string): Problem {
  return {
    code: "control-moved",
    what: t`the plan moves the record to ${control.host}:${control.directory}, and at ${where(place)}, where it was kept before, ${open}`,
    where: "control",
    mend: t`finish that launch first, with the plan it was opened with; the record may move once it has ended`,
  };
}

/** What is open at a place, in words; null when nothing is, or when both plans lead to one record. */
async function openAt(context: RunContext, place: RecordPlace, here: readonly Entry[]): Promise<string | null> {
  return withRecord(place, context, async ({ entries, held }) => {
    const last = latestTouched(entries);
    if (last !== null && here.some(({ release }) => release === last)) return null;
    if (last !== null && stateOf(entries, last).ended === null) return t`the launch ${last} is not finished`;
    return held === null ? null : t`the launch ${held.owner.release} holds the lock`;
  });
}

async function earlierPlans(context: RunContext, plan: Plan, { hosts }: Pick<Connections, "hosts">): Promise<string[]> {
  const { github, planFile } = context;
  const live = await Promise.all(
    plan.deploy.hosts.map((name) =>
      strategyOf(plan)
        .current(hosts.get(name), plan)
        .then(({ commit }) => commit)
        // What is wrong with the checkout is told by the look at it.
        .catch(() => null),
    ),
  );
  const commits = live.filter((commit) => commit !== null && /^[0-9a-f]{40,64}$/.test(commit));
  const refs = [...new Set([...commits, await defaultBranch(github)])] as string[];
  const texts = await Promise.all(refs.map((ref) => fileAt(github, planFile, ref)));
  return texts.filter((text) => text !== null);
}
