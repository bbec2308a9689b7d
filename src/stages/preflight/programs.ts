import { probeKindOf } from "../../access/registry.ts";
import { kindOf } from "../../checks/registry.ts";
import { poolerNeeds } from "../../database/pooler/poolers.ts";
import { changeNeeds } from "../../dns/change.ts";
import { balancerNeeds } from "../../load-balancer/balancer.ts";
import { watcherKeys } from "../../monitoring/registry.ts";
import { filesOf } from "../../plan/files-layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { presetOf } from "../../presets/preset.ts";
import { managerOf } from "../../services/manager.ts";
import { scheduledPrograms } from "../../services/scheduled.ts";
import { asking } from "../day-before/access.ts";
import { certificatePrograms } from "../dns-tls/certificate-needs.ts";
import { ifPostgresql, keepingOf } from "../../plan/engine/engine.ts";

/** A host, and programs that it has to have. */
type Needed = readonly [host: string, programs: readonly string[]];

/** Every program that a launch starts, by host; in the order of the plan, each once. */
export function programsByHost(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = [
    ...ofServing(plan),
    ...ofDatabase(plan),
    ...[...balancerNeeds(plan.loadBalancer), ...poolersOf(plan)].map(
      (need): Needed => [need.host, need.programs ?? []],
    ),
    ...plan.prepare.access.map((probe): Needed => [asking(plan, probe), probeKindOf(probe).programs]),
    ...plan.services.pause.map((work): Needed => [work.host, scheduledPrograms(work)]),
    ...plan.dns.map(changeNeeds).map((need): Needed => [need.host, need.programs ?? []]),
    ...ofChecks(plan),
    ...filesOf(plan).map(({ host }): Needed => [host, ["find", "sort", "comm", "tar", "xargs", "awk"]]),
    ...plan.certificates.map((certificate): Needed => [certificate.host, certificatePrograms(certificate)]),
    ...ofMonitoring(plan),
  ];
  const byHost = new Map<string, Set<string>>();
  for (const [host, names] of needed) byHost.set(host, new Set([...(byHost.get(host) ?? []), ...names]));
  return byHost;
}

function ofServing(plan: Plan): Needed[] {
  return [
    ...plan.deploy.hosts.map((host): Needed => [host, presetOf(plan).programs(plan)]),
    ...plan.services.hosts.map((host): Needed => [host, [...managerOf(plan.services).programs, "curl"]]),
  ];
}

function poolersOf(plan: Plan) {
  const database = ifPostgresql(plan);
  return database === undefined ? [] : poolerNeeds(database);
}

function ofDatabase(plan: Plan): Needed[] {
  const keeping = keepingOf(plan);
  if (keeping === null) return [];
  const { snapshot, switch: over } = ifPostgresql(plan) ?? {};
  const { host, recipient, offsite } = keeping;
  const asked = [snapshot?.take, snapshot?.check, snapshot?.restore, over?.create, over?.drop];
  const programs = asked.flatMap((words) => words?.[0] ?? []);
  return [
    ...(programs.length === 0 ? [] : [[host, programs] as const]),
    ...(recipient === undefined ? [] : [[host, ["age", "tar"]] as const]),
    ...(offsite ? [[host, [offsite.run[0] ?? ""]] as const] : []),
  ];
}

function ofChecks(plan: Plan): Needed[] {
  return [...plan.verify.checks, ...plan.prepare.checks].flatMap((check) =>
    (kindOf(check).programs?.(check, plan) ?? []).map((one): Needed => [one.host, one.programs]),
  );
}

function ofMonitoring(plan: Plan): Needed[] {
  return watcherKeys.flatMap((key): Needed[] => {
    const from = plan[key]?.from;
    return from === undefined ? [] : [[from, ["curl"]]];
  });
}
