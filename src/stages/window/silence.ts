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
import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { loginOf } from "../../checks/asking/login.ts";
import { errorLine, InternalError } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import type { LaunchState } from "../../journal/state.ts";
import { beginSilence, endSilences, silenceState } from "../../monitoring/alertmanager.ts";
import { closeAnnotations, openAnnotation as beginAnnotation } from "../../monitoring/annotation.ts";
import type { Api } from "../../monitoring/api.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Launch, Reach } from "../launch/launch.ts";
import type { Step } from "../launch/run-steps.ts";

const graceMinutes = 15;
/** Silent alerts on an open site are worse than loud ones on a closed one: ending is tried more than once. */
const tries = 3;
const pauseMs = 1000;

const quiet = {
  isolate: { silence: isolateSilence, annotation: isolateAnnotation },
  rollback: { silence: rollbackSilenceOn, annotation: rollbackAnnotationOn },
};
const loud = {
  open: { silence: openSilence, annotation: openAnnotation },
  rollback: { silence: rollbackSilence, annotation: rollbackAnnotation },
};

/** With the page: alerts about the service rest, and graphs show why. */
export function quietSteps({ silence, annotation }: Plan, phase: "isolate" | "rollback"): Step[] {
  const steps = quiet[phase];
  return [
    ...(silence ? [silenceStep(steps.silence, phase)] : []),
    ...(annotation ? [annotationStep(steps.annotation)] : []),
  ];
}

/** With the opening: alerts ring again, and the region on the graphs has an end. */
export function loudSteps({ silence, annotation }: Plan, phase: "open" | "rollback"): Step[] {
  const how = phase === "open" ? "opened" : t`rolled back`;
  return [
    ...(silence
      ? [
          {
            id: loud[phase].silence.id,
            run: (launch: Launch) =>
              orTell(launch, t`alerts may still be SILENCED`, () =>
                ring(launch.plan, launch, launch.state(), launch.release.id),
              ),
          },
        ]
      : []),
    ...(annotation
      ? [
          {
            id: loud[phase].annotation.id,
            run: (launch: Launch) =>
              orTell(launch, t`the region on Grafana's graphs has no end`, () =>
                closeRegion(launch.plan, launch, launch.release.id, how),
              ),
          },
        ]
      : []),
  ];
}

const silenceStep = (kind: typeof isolateSilence, phase: "isolate" | "rollback"): Step => ({
  id: kind.id,
  run: (launch) =>
    orTell(launch, t`alerts are NOT silenced`, async () => {
      const { plan, release } = launch;
      if (!plan.silence) return { skipped: true };
      const end = DateTime.max(DateTime.fromISO(release.window.end), DateTime.now()).plus({ minutes: graceMinutes });
      const because = t`${phase === "isolate" ? "launch" : "rollback"} of ${release.tag}, run ${launch.run.id}`;
      const silence = await beginSilence(alertmanager(plan, launch), plan.silence, {
        release: release.id,
        because,
        until: end.toJSDate(),
      });
      return {
        note: t`until ${end.setZone(plan.timezone).toFormat("HH:mm")} at the latest${plan.silence.not.length === 0 ? "" : t`; not ${plan.silence.not.join(", ")}`}`,
        facts: { silence },
      };
    }),
  async holds(launch) {
    const state = launch.state();
    if (loud[phase === "isolate" ? "open" : phase].silence.begun(state)) return true;
    const known = kind.facts(state).silence;
    return (
      typeof known === "string" &&
      silenceState(alertmanager(launch.plan, launch), known).then(
        (found) => found === "active",
        () => false,
      )
    );
  },
});

const annotationStep = ({ id }: typeof isolateAnnotation): Step => ({
  id,
  run: (launch) =>
    orTell(launch, t`Grafana's graphs do not show the window`, async () => {
      const { plan, release } = launch;
      if (!plan.annotation) return { skipped: true };
      const annotation = await beginAnnotation(
        grafana(plan, launch),
        plan.annotation,
        release.id,
        t`${plan.service} ${release.tag}: the site is closed`,
      );
      return { note: t`annotation ${annotation}`, facts: { annotation } };
    }),
});

/** For a launch that a person ends by hand. What could not be ended is told and stops nobody. */
export async function loudByHand(
  plan: Plan,
  reached: Pick<Reach, "hosts">,
  state: LaunchState,
  release: string,
  log: Pick<Log, "warn">,
): Promise<void> {
  if (plan.silence)
    await ring(plan, reached, state, release).catch((error: unknown) =>
      log.warn(t`alerts may still be silenced: ${errorLine(error)}`),
    );
  if (plan.annotation)
    await closeRegion(plan, reached, release, t`opened by hand`).catch((error: unknown) =>
      log.warn(t`the region on Grafana's graphs has no end: ${errorLine(error)}`),
    );
}

async function ring(plan: Plan, reached: Pick<Reach, "hosts">, state: LaunchState, release: string): Promise<Done> {
  const known = [isolateSilence, rollbackSilenceOn]
    .map((kind) => kind.facts(state).silence)
    .filter((id) => typeof id === "string");
  for (let attempt = 1; ; attempt++) {
    try {
      const ended = await endSilences(alertmanager(plan, reached), release, known);
      return ended === 0
        ? { skipped: true, note: t`nothing was silenced by this launch` }
        : { note: t`${ended} silence${ended > 1 ? "s" : ""} expired` };
    } catch (error) {
      if (attempt === tries) throw error;
      await sleep(pauseMs);
    }
  }
}

async function closeRegion(plan: Plan, reached: Pick<Reach, "hosts">, release: string, how: string): Promise<Done> {
  const ids = await closeAnnotations(grafana(plan, reached), release, t`${plan.service}: the site was closed; ${how}`);
  return ids.length === 0
    ? { skipped: true, note: t`no annotation of this launch is open` }
    : { note: t`annotation ${ids.join(", ")}` };
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

function alertmanager(plan: Plan, { hosts }: Pick<Reach, "hosts">): Api {
  return apiOf("Alertmanager", plan, plan.silence, hosts);
}

function grafana(plan: Plan, { hosts }: Pick<Reach, "hosts">): Api {
  return apiOf("Grafana", plan, plan.annotation, hosts);
}

function apiOf(name: string, plan: Plan, asked: Plan["silence"] | Plan["annotation"], hosts: Reach["hosts"]): Api {
  if (asked === undefined) throw new InternalError(t`the plan has no ${name}`);
  return {
    name,
    url: asked.url,
    host: asked.from === undefined ? null : hosts.get(asked.from),
    within: asked.within,
    login: loginOf(plan, asked),
  };
}
