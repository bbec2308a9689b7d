import { type Problem, problemsFrom, UserError } from "../../core/errors.ts";
import { isCommentId } from "../../core/comments/approval.ts";
import { isDay } from "../../core/window/days.ts";
import { tagProblem } from "../../core/release.ts";
import { t } from "../../core/text/text.ts";
import { version } from "../../core/version.ts";
import { type Branch, commitOfTag, defaultBranchNow } from "../../github/repository.ts";
import type { RunContext } from "../launch/context.ts";
import { startersOf } from "./starters.ts";
import { type Bound, digestOf, textHash } from "./bound.ts";
import { notContained } from "./contained.ts";
import { type HeldPlan, heldPlan } from "./plans/held-plan.ts";
import { originOf } from "./origin.ts";
import { otherPlanProblems } from "./plans/other-plans.ts";
import { protectionsOf } from "./protections.ts";
import { rulesNotes } from "./rules.ts";

export interface Asked {
  readonly tag: string;
  /** Why this launch need not keep to its window; empty when it does. */
  readonly override: string;
  /** Day on which the window is to start: 2026-12-31; empty for the next one. */
  readonly date: string;
  /** Id of the comment that approves the window; empty for the run that opens the launch. */
  readonly approval: string;
  /** The SSH key can be read without an environment. */
  readonly repositoryKey: boolean;
}

/** A launch that may go on as far as GitHub knows. No host was asked. */
export interface Passed extends HeldPlan {
  readonly tag: string;
  readonly commit: string;
  /** The default branch whose policy holds. */
  readonly main: Branch;
  readonly bound: Bound;
  readonly digest: string;
  /** What was found, for the checklist. */
  readonly notes: readonly string[];
}

/**
 * Who may launch what, read where the one who launches cannot write alone: the policy of the default branch, resolved
 * to a commit once; that the release is part of it; whose workflow the run follows; what protects the environments.
 * Throws a UserError with every problem; no host is asked.
 */
export async function passGate(context: RunContext, asked: Asked): Promise<Passed> {
  const { github, planFile } = context;
  refuse([...inputProblems(asked), ...starterProblems(context, asked)]);
  const { tag, override, date, approval } = asked;
  const [main, commit] = await Promise.all([defaultBranchNow(github), commitOfTag(github, tag)]);
  const origin = await originOf(context, main);
  // Whoever chose the workflow chose what is asked below.
  refuse(origin.problems);
  const held = await heldPlan(github, planFile, { tag, commit, policy: main.commit, branch: main.name });
  const { plan, text, overruled, policyHash } = held;
  const starter = { logins: startersOf(context.run), opens: approval === "" };
  const [outside, others, protections, rules] = await Promise.all([
    notContained(github, { tag, commit }, main, plan.approval.releaseBranches),
    problemsFrom(() => otherPlanProblems(github, planFile, main)),
    protectionsOf(github, { plan, main, starter, repositoryKey: asked.repositoryKey }),
    rulesNotes(github, main),
  ]);
  refuse([...(outside === null ? [] : [outside]), ...others, ...protections.problems]);
  const bound: Bound = {
    tag,
    commit,
    plan: { path: planFile, sha256: textHash(text) },
    policy: policyHash,
    workflow: origin.workflow,
    version,
    override,
    date,
    environments: protections.names,
  };
  const kept =
    overruled.length === 0
      ? []
      : [t`${main.name} says otherwise than the plan of ${tag}, and holds: ${overruled.join(", ")}`];
  return {
    ...held,
    tag,
    commit,
    main,
    bound,
    digest: digestOf(bound),
    notes: [...protections.notes, ...kept, ...rules],
  };
}

function inputProblems({ tag, override, date, approval }: Asked): Problem[] {
  const wrongTag = tagProblem(tag);
  const problems: Problem[] = [];
  if (wrongTag !== null)
    problems.push({
      code: "tag-input",
      what: `${wrongTag}${tag.trim() === "" ? "" : ` ("${tag.slice(0, 60)}")`}`,
      where: t`input tag`,
      mend: t`give the name of the tag to launch, such as v1.1.0`,
    });
  if (date !== "" && !isDay(date))
    problems.push({
      code: "date-input",
      what: t`"${date.slice(0, 40)}" is not a date`,
      where: t`input date`,
      mend: t`write it as 2026-12-31, or leave it empty for the next window`,
    });
  // A space would leave out the day before, and approve nothing.
  if (approval !== "" && !isCommentId(approval))
    problems.push({
      code: "approval-input",
      what: t`is not the id of a comment`,
      where: t`input approval`,
      mend: t`leave it empty; the workflow Approve fills it in`,
    });
  if (approval !== "" && override !== "")
    problems.push({
      code: "override-after-approval",
      what: t`a comment approved this launch, and \`override\` was not part of what it approved`,
      where: t`input override`,
      mend: t`leave it empty; or start a new launch with it, so that an approver sees it`,
    });
  if (approval !== "" && date !== "")
    problems.push({
      code: "date-after-approval",
      what: t`a comment approved this launch for its own date`,
      where: t`input date`,
      mend: t`leave it empty; or start a new launch for that date, so that an approver sees it`,
    });
  return problems;
}

/** A workflow of any branch can have a bot start this one: whoever approves it then may have started it. */
function starterProblems({ run }: RunContext, { approval }: Asked): Problem[] {
  const starters = startersOf(run);
  if (approval !== "" || starters.some((login) => !login.endsWith("[bot]"))) return [];
  return [
    {
      code: "started-by-bot",
      what: t`${starters.join(", ")} started this run, and GitHub does not say who had it do that`,
      where: "GitHub",
      mend: t`let a person start it (Actions → Run workflow)`,
    },
  ];
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UserError(problems);
}
