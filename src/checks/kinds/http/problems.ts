import { t } from "../../../core/text/text.ts";
import { isOfSite } from "../../../hosts/requests/as-site.ts";
import type { CheckedPlan } from "../../context.ts";
import type { CheckPhase, CheckProblem } from "../../define-check.ts";
import { loginProblems } from "../../asking/login.ts";
import { headerProblems, keyUnderAuth } from "../../asking/request.ts";
import { noPageYet, noWayPast } from "../../past-page.ts";
import type { HttpCheck } from "./schema.ts";

export function httpProblems(check: HttpCheck, plan: CheckedPlan, phase: CheckPhase): CheckProblem[] {
  return [
    ...headerProblems(check, keyUnderAuth()),
    ...loginProblems(check, plan),
    ...keyNotForTheSite(check, plan),
    ...pageProblems(check, plan, phase),
  ];
}

/** A key goes where the plan names a host that has it, and nowhere else. */
function keyNotForTheSite({ url, auth, asSite, bypass }: HttpCheck, plan: CheckedPlan): CheckProblem[] {
  const problems: CheckProblem[] = [];
  if (auth !== undefined && new URL(url).username !== "")
    problems.push({
      code: "login-in-address",
      path: ["url"],
      what: t`the address holds a login, and there is a key for it as well`,
      mend: t`take the login out of the address`,
    });
  if (asSite === true && (bypass || isOfSite(url, plan)))
    problems.push({
      code: "as-site-of-the-site",
      path: ["as-site"],
      what: t`this address is the site's own, so it is asked as the site anyway`,
      mend: t`take \`as-site:\` out`,
    });
  return problems;
}

/** The site is closed while it is verified: what is asked then is behind the page, or goes past it. */
function pageProblems(check: HttpCheck, plan: CheckedPlan, phase: CheckPhase): CheckProblem[] {
  if (phase === "trial") return check.bypass ? noPageYet() : [];
  if (phase !== "verify") return [];
  const site = new URL(plan.site.url).host;
  const ofSite = isOfSite(check.url, plan);
  if (!check.bypass) return check.from === undefined && ofSite ? [seesThePage()] : [];
  if (check.from !== undefined)
    return [
      {
        code: "bypass-from-a-host",
        path: ["from"],
        what: t`a check past the page is asked from the runner, at every address of the balancers`,
        mend: t`take \`from:\` out, or \`bypass: true\``,
      },
    ];
  if (!ofSite)
    return [
      {
        code: "bypass-of-another-site",
        path: ["url"],
        what: t`the token is for ${site} only, and this address is another's`,
        mend: t`name a page of the site, or take \`bypass: true\` out`,
      },
    ];
  return noWayPast(plan, ["bypass"]);
}

function seesThePage(): CheckProblem {
  const what = t`this check would see the maintenance page: the site is closed while it is verified`;
  const mend = t`ask the service itself from its host, with \`from:\` and the address behind the balancer; \
or go past the page with \`bypass: true\``;
  return { code: "check-sees-maintenance-page", path: ["url"], what, mend };
}
