import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import type { Path } from "../shared.ts";

type Check = Plan["verify"]["checks"][number];
type Http = Extract<Check, { kind: "http" }>;

/** The site is closed while it is verified: whoever asks it goes past the page, or behind the balancer. */
export const pastThePageRules: readonly Rule[] = [
  rule("checks-see-the-service", {
    problems: (plan) =>
      plan.verify.checks.flatMap((check, index) => {
        const path = ["verify", "checks", index];
        if (check.kind === "smoke") return check.bypassEnv === undefined ? [] : noWay(plan, [...path, "bypass-env"]);
        if (check.kind !== "http") return [];
        return check.bypass ? pastProblems(plan, check, path) : closedProblems(plan, check, path);
      }),
  }),
  rule("trials-have-no-page", {
    problems: ({ prepare }) =>
      (prepare.trial?.tests ?? []).flatMap((check, index) =>
        goesPast(check)
          ? [
              {
                code: "plan-bypass-in-trial",
                place: { path: ["prepare", "trial", "tests", index] },
                what: t`the day before there is no page to go past`,
                mend: t`take the bypass out`,
              },
            ]
          : [],
      ),
  }),
  rule("canaries-see-the-service", {
    problems: ({ verify, site }) =>
      verify.checks.flatMap((check, index) =>
        "canary" in check && check.canary !== undefined && ofSite(site, check.canary.url)
          ? [
              {
                code: "plan-canary-at-closed-site",
                place: { path: ["verify", "checks", index, "canary", "url"] },
                what: t`the canary would get the maintenance page: the site is closed while it is verified`,
                mend: t`name the address of the service behind the balancer`,
              },
            ]
          : [],
      ),
  }),
];

function ofSite(site: Plan["site"], url: string): boolean {
  return new URL(url).host === new URL(site.url).host;
}

function goesPast(check: Check): boolean {
  return (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check.bypassEnv !== undefined);
}

function noWay({ loadBalancer }: Plan, path: Path): PlanProblem[] {
  if (loadBalancer.bypass !== undefined) return [];
  return [
    {
      code: "plan-no-bypass",
      place: { path },
      what: t`the plan names no way past the maintenance page`,
      mend: t`add load-balancer.bypass (docs/maintenance.md)`,
    },
  ];
}

/** Of a check that does not go past the page. */
function closedProblems({ site }: Plan, { url, from }: Http, path: Path): PlanProblem[] {
  if (from !== undefined || !ofSite(site, url)) return [];
  return [
    {
      code: "plan-check-sees-page",
      place: { path: [...path, "url"] },
      what: t`this check would see the maintenance page: the site is closed while it is verified`,
      mend: t`ask the service itself from its host, with \`from:\` and the address behind the balancer; \
or go past the page with \`bypass: true\``,
    },
  ];
}

/** Of a check that does. */
function pastProblems(plan: Plan, { url, from }: Http, path: Path): PlanProblem[] {
  if (from !== undefined)
    return [
      {
        code: "plan-bypass-from-host",
        place: { path: [...path, "from"] },
        what: t`a check past the page is asked from the runner, at every address of the balancers`,
        mend: t`take \`from:\` out, or \`bypass: true\``,
      },
    ];
  if (!ofSite(plan.site, url))
    return [
      {
        code: "plan-bypass-to-other-site",
        place: { path: [...path, "url"] },
        what: t`the token is for ${new URL(plan.site.url).host} only, and this address is another's`,
        mend: t`name a page of the site, or take \`bypass: true\` out`,
      },
    ];
  return noWay(plan, [...path, "bypass"]);
}
