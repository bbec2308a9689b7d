import { type BalancerPlan, balancerKind } from "../../../load-balancer/registry.ts";
import { t } from "../../../core/text/text.ts";
import { type Rule, rule } from "../rule.ts";

function pathsOf(balancer: BalancerPlan) {
  return "openPaths" in balancer ? (balancer.openPaths ?? []) : [];
}

export const loadBalancerRules: readonly Rule[] = [
  rule("balancer-fits-the-plan", {
    problems: ({ loadBalancer, hosts }) => balancerKind(loadBalancer).problems(loadBalancer, Object.keys(hosts)),
  }),
  rule("open-paths-are-not-the-site", {
    problems: ({ loadBalancer, site }) =>
      pathsOf(loadBalancer).flatMap(({ path }, index, openPaths) => {
        const url = new URL(site.url);
        const at = { path: ["load-balancer", "open-paths", index, "path"] };
        // By what a server looks at: no fragment, and without dots.
        if (new URL(path, site.url).href.split("#")[0] === url.href.split("#")[0])
          return [
            {
              code: "plan-open-path-is-the-site",
              place: at,
              what: t`this is the page by which the site is seen to be closed`,
              mend: t`take it out, or name another page as site.url`,
            },
          ];
        if (openPaths.findIndex((one) => one.path === path) === index && new URL(path, site.url).host === url.host)
          return [];
        return [
          {
            code: "plan-open-path-odd",
            place: at,
            what: t`${path} is named twice, or leads to another site`,
            mend: t`name each path of the site once`,
          },
        ];
      }),
  }),
];
