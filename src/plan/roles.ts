import { t } from "../core/text/text.ts";
import type { Explained } from "./explain.ts";
import { nearest } from "./nearest.ts";
import type { Plan } from "./schema/schema.ts";

/** Names in a list that are neither a host nor a role; roles that are named like a host, or hold what is no host. */
export function roleProblems(plan: Plan): (Explained & { readonly mend: string })[] {
  const hosts = Object.keys(plan.hosts);
  const roles = Object.keys(plan.roles);
  const known = [...hosts, ...roles];
  const balancer = plan.loadBalancer;
  const lists: { path: PropertyKey[]; names: readonly string[]; from: readonly string[] }[] = [
    ...Object.entries(plan.roles).map(([role, names]) => ({ path: ["roles", role], names, from: hosts })),
    { path: ["services", "hosts"], names: plan.services.hosts, from: known },
    ...plan.services.units.flatMap((unit, index) =>
      typeof unit === "string" ? [] : [{ path: ["services", "units", index, "hosts"], names: unit.hosts, from: known }],
    ),
    { path: ["health", "hosts"], names: plan.health.hosts ?? [], from: known },
    { path: ["deploy", "hosts"], names: plan.deploy.hosts, from: known },
    ...plan.deploy.steps.map((step, index) => ({
      path: ["deploy", "steps", index, "hosts"],
      names: step.hosts ?? [],
      from: known,
    })),
    ...plan.rollback.steps.map((step, index) => ({
      path: ["rollback", "steps", index, "hosts"],
      names: step.hosts ?? [],
      from: known,
    })),
    ...("hosts" in balancer ? [{ path: ["load-balancer", "hosts"], names: balancer.hosts, from: known }] : []),
  ];
  const unknown = lists.flatMap(({ path, names, from }) =>
    names.flatMap((name, index) => {
      if (from.includes(name)) return [];
      const near = nearest(name, from);
      return [
        {
          place: { path: [...path, index] },
          what: t`host "${name}" is not among hosts`,
          mend: near ? t`did you mean "${near}"?` : t`add it under hosts, or use one of: ${from.join(", ")}`,
        },
      ];
    }),
  );
  const same = roles
    .filter((role) => hosts.includes(role))
    .map((role) => ({
      place: { path: ["roles"], key: role },
      what: t`"${role}" is a host and a role`,
      mend: t`give the role a name of its own`,
    }));
  return [...unknown, ...same];
}

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
