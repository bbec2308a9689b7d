import type { Judgement } from "../core/verdict.ts";
import type { Release } from "../core/release.ts";
import type { Hosts } from "../hosts/open-hosts.ts";
import type { Plan } from "../plan/schema.ts";
import { checkCommand } from "./command.ts";
import { checkHttp } from "./http.ts";
import type { PlanCheck } from "./schema.ts";
import { checkSmoke } from "./smoke.ts";

export interface CheckContext {
  readonly plan: Plan;
  /** What should be running: the new release, or the previous one after a rollback. */
  readonly expected: Pick<Release, "tag" | "commit">;
  readonly hosts: Hosts;
  /** What leads past the maintenance page, while it is up. */
  readonly bypass?: string | undefined;
  /** A built release that is not live: where it lies, and what is put over the check's own variables. */
  readonly built?: { readonly directory: string; readonly env?: Readonly<Record<string, string>> };
}

/** Runs one check of the plan. What a check cannot measure is `error`, told in its own words. */
export function runCheck(check: PlanCheck, context: CheckContext): Promise<Judgement> {
  switch (check.kind) {
    case "http":
      return checkHttp(check, context);
    case "smoke":
      return checkSmoke(check, context);
    case "command":
      return checkCommand(check, context);
  }
}

export function checkTitle(check: PlanCheck): string {
  if (check.title !== undefined) return check.title;
  if (check.kind === "http") return `${check.url} answers ${check.status}`;
  if (check.kind === "smoke") return `Smoke tests: ${check.path}`;
  return `${check.run[0]} says so on ${check.host}`;
}
