import { headerProblems, noKeyHere } from "../../../checks/asking/request.ts";
import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import type { Path } from "../shared.ts";

/** How the service's own pages are asked. */
export const askingRules: readonly Rule[] = [
  rule("request-headers-fit", { problems: ({ health }) => headersAt(["health"], health) }),
  rule("version-file-where-deployed", {
    when: ({ health }) => health.version?.file !== undefined,
    problems: ({ health, services, deploy }) =>
      (health.hosts ?? services.hosts)
        .filter((host) => !deploy.hosts.includes(host))
        .map((host) => ({
          code: "plan-version-file-elsewhere",
          place: { path: ["health", "version", "file"] },
          what: t`${host} has no release that a file could be read of`,
          mend: t`name under health.hosts only hosts of the deploy (${deploy.hosts.join(", ")}), or a page instead of the file`,
        })),
  }),
];

function headersAt(place: Path, asked: Pick<Plan["health"], "requestHeaders">): PlanProblem[] {
  return headerProblems(asked, noKeyHere()).map(({ path, ...one }) => ({
    ...one,
    place: { path: [...place, ...path] },
  }));
}
