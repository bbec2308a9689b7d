import { balancerKind } from "../../../load-balancer/registry.ts";
import { type Rule, rule } from "../rule.ts";

export const loadBalancerRules: readonly Rule[] = [
  rule("balancer-fits-the-plan", {
    problems: ({ loadBalancer, hosts }) => balancerKind(loadBalancer).problems(loadBalancer, Object.keys(hosts)),
  }),
];
