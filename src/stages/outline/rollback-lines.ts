import type { Line } from "../../checklist/model.ts";
import { changeTitle } from "../../dns/change.ts";
import {
  rollbackAnnotation,
  rollbackAnnotationOn,
  rollbackCode,
  rollbackDns,
  rollbackDrain,
  rollbackHealth,
  rollbackPause,
  rollbackResume,
  rollbackSilence,
  rollbackSilenceOn,
  rollbackStart,
  rollbackStop,
  rollbackUse,
  rollbackVerify,
} from "../../journal/steps/steps.ts";
import { drainOf } from "../../load-balancer/balancer.ts";
import type { Messages } from "../../locale/messages.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { StepBack } from "../../presets/schema.ts";
import { nameOf } from "../../services/scheduled.ts";
import { healthHosts } from "../deploy/deploy-order.ts";
import { filesLines } from "../files/files-lines.ts";
import { ownBack } from "../rollback/back-order.ts";
import { hostLines, line, linesOfPeople, optional, ownTitle, when } from "./line.ts";
import { ifPostgresql } from "../../plan/engine/engine.ts";
import { closingAgainFirst, closingAgainLast, openedAgain } from "./closing-lines.ts";
import { engineLines } from "./engine-lines.ts";

export function rollbackLines(plan: Plan, messages: Messages): Line[] {
  return [...closing(plan, messages), ...goingBack(plan, messages), ...openingAgain(plan, messages)];
}

/** Shown only when the site had been opened. */
function closing(plan: Plan, messages: Messages): Line[] {
  const closed = [
    ...closingAgainFirst(plan),
    ...when(plan.silence, line(rollbackSilenceOn)),
    ...when(plan.annotation, line(rollbackAnnotationOn)),
    ...when(drainOf(plan.loadBalancer), line(rollbackDrain)),
    ...plan.services.pause.map((work) => ({ id: rollbackPause.of(work.id).id, title: messages.pause(nameOf(work)) })),
  ];
  return closed.map(optional);
}

function goingBack(plan: Plan, messages: Messages): Line[] {
  const { hosts } = plan.services;
  return [
    ...hostLines(plan, rollbackStop, hosts, "stop"),
    ...closingAgainLast(plan),
    ...engineLines(plan).wayBack,
    ...filesLines(plan, messages, "rollback"),
    ...hostLines(plan, rollbackCode, plan.deploy.hosts, "code"),
    ...(ifPostgresql(plan)?.switch ? hostLines(plan, rollbackUse, plan.deploy.hosts, "use") : []),
    ...ownLines(plan, "before-start"),
    ...hostLines(plan, rollbackStart, hosts, "start"),
    ...hostLines(plan, rollbackHealth, healthHosts(plan), "health"),
    ...ownLines(plan, "after-start"),
  ];
}

function openingAgain(plan: Plan, messages: Messages): Line[] {
  return [
    ...plan.dns.toReversed().map((change) => ({
      id: rollbackDns.of(change.id).id,
      title: messages.dnsBack(changeTitle(change)),
      optional: true,
    })),
    line(rollbackVerify),
    ...linesOfPeople(plan, "rollback"),
    openedAgain(plan),
    ...when(plan.silence, line(rollbackSilence)),
    ...when(plan.annotation, line(rollbackAnnotation)),
    ...plan.services.pause.map((work) => ({ id: rollbackResume.of(work.id).id, title: messages.resume(nameOf(work)) })),
  ];
}

function ownLines(plan: Plan, at: StepBack["when"]): Line[] {
  return ownBack(plan, at).map(({ id, title, host }) => ({ id, title: ownTitle(plan, title, host) }));
}
