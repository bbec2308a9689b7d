import { DateTime } from "luxon";
import { errorLine } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { defaultBranch } from "../../../github/repository.ts";
import { workflowsAt } from "../../../github/workflows.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Span } from "../../../services/fires/cron-times.ts";
import { isNamedAsGolives, type WorkflowFires, workflowFires } from "../../../services/fires/workflows.ts";
import type { RunContext } from "../../launch/context.ts";

/** The repository's own workflows that deploy, and that a schedule or a push may start while the site is closed. */
export async function workflowsTonight(
  { timezone }: Pick<Plan, "timezone">,
  { github, run }: Pick<RunContext, "github" | "run">,
  span: Span,
): Promise<string[]> {
  try {
    const branch = await defaultBranch(github);
    const wanted = (path: string) => path !== run.workflow?.path && !isNamedAsGolives(path);
    const all = await workflowsAt(github, branch, wanted);
    return all
      .flatMap(({ path, text }) => workflowFires(path, text, span, branch) ?? [])
      .map((found) => workflowText(found, timezone));
  } catch (error) {
    // That GitHub does not tell now stops nothing.
    return [t`the repository's workflows could not be read: ${errorLine(error)}`];
  }
}

function workflowText({ path, at, push }: WorkflowFires, zone: string): string {
  const file = path.slice(path.lastIndexOf("/") + 1).replaceAll(/[^A-Za-z0-9._-]/g, "?");
  const mend = t`to keep it from that: gh workflow disable ${file}, and enable it again after the launch`;
  if (push !== null) return t`the workflow ${file} deploys with every push to ${push} → ${mend}`;
  if (typeof at !== "number") return t`the workflow ${file} deploys by a schedule that could not be read → ${mend}`;
  const clock = DateTime.fromMillis(at, { zone }).toFormat("HH:mm");
  return t`the workflow ${file} deploys by its schedule, due at ${clock} → ${mend}`;
}
