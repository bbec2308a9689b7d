import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";

type Haproxy = Extract<Plan["loadBalancer"], { kind: "haproxy" }>;

export const loadBalancerRules: readonly Rule[] = [
  rule("nginx-tokens-apart-from-flag", {
    when: ({ loadBalancer: { kind, ...balancer } }) =>
      kind === "nginx" &&
      "flag" in balancer &&
      balancer.bypass !== undefined &&
      balancer.flag.startsWith(`${balancer.bypass.directory}/`),
    problems: () => [
      {
        code: "plan-flag-among-tokens",
        place: { path: ["load-balancer", "bypass", "directory"] },
        what: t`the flag lies in the folder of the tokens`,
        mend: t`give the tokens a folder of their own`,
      },
    ],
  }),
  ofHaproxy("haproxy-backend-named", (balancer) => {
    if (balancer.backend !== undefined) return [];
    return [
      ...(balancer.drain ? [noBackend("drain")] : []),
      ...(Object.keys(balancer.servers).length > 0 ? [noBackend("servers")] : []),
    ];
  }),
  ofHaproxy("haproxy-tokens-apart-from-page", ({ bypass, map }) =>
    bypass?.map !== map
      ? []
      : [
          {
            code: "plan-tokens-in-page-map",
            place: { path: ["load-balancer", "bypass", "map"] },
            what: t`the tokens have a map of their own, and this is the page's`,
            mend: t`name another file, and add it to haproxy.cfg (docs/maintenance.md)`,
          },
        ],
  ),
  ofHaproxy("haproxy-servers-are-hosts", ({ servers }, { hosts }) =>
    Object.keys(servers)
      .filter((host) => !(host in hosts))
      .map((host) => ({
        code: "plan-host-unknown",
        place: { path: ["load-balancer", "servers", host] },
        what: t`host "${host}" is not among hosts`,
        mend: t`use one of: ${Object.keys(hosts).join(", ")}`,
      })),
  ),
];

function ofHaproxy(name: string, problems: (balancer: Haproxy, plan: Plan) => PlanProblem[]): Rule {
  return rule(name, {
    problems: (plan) => (plan.loadBalancer.kind === "haproxy" ? problems(plan.loadBalancer, plan) : []),
  });
}

function noBackend(key: string): PlanProblem {
  return {
    code: "plan-backend-unnamed",
    place: { path: ["load-balancer", key] },
    what: t`the plan names no backend`,
    mend: t`add backend: with its name in haproxy.cfg`,
  };
}
