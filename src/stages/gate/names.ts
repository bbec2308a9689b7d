import { z } from "zod";
import { t } from "../../core/text/text.ts";
import { environmentNamed } from "../../github/environments.ts";
import { defaultBranchNow, fileAt } from "../../github/repository.ts";
import { readPart } from "../../plan/read-part.ts";
import { usualEnvironments } from "../../plan/schema/approval-schema.ts";
import type { RunContext } from "../launch/context.ts";
import type { EnvironmentNames } from "./bound.ts";

const name = z.string().min(1);
const named = z.object({
  approval: z
    .object({
      environment: name.default(usualEnvironments.window),
      "day-environment": name.default(usualEnvironments.day),
      "rollback-environment": name.default(usualEnvironments.rollback),
      unprotected: z.unknown().optional(),
    })
    .prefault({}),
});

/** Who may approve today, by the policy of the default branch. */
export interface Today extends EnvironmentNames {
  /** Nobody has to. */
  readonly free: boolean;
  readonly told: readonly string[];
}

/**
 * The environments as the policy of the default branch names them now, however little of the plan holds: the watch and
 * the way back rest on it. Empty for one that the repository does not have, so that no job makes it.
 */
export async function namesNow({ github, planFile }: Pick<RunContext, "github" | "planFile">): Promise<Today> {
  const main = await defaultBranchNow(github);
  const text = await fileAt(github, planFile, main.commit);
  const found = text === null ? null : readPart(text, named);
  const told =
    found === null ? [t`${planFile} on ${main.name} does not say who approves; the usual environments count`] : [];
  const { approval } = found ?? named.parse({});
  const there = async (one: string) => (await environmentNamed(github, one))?.name ?? "";
  const [window, day, rollback] = await Promise.all([
    there(approval.environment),
    there(approval["day-environment"]),
    there(approval["rollback-environment"]),
  ]);
  return { window, day, rollback, free: approval.unprotected !== undefined, told };
}
