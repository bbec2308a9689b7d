import { t } from "../../../core/text/text.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import { type Path, unknownHost } from "../shared.ts";

export const roleRules: readonly Rule[] = [
  rule("lists-name-hosts-or-roles", {
    problems: (plan) =>
      listsOf(plan).flatMap(({ path, names, from }) =>
        names.flatMap((name, index) => (from.includes(name) ? [] : [unknownHost([...path, index], name, from)])),
      ),
  }),
  rule("roles-are-not-hosts", {
    problems: ({ hosts, roles }) =>
      Object.keys(roles)
        .filter((role) => Object.keys(hosts).includes(role))
        .map((role) => ({
          code: "plan-role-named-like-host",
          place: { path: ["roles"], key: role },
          what: t`"${role}" is a host and a role`,
          mend: t`give the role a name of its own`,
        })),
  }),
];

interface HostList {
  readonly path: Path;
  readonly names: readonly string[];
  /** What it may name. */
  readonly from: readonly string[];
}

function listsOf(plan: Plan): HostList[] {
  const hosts = Object.keys(plan.hosts);
  const known = [...hosts, ...Object.keys(plan.roles)];
  return [
    ...Object.entries(plan.roles).map(([role, names]) => ({ path: ["roles", role], names, from: hosts })),
    ...listsWithRoles(plan).map(({ path, names }) => ({ path, names, from: known })),
  ];
}

function listsWithRoles({ services, health, deploy, rollback, loadBalancer }: Plan): Omit<HostList, "from">[] {
  const ofSteps = (part: string, steps: readonly { readonly hosts?: readonly string[] | undefined }[]) =>
    steps.map(({ hosts = [] }, index) => ({ path: [part, "steps", index, "hosts"], names: hosts }));
  return [
    { path: ["services", "hosts"], names: services.hosts },
    ...services.units.map((unit, index) => ({
      path: ["services", "units", index, "hosts"],
      names: typeof unit === "string" ? [] : unit.hosts,
    })),
    { path: ["health", "hosts"], names: health.hosts ?? [] },
    { path: ["deploy", "hosts"], names: deploy.hosts },
    ...ofSteps("deploy", deploy.steps),
    ...ofSteps("rollback", rollback.steps),
    { path: ["load-balancer", "hosts"], names: "hosts" in loadBalancer ? loadBalancer.hosts : [] },
  ];
}
