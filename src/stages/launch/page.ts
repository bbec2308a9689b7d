import { DateTime } from "luxon";
import type { Page } from "../../checklist/page.ts";
import type { Release } from "../../core/release.ts";
import { messagesOf } from "../../locale/locale.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { outline } from "../outline/outline.ts";

/** What the checklist of a launch is made of. `repository`: its address on GitHub. */
export function pageOf(plan: Plan, release: Release, repository: string): Omit<Page, "state"> {
  const messages = messagesOf(plan);
  const time = (iso: string) => DateTime.fromISO(iso, { zone: plan.timezone });
  return {
    plan,
    release,
    messages,
    phases: outline(plan, messages),
    window: { start: time(release.window.start), end: time(release.window.end) },
    runUrl: `${repository}/actions/runs/${release.runId}`,
  };
}
