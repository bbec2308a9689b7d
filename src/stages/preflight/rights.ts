import { kindOf } from "../../checks/registry.ts";
import { poolerNeeds } from "../../database/pooler/poolers.ts";
import { rightOf, type Right } from "../../hosts/sudo/sudo.ts";
import { changeNeeds } from "../../dns/change.ts";
import { filesOf } from "../../plan/files-layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { balancerNeeds } from "../../load-balancer/balancer.ts";
import { serviceRights } from "../../services/manager.ts";
import { scheduledRights, settingsPlace } from "../../services/scheduled.ts";
import { ownBack } from "../rollback/back-order.ts";
import { certificateRights } from "../dns-tls/certificate-needs.ts";
import { stepHosts } from "../deploy/deploy-order.ts";
import { ifPostgresql, keepingOf } from "../../plan/engine/engine.ts";

/** All that golive runs as another user on a host, each once: what sudoers has to let it, and what is tried by day. */
export function rightsOn(plan: Plan, host: string): Right[] {
  const all = [...usersOn(plan, host), ...golivesOwn(plan, host), ...ofThePlan(plan, host)];
  const byKey = new Map(all.map((right) => [JSON.stringify([right.by ?? "", right.as, right.words]), right]));
  return [...byKey.values()];
}

/** Users that any command may run as. */
function usersOn(plan: Plan, host: string): Right[] {
  const { deploy, services, dns, loadBalancer: balancer } = plan;
  const database = ifPostgresql(plan);
  const keeping = keepingOf(plan);
  const restore = plan.prepare.testRestore;
  const server = restore?.server;
  const named = [
    deploy.hosts.includes(host) ? deploy.runAs : undefined,
    services.hosts.includes(host) ? services.user : undefined,
    keeping?.host === host ? keeping.runAs : undefined,
    ...[...balancerNeeds(balancer), ...(database === undefined ? [] : poolerNeeds(database))].map((need) =>
      need.host === host ? need.user : undefined,
    ),
    server?.host === host ? server.runAs : undefined,
    // The throwaway server for the newest backup runs as a user that gets nowhere else.
    restore !== undefined && server === undefined && keeping?.host === host ? restore.runAs : undefined,
    ...filesOf(plan).map((place) => (place.host === host ? place.user : undefined)),
    ...dns.map(changeNeeds).map((need) => (need.host === host ? need.user : undefined)),
  ];
  return named.flatMap((as) => (as === undefined ? [] : [{ as, words: null }]));
}

/** Commands that golive puts sudo before, where the plan says so. */
function golivesOwn(plan: Plan, host: string): Right[] {
  const { services, certificates } = plan;
  return [
    ...(services.hosts.includes(host) ? serviceRights(services, host) : []),
    ...services.pause.flatMap((work) => (work.host === host ? scheduledRights(work, settingsPlace(plan, work)) : [])),
    ...certificates.flatMap((certificate) => (certificate.host === host ? certificateRights(certificate) : [])),
  ];
}

/** Commands of the plan that begin with sudo themselves. */
function ofThePlan(plan: Plan, host: string): Right[] {
  const { deploy, verify } = plan;
  const owner = deploy.runAs;
  const forward = deploy.steps.filter((step) => stepHosts(plan, step).includes(host));
  const back = [...ownBack(plan, "before-start"), ...ownBack(plan, "after-start")].filter((own) => own.host === host);
  const steps = [...forward, ...back];
  const checks = verify.checks
    .flatMap((check) => kindOf(check).commands?.(check) ?? [])
    .flatMap((command) => (command.host === host ? [command.words] : []));
  const balancer = balancerNeeds(plan.loadBalancer).flatMap((need) => (need.host === host ? (need.rights ?? []) : []));
  const own = [...checks.map((words) => rightOf(words)), ...steps.map(({ run }) => rightOf(run, owner))];
  return [...balancer, ...own.flatMap((right) => right ?? [])];
}
