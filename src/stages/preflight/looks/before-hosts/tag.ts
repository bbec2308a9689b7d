import { prepareTag } from "../../../../journal/steps/steps.ts";
import { t } from "../../../../core/text/text.ts";
import { unsaid } from "../../../../plan/rules/unsaid.ts";
import type { RunContext } from "../../../launch/context.ts";
import type { ToLaunch } from "../../../gate/on-record.ts";
import { missingKeys } from "../../../tell/notices.ts";
import type { Finding } from "../../finding.ts";

/** What is launched, with a plan that says all it has to, and the keys of whom it tells. */
export function tagFinding(
  context: Pick<RunContext, "noticeKeys" | "planFile">,
  { plan, tag, commit, underWay = false }: Pick<ToLaunch, "plan" | "tag" | "commit" | "underWay">,
): Finding {
  return {
    step: prepareTag.id,
    problems: [...missingKeys(plan, context.noticeKeys ?? {}), ...(underWay ? [] : unsaid(plan, context.planFile))],
    note: t`${tag} is ${commit.slice(0, 12)}`,
  };
}
