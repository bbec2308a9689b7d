import type { Line } from "../../checklist/model.ts";
import { checkTitle } from "../../checks/check.ts";
import {
  afterForecast,
  afterKept,
  afterOffsite,
  afterReconcile,
  afterTidy,
  openAnnotation,
  openResume,
  openServers,
  openSilence,
  verifyCheck,
  verifyUnitsStill,
  watchLine,
  watchReport,
} from "../../journal/steps/steps.ts";
import { knowsServers } from "../../load-balancer/balancer.ts";
import type { Messages } from "../../locale/messages.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { nameOf } from "../../services/scheduled.ts";
import { line, linesOfPeople, optional, when } from "./line.ts";
import { keepingOf } from "../../plan/engine/engine.ts";
import { openingItself } from "./closing-lines.ts";
import { openPathsOf } from "../../load-balancer/open-paths.ts";

export function verifyLines(plan: Plan): Line[] {
  const { verify } = plan;
  return [
    ...verify.checks.map((check) => ({ id: verifyCheck.of(check.id).id, title: checkTitle(check) })),
    optional(line(verifyUnitsStill)),
    ...linesOfPeople(plan, "before-opening"),
  ];
}

export function openLines(plan: Plan, messages: Messages): Line[] {
  return [
    ...when(knowsServers(plan.loadBalancer), line(openServers)),
    ...openingItself(plan),
    ...when(plan.silence, line(openSilence)),
    ...when(plan.annotation, line(openAnnotation)),
    ...plan.services.pause.map((work) => ({ id: openResume.of(work.id).id, title: messages.resume(nameOf(work)) })),
  ];
}

export function watchLines(plan: Plan): Line[] {
  return [...when(plan.watch, line(watchLine), line(watchReport))];
}

export function afterLines(plan: Plan): Line[] {
  return [
    ...linesOfPeople(plan, "after-opening"),
    optional(line(afterForecast)),
    ...when(keepingOf(plan)?.offsite, line(afterOffsite)),
    ...when(openPathsOf(plan)[0], line(afterReconcile)),
    line(afterTidy),
    line(afterKept),
  ];
}
