import type { Plan } from "./schema/schema.ts";

/** The plan with every role written out; each host once, in the order in which it is named first. */
export function withoutRoles(plan: Plan): Plan {
  const hostsOf = (name: string) => (Object.hasOwn(plan.roles, name) ? (plan.roles[name] ?? []) : [name]);
  const written = (names: readonly string[]) => [...new Set(names.flatMap(hostsOf))];
  const onHosts = <Step extends { readonly hosts?: string[] | undefined }>(step: Step): Step =>
    step.hosts === undefined ? step : { ...step, hosts: written(step.hosts) };
  const balancer = plan.loadBalancer;
  return {
    ...plan,
    loadBalancer: "hosts" in balancer ? { ...balancer, hosts: written(balancer.hosts) } : balancer,
    services: {
      ...plan.services,
      hosts: written(plan.services.hosts),
      units: plan.services.units.map((unit) =>
        typeof unit === "string" ? unit : { ...unit, hosts: written(unit.hosts) },
      ),
    },
    health: { ...plan.health, ...(plan.health.hosts === undefined ? {} : { hosts: written(plan.health.hosts) }) },
    deploy: { ...plan.deploy, hosts: written(plan.deploy.hosts), steps: plan.deploy.steps.map(onHosts) },
    rollback: { ...plan.rollback, steps: plan.rollback.steps.map(onHosts) },
  };
}
