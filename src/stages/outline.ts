import { accessTitle } from "../access/probe.ts";
import type { Line, Phase } from "../checklist/model.ts";
import { checkTitle } from "../checks/check.ts";
import type { Messages, StepTitle } from "../locale/messages.ts";
import type { Plan } from "../plan/schema.ts";
import { nameOf } from "../services/scheduled.ts";
import { customSteps, deployOrder, migrateHost, perHost } from "./deploy-order.ts";

/** Every line of the checklist, known before anything runs. The stages use the same ids. */
export function outline(plan: Plan, messages: Messages): Phase[] {
  const line = (id: StepTitle, host?: string): Line => ({ id: host === undefined ? id : `${id}@${host}`, title: `${messages.steps[id]}${host !== undefined && Object.keys(plan.hosts).length > 1 ? ` (${host})` : ""}` });
  const smoke = plan.verify.checks.some((check) => check.kind === "smoke");
  const prepare: readonly StepTitle[] = ["prepare.tag", "prepare.approval", ...(smoke ? (["prepare.smoke"] as const) : []), "prepare.hosts", "prepare.tools", "prepare.rights", "prepare.services", "prepare.checks", "prepare.checkout", "prepare.migrations", "prepare.database", "prepare.space", "prepare.balancer"];
  const lines: Readonly<Record<Phase["id"], readonly Line[]>> = {
    prepare: prepare.map((id) => line(id)),
    "day-before": [...accessLines(plan, messages), ...dayBeforeLines(plan).map((id) => line(id))],
    isolate: [line("isolate.on"), line("isolate.proof"), ...plan.services.pause.map((work) => ({ id: `isolate.pause-${work.id}`, title: messages.pause(nameOf(work)) })), ...plan.services.hosts.map((host) => line("isolate.stop", host))],
    backup: [...(plan.database.backup.copy ? [line("backup.copy")] : []), ...(plan.database.backup.pgbackrest ? (["backup.cluster", "backup.verify"] as const) : (["backup.dump", "backup.manifest", "backup.read"] as const)).map((id) => line(id)), line("backup.proof")],
    deploy: deployOrder(plan).flatMap((part): readonly Line[] => {
      if (part === "deploy.migrate") return [line("deploy.migrate", migrateHost(plan))];
      if (perHost(part)) return hostsOf(plan, part).map((host) => line(part, host));
      return customSteps(plan, part).map(({ step, host, id }) => ({ id, title: `${step.title}${plan.deploy.hosts.length > 1 ? ` (${host})` : ""}` }));
    }),
    verify: plan.verify.checks.map((check) => ({ id: `verify.${check.id}`, title: checkTitle(check) })),
    open: [line("open.off"), line("open.proof"), ...plan.services.pause.map((work) => ({ id: `open.resume-${work.id}`, title: messages.resume(nameOf(work)) }))],
    after: [{ ...line("after.forecast"), optional: true }, ...(plan.database.backup.offsite ? [line("after.offsite")] : []), line("after.tidy")],
    rollback: [
      ...(["rollback.on", "rollback.proof"] as const).map((id) => ({ ...line(id), optional: true })),
      ...plan.services.pause.map((work) => ({ id: `rollback.pause-${work.id}`, title: messages.pause(nameOf(work)), optional: true })),
      ...plan.services.hosts.map((host) => line("rollback.stop", host)),
      { ...line("rollback.written"), optional: true },
      line("rollback.database"),
      ...plan.deploy.hosts.map((host) => line("rollback.code", host)),
      ...plan.services.hosts.map((host) => line("rollback.start", host)),
      ...plan.services.hosts.map((host) => line("rollback.health", host)),
      line("rollback.verify"),
      line("rollback.open"),
      ...plan.services.pause.map((work) => ({ id: `rollback.resume-${work.id}`, title: messages.resume(nameOf(work)) })),
    ],
  };
  return (["prepare", "day-before", "isolate", "backup", "deploy", "verify", "open", "rollback", "after"] as const).map((id) => ({ id, title: messages.phases[id], lines: lines[id] }));
}

export function hostsOf(plan: Plan, part: string): readonly string[] {
  return part === "deploy.start" || part === "deploy.health" ? plan.services.hosts : plan.deploy.hosts;
}

function accessLines({ prepare }: Plan, messages: Messages): Line[] {
  return [...prepare.access.map((probe) => ({ id: `day-before.access-${probe.id}`, title: accessTitle(probe) })), ...(prepare.keys ? [{ id: "day-before.keys", title: messages.steps["day-before.keys"] }] : [])];
}

/** Whether the release is built the day before: to be tried, or to be switched to. */
export function builds({ prepare, deploy }: Plan): boolean {
  return prepare.trial !== undefined || prepare.staging !== undefined || deploy.strategy === "releases";
}

function dayBeforeLines(plan: Plan): readonly StepTitle[] {
  const { trial, staging } = plan.prepare;
  const { prepare } = plan;
  return [
    ...(builds(plan) ? (["day-before.build"] as const) : []),
    ...(staging ? (["day-before.staging"] as const) : []),
    ...(prepare["newest-backup"] ? (["day-before.backup"] as const) : []),
    ...(prepare["test-restore"] ? (["day-before.restore", "day-before.dump"] as const) : []),
    ...(trial ? (["day-before.migrate"] as const) : []),
    ...(trial && (trial.start || trial.tests.length > 0) ? (["day-before.tests"] as const) : []),
    "day-before.forecast",
    ...(prepare.tell ? (["day-before.tell"] as const) : []),
  ];
}
