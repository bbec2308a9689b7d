import { accessTitle } from "../../access/probe.ts";
import { watcherKeys } from "../../monitoring/registry.ts";
import { knowsServers } from "../../load-balancer/balancer.ts";
import type { Line, Phase } from "../../checklist/model.ts";
import { checkTitle } from "../../checks/check.ts";
import { scenarioLine } from "../../journal/state.ts";
import type { Messages, StepTitle } from "../../locale/messages.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { filesOf } from "../../plan/files-layout.ts";
import { changeTitle } from "../../dns/change.ts";
import { nameOf } from "../../services/scheduled.ts";
import { filesLines } from "../files/files-lines.ts";
import { certificateTitle } from "../dns-tls/certificates.ts";
import type { StepBack } from "../../presets/schema.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { ownBack } from "../rollback/back-order.ts";
import { deployBatches, type HostStep, healthHosts } from "../deploy/deploy-order.ts";

/** Every line of the checklist, known before anything runs. The stages use the same ids. */
export function outline(plan: Plan, messages: Messages): Phase[] {
  const line = (id: StepTitle, host?: string): Line => ({
    id: host === undefined ? id : `${id}@${host}`,
    title: `${messages.steps[id]}${host !== undefined && Object.keys(plan.hosts).length > 1 ? ` (${host})` : ""}`,
  });
  const titled = ({ id, part, host, own }: HostStep): Line =>
    own
      ? { id, title: `${own.title}${plan.deploy.hosts.length > 1 ? ` (${host})` : ""}` }
      : line(part as StepTitle, host);
  const balancer = plan.loadBalancer;
  const drains = balancer.drain !== undefined;
  const smoke = plan.verify.checks.some((check) => check.kind === "smoke");
  const prepare: readonly StepTitle[] = [
    "prepare.tag",
    "prepare.approval",
    ...(smoke ? (["prepare.smoke"] as const) : []),
    "prepare.hosts",
    "prepare.tools",
    "prepare.rights",
    "prepare.services",
    "prepare.checks",
    "prepare.checkout",
    "prepare.migrations",
    "prepare.database",
    "prepare.space",
    "prepare.balancer",
    ...(plan.certificates.length > 0 ? (["prepare.certificates"] as const) : []),
    ...(plan.dns.length > 0 ? (["prepare.dns"] as const) : []),
    ...(filesOf(plan).length > 0 ? (["prepare.files"] as const) : []),
  ];
  const watching = (phase: "isolate" | "open" | "rollback", suffix: "" | "-on" = "", optional = false): Line[] =>
    watcherKeys.flatMap((what) =>
      plan[what] === undefined
        ? []
        : [{ ...line(`${phase}.${what}${suffix}` as StepTitle), ...(optional ? { optional } : {}) }],
    );
  const lines: Readonly<Record<Phase["id"], readonly Line[]>> = {
    prepare: prepare.map((id) => line(id)),
    "day-before": [
      ...accessLines(plan, messages),
      ...dayBeforeLines(plan).map((id) => line(id)),
      ...filesLines(plan, messages, "day-before"),
      ...plan.certificates.flatMap((certificate) =>
        certificate.rehearse
          ? [
              {
                id: `day-before.certificate-${certificate.id}`,
                title: messages.rehearse(certificateTitle(certificate)),
              },
            ]
          : [],
      ),
    ],
    isolate: [
      line("isolate.on"),
      line("isolate.proof"),
      ...watching("isolate"),
      ...(drains ? [line("isolate.drain")] : []),
      ...plan.services.pause.map((work) => ({ id: `isolate.pause-${work.id}`, title: messages.pause(nameOf(work)) })),
      ...plan.services.hosts.map((host) => ({ ...line("isolate.stop", host), lane: `stop ${host}` })),
    ],
    backup: [
      ...filesLines(plan, messages, "backup"),
      ...(plan.database.backup.copy ? [line("backup.copy")] : []),
      ...(plan.database.backup.pgbackrest
        ? (["backup.cluster", "backup.verify"] as const)
        : (["backup.dump", "backup.manifest", "backup.read"] as const)
      ).map((id) => line(id)),
      line("backup.proof"),
    ],
    deploy: [
      ...deployBatches(plan).flatMap(({ lanes }, batch) =>
        lanes.flatMap((lane) => lane.map((step) => ({ ...titled(step), lane: `${batch} ${step.host}` }))),
      ),
      line("deploy.versions"),
    ],
    "dns-tls": [
      ...plan.dns.map((change) => ({ id: `dns-tls.dns-${change.id}`, title: messages.dns(changeTitle(change)) })),
      ...plan.certificates.map((certificate) => ({
        id: `dns-tls.certificate-${certificate.id}`,
        title: certificateTitle(certificate),
      })),
    ],
    verify: [
      ...plan.verify.checks.map((check) => ({ id: `verify.${check.id}`, title: checkTitle(check) })),
      { ...line("verify.units-still"), optional: true },
      ...(plan.verify.scenarios.length > 0 ? [line("verify.people")] : []),
      ...plan.verify.scenarios.map(({ id, title }) => ({ id: scenarioLine(id), title: `${id}: ${title}` })),
    ],
    open: [
      ...(knowsServers(balancer) ? [line("open.servers")] : []),
      line("open.off"),
      line("open.proof"),
      ...watching("open"),
      ...plan.services.pause.map((work) => ({ id: `open.resume-${work.id}`, title: messages.resume(nameOf(work)) })),
    ],
    watch: plan.watch === undefined ? [] : [line("watch.watch"), line("watch.report")],
    after: [
      { ...line("after.forecast"), optional: true },
      ...(plan.database.backup.offsite ? [line("after.offsite")] : []),
      line("after.tidy"),
      line("after.kept"),
    ],
    rollback: [
      ...(["rollback.on", "rollback.proof"] as const).map((id) => ({ ...line(id), optional: true })),
      ...watching("rollback", "-on", true),
      ...(drains ? [{ ...line("rollback.drain"), optional: true }] : []),
      ...plan.services.pause.map((work) => ({
        id: `rollback.pause-${work.id}`,
        title: messages.pause(nameOf(work)),
        optional: true,
      })),
      ...plan.services.hosts.map((host) => ({ ...line("rollback.stop", host), lane: `stop ${host}` })),
      { ...line("rollback.written"), optional: true },
      line("rollback.database"),
      ...filesLines(plan, messages, "rollback"),
      ...plan.deploy.hosts.map((host) => ({ ...line("rollback.code", host), lane: `code ${host}` })),
      ...ownLines(plan, "before-start"),
      ...plan.services.hosts.map((host) => ({ ...line("rollback.start", host), lane: `start ${host}` })),
      ...healthHosts(plan).map((host) => ({ ...line("rollback.health", host), lane: `health ${host}` })),
      ...ownLines(plan, "after-start"),
      ...plan.dns.toReversed().map((change) => ({
        id: `rollback.dns-${change.id}`,
        title: messages.dnsBack(changeTitle(change)),
        optional: true,
      })),
      line("rollback.verify"),
      line("rollback.open"),
      ...watching("rollback"),
      ...plan.services.pause.map((work) => ({
        id: `rollback.resume-${work.id}`,
        title: messages.resume(nameOf(work)),
      })),
    ],
  };
  return (
    [
      "prepare",
      "day-before",
      "isolate",
      "backup",
      "deploy",
      "dns-tls",
      "verify",
      "open",
      "watch",
      "rollback",
      "after",
    ] as const
  ).map((id) => ({ id, title: messages.phases[id], lines: lines[id] }));
}

