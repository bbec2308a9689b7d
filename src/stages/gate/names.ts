import { parseDocument } from "yaml";
import { z } from "zod";
import { t } from "../../core/text.ts";
import { environmentNamed } from "../../github/environments.ts";
import { fileAt, repositoryNow } from "../../github/repository.ts";
import type { RunContext } from "../launch.ts";
import type { EnvironmentNames } from "./bound.ts";

const name = z.string().min(1);
const named = z.object({
  approval: z
    .object({
      environment: name.default("production"),
      "day-environment": name.default("production-day"),
      "rollback-environment": name.default("production-rollback"),
      unprotected: z.unknown(),
    })
    .partial()
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
  const { main } = await repositoryNow(github);
  const text = await fileAt(github, planFile, main.commit);
  const found = text === null ? null : approvalOf(text);
  const told =
    found === null ? [t`${planFile} on ${main.name} does not say who approves; the usual environments count`] : [];
  const approval = found ?? named.parse({}).approval;
  const there = async (one: string) => (await environmentNamed(github, one))?.name ?? "";
  const [window, day, rollback] = await Promise.all([
    there(approval.environment ?? "production"),
    there(approval["day-environment"] ?? "production-day"),
    there(approval["rollback-environment"] ?? "production-rollback"),
  ]);
  return { window, day, rollback, free: approval.unprotected !== undefined, told };
}

function approvalOf(text: string): z.output<typeof named>["approval"] | null {
  try {
    const found = named.safeParse(parseDocument(text, { prettyErrors: false }).toJS({ maxAliasCount: 50 }));
    return found.success ? found.data.approval : null;
  } catch {
    return null;
  }
}
