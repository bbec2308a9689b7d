import { servesText, stateLine, titleOf } from "../../checklist/standing-text.ts";
import { t } from "../../core/text/text.ts";
import { standing } from "../../journal/standing.ts";
import type { LaunchState } from "../../journal/state.ts";
import { messagesOf } from "../../locale/locale.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { type Status, statusOf } from "../../stages/by-hand/status.ts";
import { outline } from "../../stages/outline/outline.ts";
import { atKeyboard, withReach } from "../at-keyboard.ts";
import type { Given, Output } from "../options.ts";

/** `golive status`: what state the launch and the site are in. */
export async function status(given: Given, { out }: Output): Promise<void> {
  const { context } = await atKeyboard(given, out);
  await withReach(context, async (plan, reached) => {
    const now = await statusOf(plan, reached);
    const stopped = now.state === null ? [] : standing(now.state).unfinished;
    out(
      [
        t`launch            ${launchText(now, plan)}`,
        ...(now.state === null ? [] : standingLines(now.state, now.swapped)),
        t`maintenance page  ${pageText(now.page)}`,
        t`lock              ${now.owner ?? t`free`}`,
        ...[...now.held].map(([host, units]) => heldText(host, units)),
        ...stopped.map((step) => stepText(step, plan)),
        "",
      ].join("\n"),
    );
  });
}

/** What would not come up again by itself, also after a restart of the host. */
function heldText(host: string, units: readonly string[] | null): string {
  return units === null
    ? t`kept stopped      ${host}: not known, it does not answer`
    : t`kept stopped      ${host}: ${units.join(", ")}; golive maintenance off lets them start again`;
}

function stepText({ id, status, note }: ReturnType<typeof standing>["unfinished"][number], plan: Plan): string {
  const title = titleOf(outline(plan, messagesOf(plan)), id);
  return `${status.padEnd(17)} ${title === id ? id : `${title} (${id})`}${note ? `: ${note}` : ""}`;
}

function launchText({ release, state }: Status, plan: Plan): string {
  if (release === null || state === null) return t`none yet`;
  const ended = state.ended === null ? "" : ` (${state.ended.because})`;
  return `${release}: ${stateLine(state, messagesOf(plan))}${ended}`;
}

/** What runs, in which database, and who ended it by hand. */
function standingLines(state: LaunchState, swapped: boolean | null): string[] {
  const tag = state.release?.tag ?? "";
  const [code, database] = servesText(state, tag);
  const { byHand } = standing(state);
  return [
    t`code              ${code}`,
    t`database          ${database}${swapText(swapped)}`,
    ...(byHand === null || byHand.who === "" ? [] : [t`by hand           ${byHand.who}, ${byHand.at}: ${byHand.why}`]),
  ];
}

/** Whether the database that was put back has taken its place. */
function swapText(swapped: boolean | null): string {
  if (swapped === null) return "";
  return swapped ? t`; it is in its place` : t`; it is not in its place yet`;
}

function pageText(page: Status["page"]): string {
  if (page === null) return t`not known: the balancer does not say`;
  return { on: t`up`, off: t`down`, mixed: t`up on some balancers, down on others` }[page];
}
