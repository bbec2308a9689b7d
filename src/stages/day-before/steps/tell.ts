import { dayBeforeTell } from "../../../journal/steps/steps.ts";
import { DateTime } from "luxon";
import { plain } from "../../../checklist/markdown.ts";
import { showDuration, span } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { atMost } from "../../../core/window/gate.ts";
import { comment } from "../../../github/issue.ts";
import { forecastOf } from "../../launch/forecast.ts";
import type { Launch } from "../../launch/context.ts";
import type { Step } from "../../launch/run-steps.ts";

/** Those whom the plan names hear when the site will be closed, and for how long. */
export const tell: Step = {
  id: dayBeforeTell.id,
  async run(launch) {
    const { who = [], text } = launch.plan.prepare.tell ?? {};
    const added = text === undefined ? "" : `\n\n${plain(text)}`;
    await comment(launch.github, launch.release.issue, `📣 ${who.join(" ")}\n\n${plannedText(launch)}${added}`);
    return { note: t`${who.length} told` };
  },
};

function plannedText({ plan, release, messages, state }: Launch): string {
  const made = forecastOf(state());
  const start = DateTime.fromISO(release.window.start, { zone: plan.timezone });
  const end = DateTime.fromISO(release.window.end, { zone: plan.timezone });
  const [long, most] =
    made === null ? ["", ""] : [showDuration(made.launch.seconds), showDuration(atMost(made.launch))];
  return messages.people.planned(`${plain(plan.service)} ${plain(release.tag)}`, span(start, end), long, most);
}
