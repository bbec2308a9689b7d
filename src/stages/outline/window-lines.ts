import type { Line } from "../../checklist/model.ts";
import { changeTitle } from "../../dns/change.ts";
import {
  certificateStep,
  deployVersions,
  dnsChangeStep,
  isolateAnnotation,
  isolateDrain,
  isolateOpenPaths,
  isolatePause,
  isolateSilence,
  isolateStop,
  kindOf,
} from "../../journal/steps/steps.ts";
import { drainOf } from "../../load-balancer/balancer.ts";
import type { Messages } from "../../locale/messages.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { nameOf } from "../../services/scheduled.ts";
import { deployBatches, type HostStep } from "../deploy/deploy-order.ts";
import { certificateTitle } from "../dns-tls/certificate.ts";
import { filesLines } from "../files/files-lines.ts";
import { hostLine, hostLines, line, linesOfPeople, ownTitle, when } from "./line.ts";
import { closingFirst, closingLast } from "./closing-lines.ts";
import { engineLines } from "./engine-lines.ts";
import { openPathsOf } from "../../load-balancer/open-paths.ts";

export function isolateLines(plan: Plan, messages: Messages): Line[] {
  return [
    ...closingFirst(plan),
    ...when(plan.silence, line(isolateSilence)),
    ...when(plan.annotation, line(isolateAnnotation)),
    ...when(drainOf(plan.loadBalancer), line(isolateDrain)),
    ...plan.services.pause.map((work) => ({ id: isolatePause.of(work.id).id, title: messages.pause(nameOf(work)) })),
    ...hostLines(plan, isolateStop, plan.services.hosts, "stop"),
    ...closingLast(plan),
    ...when(openPathsOf(plan)[0], line(isolateOpenPaths)),
    ...linesOfPeople(plan, "closed"),
  ];
}

export function backupLines(plan: Plan, messages: Messages): Line[] {
  return [...filesLines(plan, messages, "backup"), ...engineLines(plan).backup];
}

export function deployLines(plan: Plan): Line[] {
  const titled = (step: HostStep): Line => {
    const kind = kindOf(step.id);
    if (kind !== undefined) return hostLine(plan, kind, step.host);
    return { id: step.id, title: ownTitle(plan, step.own?.title ?? step.id, step.host) };
  };
  const lanes = deployBatches(plan).flatMap(({ lanes }, batch) =>
    lanes.flatMap((lane) => lane.map((step) => ({ ...titled(step), lane: `${batch} ${step.host}` }))),
  );
  return [...lanes, line(deployVersions)];
}

export function dnsTlsLines(plan: Plan, messages: Messages): Line[] {
  return [
    ...plan.dns.map((change) => ({ id: dnsChangeStep.of(change.id).id, title: messages.dns(changeTitle(change)) })),
    ...plan.certificates.map((certificate) => ({
      id: certificateStep.of(certificate.id).id,
      title: certificateTitle(certificate),
    })),
  ];
}
