import { loginOf } from "../../checks/asking/login.ts";
import { errorLine, InternalError } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import type { LaunchState } from "../../journal/state.ts";
import {
  isolateAnnotation,
  isolateSilence,
  openAnnotation,
  openSilence,
  rollbackAnnotation,
  rollbackAnnotationOn,
  rollbackSilence,
  rollbackSilenceOn,
} from "../../journal/steps/steps.ts";
import type { Api } from "../../monitoring/api.ts";
import { type WatcherKey, watcherKeys, watcherNamed } from "../../monitoring/registry.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Connections } from "../launch/connect/connect.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";

type Phase = "isolate" | "rollback";

const begins = {
  isolate: { silence: isolateSilence, annotation: isolateAnnotation },
  rollback: { silence: rollbackSilenceOn, annotation: rollbackAnnotationOn },
};
const ends = {
  open: { silence: openSilence, annotation: openAnnotation },
  rollback: { silence: rollbackSilence, annotation: rollbackAnnotation },
};

/** With the page: alerts about the service rest, and graphs show why. */
export function quietSteps(plan: Plan, phase: Phase): Step[] {
  return watched(plan).map((key) => beginStep(key, phase));
}

/** With the opening: alerts ring again, and the region on the graphs has an end. */
export function loudSteps(plan: Plan, phase: "open" | "rollback"): Step[] {
  return watched(plan).map((key) => ({
    id: ends[phase][key].id,
    run: (launch) =>
      orTell(launch, watcherNamed(key).notEnded(), () =>
        end(launch.plan, launch, {
          key,
          state: launch.state(),
          release: launch.release.id,
          how: phase === "open" ? "opened" : t`rolled back`,
        }),
      ),
  }));
}

/** For a launch that a person ends by hand. What could not be ended is told and stops nobody. */
export async function loudByHand(
  plan: Plan,
  reached: Pick<Connections, "hosts">,
  state: LaunchState,
  { release, log }: { readonly release: string; readonly log: Pick<Log, "warn"> },
): Promise<void> {
  for (const key of watched(plan))
    await end(plan, reached, { key, state, release, how: t`opened by hand` }).catch((error: unknown) =>
      log.warn(watcherNamed(key).notEndedByHand(errorLine(error))),
    );
}

/** Those whom the plan names. */
function watched(plan: Plan): WatcherKey[] {
  return watcherKeys.filter((key) => plan[key] !== undefined);
}

function beginStep(key: WatcherKey, phase: Phase): Step {
  const watcher = watcherNamed(key);
  const kind = begins[phase][key];
  return {
    id: kind.id,
    run: (launch) => orTell(launch, watcher.notBegun(), () => begin(launch, key, phase)),
    ...(watcher.holds && {
      async holds(launch: Launch) {
        const state = launch.state();
        if (ends[phase === "isolate" ? "open" : "rollback"][key].begun(state)) return true;
        return watcher.holds?.(apiOf(launch.plan, key, launch), kind.facts(state)) ?? false;
      },
    }),
  };
}

async function begin(launch: Launch, key: WatcherKey, phase: Phase): Promise<Done> {
  const { plan, release, run } = launch;
  const keys = plan[key];
  if (keys === undefined) return { skipped: true };
  return watcherNamed(key).begin(apiOf(plan, key, launch), keys, {
    phase,
    service: plan.service,
    release: release.id,
    tag: release.tag,
    run: run.id,
    windowEnd: release.window.end,
    timezone: plan.timezone,
  });
}

interface Ending {
  readonly key: WatcherKey;
  readonly state: LaunchState;
  readonly release: string;
  readonly how: string;
}

async function end(
  plan: Plan,
  reached: Pick<Connections, "hosts">,
  { key, state, release, how }: Ending,
): Promise<Done> {
  const known = (["isolate", "rollback"] as const).map((phase) => begins[phase][key].facts(state));
  return watcherNamed(key).end(apiOf(plan, key, reached), { service: plan.service, release, how, begun: known });
}

/** A launch is not stopped because alerts ring, or go on resting: it is told, on the page and in the log. */
async function orTell(launch: Launch, what: string, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (launch.signal.aborted) throw error;
    const text = `${what}: ${errorLine(error)}`;
    launch.log.warn(text);
    await launch.record({ kind: "note", text });
    return { skipped: true, note: text };
  }
}

function apiOf(plan: Plan, key: WatcherKey, { hosts }: Pick<Connections, "hosts">): Api {
  const { called: name } = watcherNamed(key);
  const asked = plan[key];
  if (asked === undefined) throw new InternalError(t`the plan has no ${name}`);
  return {
    name,
    url: asked.url,
    host: asked.from === undefined ? null : hosts.get(asked.from),
    within: asked.within,
    login: loginOf(plan, asked),
  };
}
