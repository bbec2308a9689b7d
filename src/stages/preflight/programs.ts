import { programsFor } from "../../access/programs.ts";
import { programsOf } from "../../dns/change.ts";
import { filesOf } from "../../plan/files-layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { presetOf } from "../../presets/preset.ts";
import { managerOf } from "../../services/manager.ts";
import { asking } from "../day-before/access.ts";
import { certificatePrograms } from "../dns-tls/certificates.ts";

type Check = Plan["verify"]["checks"][number];
/** A host, and programs that it has to have. */
type Needed = readonly [host: string, programs: readonly string[]];

/** Every program that a launch starts, by host; in the order of the plan, each once. */
export function programsByHost(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = [
    ...ofServing(plan),
    ...ofDatabase(plan),
    ...ofBalancer(plan),
    ...plan.prepare.access.map((probe): Needed => [asking(plan, probe), programsFor([probe])]),
    ...ofPaused(plan),
    ...plan.dns.map((change): Needed => [change.host, programsOf(change)]),
    ...[...plan.verify.checks, ...plan.prepare.checks].flatMap((check) => ofCheck(plan, check)),
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

function ofDatabase({ database: { host, backup } }: Plan): Needed[] {
  return [
    ...(backup.recipient === undefined ? [] : [[host, ["age", "tar"]] as const]),
    ...(backup.offsite ? [[host, [backup.offsite.run[0] ?? ""]] as const] : []),
  ];
}

function ofBalancer({ loadBalancer: balancer }: Plan): Needed[] {
  if (balancer.kind === "command") return [];
  const programs =
    balancer.kind === "haproxy"
      ? ["socat", "awk"]
      : [...(balancer.drain ? ["curl"] : []), ...(balancer.bypass ? ["find"] : [])];
  return programs.length === 0 ? [] : balancer.hosts.map((host) => [host, programs]);
}

function ofPaused({ services }: Plan): Needed[] {
  return services.pause.flatMap((work): Needed[] => (work.kind === "telegram-webhook" ? [[work.host, ["curl"]]] : []));
}

function ofCheck(plan: Plan, check: Check): Needed[] {
  const asks: Needed[] = [
    ...("from" in check && check.from !== undefined ? [[check.from, ["curl"]] as const] : []),
    ...("canary" in check && check.canary?.from !== undefined ? [[check.canary.from, ["curl"]] as const] : []),
  ];
  return [...asks, ...ofKind(plan, check)];
}

function ofKind({ services }: Plan, check: Check): Needed[] {
  switch (check.kind) {
    case "systemd": {
      const programs = ["systemctl", ...(check.journal ? ["journalctl"] : [])];
      return (check.host === undefined ? services.hosts : [check.host]).map((host) => [host, programs]);
    }
    case "tls":
      return check.renewal ? [[check.renewal.host, ["systemctl"]]] : [];
    case "telegram-bot":
      return [[check.host ?? services.hosts[0] ?? "", ["curl"]]];
    default:
      return [];
  }
}

function ofMonitoring({ silence, annotation }: Plan): Needed[] {
  return [silence, annotation].flatMap((asks): Needed[] => (asks?.from === undefined ? [] : [[asks.from, ["curl"]]]));
}
