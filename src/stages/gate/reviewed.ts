import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { environmentNamed } from "../../github/environments.ts";
import { type Review, reviewsOf } from "../../github/runs.ts";
import type { Entry } from "../../journal/event.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { RunContext } from "../launch/context.ts";
import { among, startersOf } from "./starters.ts";

/** Who approved an environment in this attempt of the run. */
export interface Reviewed {
  readonly by: readonly string[];
  /** How many approvals the run has in all: those of an earlier attempt do not count in a later one. */
  readonly rows: number;
}

/** Who may approve, and who started the run. */
export interface Eyes {
  readonly starters: readonly string[];
  /** Who may approve what they started. */
  readonly selfReview: readonly string[];
  /** Of the environment: logins, and teams as `@owner/team`. Whoever passes by them is none. */
  readonly reviewers: readonly string[];
}

/** Approvals of this attempt, by a reviewer who did not start it. `earlier`: how many are an earlier attempt's. */
export function countedReviews(
  reviews: readonly Review[],
  { starters, selfReview, reviewers }: Eyes,
  earlier: number,
): Reviewed & { readonly own: readonly string[] } {
  const approved = reviews.filter(({ state }) => state === "approved").map(({ login }) => login);
  const now = approved.slice(earlier);
  const may = selfReview.map((one) => one.slice(1));
  // Who is in a team GitHub does not tell every token.
  const asked = (login: string) => reviewers.some((one) => one.startsWith("@")) || among(reviewers, login);
  const own = (login: string) => among(starters, login) && !among(may, login);
  return { by: now.filter((login) => asked(login) && !own(login)), own: now.filter(own), rows: approved.length };
}

/** How many approvals an earlier attempt of this run counted. */
export function earlierRows(entries: readonly Entry[], release: string, run: RunContext["run"]): number {
  const counted = entries.flatMap((entry) =>
    entry.kind === "approved" && entry.release === release && entry.run.id === run.id && entry.run.attempt < run.attempt
      ? [entry.rows ?? 0]
      : [],
  );
  return Math.max(0, ...counted);
}

/** Throws a UserError that says why when nobody's approval counts. */
async function requireReviewed(
  { github, run }: Pick<RunContext, "github" | "run">,
  environment: string,
  eyes: Omit<Eyes, "starters">,
  earlier: number,
): Promise<Reviewed> {
  const reviews = await reviewsOf(github, run.id, environment);
  const { by, own, rows } = countedReviews(reviews, { ...eyes, starters: startersOf(run) }, earlier);
  if (by.length > 0) return { by, rows };
  if (own.length > 0)
    throw new UserError({
      code: "approved-by-starter",
      what: t`${own.join(", ")} started this run and approved it; that is one person, not two`,
      where: environment,
      mend: t`let another reviewer approve it: start the workflow anew; or name in approval.self-review who may approve what they started`,
    });
  throw new UserError({
    code: "not-approved",
    what: t`nobody approved ${environment} in this run`,
    where: environment,
    mend: t`the job of this step has to name the environment of the plan, and a reviewer has to approve it (an \
administrator who passes by them does not); or name who takes a launch without one on, in approval.unprotected`,
  });
}

/**
 * The approval that a window needs. Null when nobody has to give one: the environment has no reviewers, and the policy
 * says who takes that on; that does not stand for reviewers who are there and did not approve.
 */
export async function approvalOf(
  context: Pick<RunContext, "github" | "run">,
  { environment, unprotected, selfReview }: Plan["approval"],
  earlier: number,
): Promise<Reviewed | null> {
  const reviewers = (await environmentNamed(context.github, environment))?.reviewers ?? [];
  if (reviewers.length === 0 && unprotected !== undefined) return null;
  return requireReviewed(context, environment, { selfReview, reviewers }, earlier);
}
