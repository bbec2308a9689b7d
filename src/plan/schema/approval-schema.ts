import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { login, text, title } from "./fields.ts";

/** The GitHub environments of a plan that names none. */
export const usualEnvironments = {
  window: "production",
  day: "production-day",
  rollback: "production-rollback",
} as const;

export const approvalSchema = z
  .strictObject({
    environment: text("GitHub environment whose required reviewers approve the window.").default(
      usualEnvironments.window,
    ),
    "rollback-environment": text(
      "GitHub environment whose required reviewers approve a rollback after the site has opened.",
    ).default(usualEnvironments.rollback),
    "day-environment": text(
      "GitHub environment of the jobs that look before the window and watch after it: the day before, the checklist, " +
        "the watch. Nobody has to approve it; it holds the keys of these jobs.",
    ).default(usualEnvironments.day),
    comment: z
      .strictObject({
        approvers: z
          .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/, msg`must be a GitHub login without @`))
          .min(1, msg`needs at least one approver`)
          .describe(
            "GitHub logins whose comment approves the window. Each needs write permission, and cannot approve a launch of their own.",
          ),
      })
      .optional()
      .describe(
        "Where GitHub offers no required reviewers: the window waits for a comment on the checklist instead (docs/approval.md).",
      ),
    unprotected: z
      .strictObject({
        by: login.describe("Who takes this on."),
        because: title("Why a launch without a required reviewer is acceptable."),
      })
      .optional()
      .describe(
        "Launch although nothing keeps one person from doing it alone: no required reviewer, keys that every branch " +
          "may read, a default branch without rules. Whoever is named starts the launch, and is shown on the checklist.",
      ),
    "self-review": z
      .array(login)
      .default([])
      .describe("Who may approve a launch that they started themselves. Without it, nobody."),
    "release-branches": z
      .array(text("Name of a branch."))
      .default([])
      .describe("Branches beside the default one that hold releases; each has to be protected."),
    plans: z
      .array(text("Path of a plan file in the repository."))
      .default([])
      .describe("Other plans of this repository that may be launched, named in .github/golive.yml."),
  })
  .prefault({})
  .describe("Who lets a launch go on (docs/approval.md). Read from the default branch, never from the tag.");
