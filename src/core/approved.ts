import { UserError } from "./errors.ts";
import { t } from "./text/text.ts";

/** What the gate let through: the same for every stage of a launch. */
export interface Approved {
  readonly tag: string;
  readonly commit: string;
  /** Commit of the default branch whose policy holds. */
  readonly policy: string;
  /** sha256 over all that was approved. */
  readonly digest: string;
}

/** As it goes from job to job: `v1.1.0 COMMIT POLICY DIGEST`. */
export function approvedText({ tag, commit, policy, digest }: Approved): string {
  return [tag, commit, policy, digest].join(" ");
}

export function parseApproved(text: string): Approved {
  const found = /^(\S+) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([0-9a-f]{64})$/.exec(text.trim());
  if (found) {
    const [, tag = "", commit = "", policy = "", digest = ""] = found;
    return { tag, commit, policy, digest };
  }
  throw new UserError({
    code: "launch-input",
    what: text.trim() === "" ? t`is empty` : t`is not what \`plan\` gave`,
    where: t`input launch`,
    mend: t`hand on the output \`launch\` of the job \`plan\``,
  });
}
