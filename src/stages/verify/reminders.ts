import { DateTime } from "luxon";
import { code } from "../../checklist/markdown.ts";
import { errorLine } from "../../core/errors.ts";
import type { PeoplePhase } from "../../core/comments/people-phases.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { comment } from "../../github/issue.ts";
import type { PeopleLine } from "../../plan/people/lines.ts";
import { firstCalled } from "../../plan/people/roles.ts";
import type { Launch } from "../launch/context.ts";

/** Tells in the log who is waited for, and reminds them on the checklist. */
export function teller(
  launch: Launch,
  phase: PeoplePhase,
  { began, until }: { readonly began: number; readonly until: number },
) {
  let reminded = began;
  let often = 0;
  let told = 0;
  return async (missing: readonly PeopleLine[]): Promise<void> => {
    if (Date.now() - reminded >= launch.plan.verify.people.remind * 1000) {
      reminded = Date.now();
      often += 1;
      await remind(launch, { phase, missing, until, often });
    }
    if (Date.now() - told < tellEveryMs) return;
    told = Date.now();
    const who = missing
      .map(({ id, owners }) => `${id}${owners.length > 0 ? ` (${owners.join(", ")})` : ""}`)
      .join(", ");
    launch.log.info(t`waiting for ${who}; ${showDuration(Math.round((until - told) / 1000))} left`);
  };
}

const tellEveryMs = 15_000;

export interface Reminder {
  readonly phase: PeoplePhase;
  readonly missing: readonly PeopleLine[];
  readonly until: number;
  /** The first calls those who are called first, the next ones their substitutes as well. */
  readonly often: number;
}

export async function remind(
  { github, release, messages, log, plan }: Launch,
  { phase, missing, until, often }: Reminder,
): Promise<void> {
  const called = (owners: readonly string[]) => (often > 1 ? owners : firstCalled(plan, owners));
  const who = [...new Set(missing.flatMap(({ owners }) => called(owners)))].join(" ");
  const lines = missing.map(({ id }) => code(id)).join(", ");
  const time = DateTime.fromMillis(until, { zone: plan.timezone }).toFormat("HH:mm");
  const text =
    phase === "before-opening"
      ? messages.scenarios.reminder(lines, time)
      : messages.manual.reminder[phase](lines, time);
  await comment(github, release.issue, `⏰ ${who === "" ? "" : `${who}: `}${text}`).catch((error: unknown) =>
    log.warn(t`Nobody could be reminded: ${errorLine(error)}`),
  );
}