function ownLines(plan: Plan, when: StepBack["when"]): Line[] {
  return ownBack(plan, when).map(({ id, title, host }) => ({
    id,
    title: `${title}${plan.deploy.hosts.length > 1 ? ` (${host})` : ""}`,
  }));
}

function accessLines({ prepare }: Plan, messages: Messages): Line[] {
  return [
    ...prepare.access.map((probe) => ({ id: `day-before.access-${probe.id}`, title: accessTitle(probe) })),
    ...(prepare.keys ? [{ id: "day-before.keys", title: messages.steps["day-before.keys"] }] : []),
  ];
}

/** Whether the release is built the day before: to be tried, or to be switched to. */
export function builds({ prepare, deploy }: Plan): boolean {
  return prepare.trial !== undefined || prepare.staging !== undefined || strategyOf({ deploy }).ownDirectory;
}

function dayBeforeLines(plan: Plan): readonly StepTitle[] {
  const { trial, staging } = plan.prepare;
  const { prepare } = plan;
  return [
    ...(builds(plan) ? (["day-before.build"] as const) : []),
    ...(staging ? (["day-before.staging"] as const) : []),
    ...(prepare.newestBackup ? (["day-before.backup"] as const) : []),
    ...(prepare.testRestore ? (["day-before.restore", "day-before.dump"] as const) : []),
    ...(trial ? (["day-before.migrate"] as const) : []),
    ...(trial && (trial.start || trial.tests.length > 0) ? (["day-before.tests"] as const) : []),
    ...(trial ? (["day-before.way-back"] as const) : []),
    ...(prepare.testRestore ? (["day-before.untouched"] as const) : []),
    "day-before.forecast",
    ...(prepare.tell ? (["day-before.tell"] as const) : []),
  ];
}
