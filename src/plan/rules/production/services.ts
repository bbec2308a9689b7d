import { managerNamed } from "../../../services/managers/registry.ts";
import { t } from "../../../core/text/text.ts";
import { type Rule, rule } from "../rule.ts";
import { hostsOutside, twice } from "../shared.ts";

export const servicesRules: readonly Rule[] = [
  rule("manager-fits-the-plan", {
    problems: ({ services }) => managerNamed(services.manager).problems?.(services) ?? [],
  }),
  rule("own-units-of-systemd", {
    problems: ({ services: { user, manager } }) =>
      user === undefined || managerNamed(manager).ofSystemd
        ? []
        : [
            {
              code: "plan-own-units-manager",
              place: { path: ["services", "user"] },
              what: t`services.user is about units of systemd, and the manager is ${manager}`,
              mend: t`take it out, or set manager: systemd`,
            },
          ],
  }),
  rule("services-where-deployed", {
    problems: (plan) =>
      hostsOutside(plan, {
        hosts: plan.services.hosts,
        inside: plan.deploy.hosts,
        path: ["services", "hosts"],
      }).map(({ host, path }) => ({
        code: "plan-services-not-deployed",
        place: { path },
        what: t`services run on "${host}", but nothing is deployed there`,
        mend: t`add it to deploy.hosts, or take it out here`,
      })),
  }),
  rule("health-where-services-run", {
    problems: (plan) =>
      hostsOutside(plan, {
        hosts: plan.health.hosts ?? [],
        inside: plan.services.hosts,
        path: ["health", "hosts"],
      }).map(({ host, path }) => ({
        code: "plan-health-without-service",
        place: { path },
        what: t`"${host}" has no service that could answer`,
        mend: t`name hosts of services.hosts`,
      })),
  }),
  rule("units-where-services-run", {
    problems: (plan) =>
      plan.services.units
        .flatMap((unit, index) =>
          hostsOutside(plan, {
            hosts: typeof unit === "string" ? [] : unit.hosts,
            inside: plan.services.hosts,
            path: ["services", "units", index, "hosts"],
          }),
        )
        .map(({ host, path }) => ({
          code: "plan-unit-host-without-services",
          place: { path },
          what: t`"${host}" is not a host of the services`,
          mend: t`add it to services.hosts, or take it out here`,
        })),
  }),
  rule("paused-work-ids-differ", { problems: ({ services }) => twice(["services", "pause"], services.pause) }),
];
