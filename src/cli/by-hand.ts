import { servesText, stateLine, titleOf } from "../checklist/standing-text.ts";
import { UserError } from "../core/errors.ts";
import { figure, showSize } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import { standing } from "../journal/standing.ts";
import type { LaunchState } from "../journal/state.ts";
import { bypassCookie, keptToken } from "../load-balancer/bypass.ts";
import { bypassHeader } from "../load-balancer/probe.ts";
import { messagesOf } from "../locale/locale.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { breakLock } from "../stages/by-hand/break-lock.ts";
import { openByHand } from "../stages/by-hand/open-by-hand.ts";
import { filesSetAside, recoverRows } from "../stages/by-hand/set-aside.ts";
import { type Status, statusOf } from "../stages/by-hand/status.ts";
import type { Reach } from "../stages/launch/launch.ts";
import { outline } from "../stages/launch/outline.ts";
import { atKeyboard, type Out, toPerson, withReach } from "./at-keyboard.ts";

interface Asked {
  readonly plan: Plan;
  readonly reached: Reach;
  readonly because: string;
  /** A person's name, when it was given. */
  readonly by: string;
  /** The same, or the name of the user. */
  readonly who: string;
}

/** `golive status`: what state the launch and the site are in. */
export async function status(args: readonly string[], out: Out): Promise<void> {
  await withPlan(args, out, async ({ plan, reached }) => {
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
  const seen = swapped === null ? "" : swapped ? t`; it is in its place` : t`; it is not in its place yet`;
  return [
    t`code              ${code}`,
    t`database          ${database}${seen}`,
    ...(byHand === null || byHand.who === "" ? [] : [t`by hand           ${byHand.who}, ${byHand.at}: ${byHand.why}`]),
  ];
}

function pageText(page: Status["page"]): string {
  if (page === null) return t`not known: the balancer does not say`;
  return { on: t`up`, off: t`down`, mixed: t`up on some balancers, down on others` }[page];
}

/** `golive maintenance off --because …`: a person opens the site as it is, on record. */
export async function maintenanceOff(args: readonly string[], out: Out): Promise<void> {
  await withPlan(args, out, async ({ plan, reached, because, who }) => {
    if (because.trim() === "")
      throw new UserError({
        what: t`there is no reason`,
        where: "--because",
        mend: t`say why, for the record: golive maintenance off --because "…"`,
      });
    out(t`The site is open: ${await openByHand(plan, reached, { who, because, log: toPerson(out) })}\n`);
  });
}

/** `golive unlock --by NAME --because …`: a person breaks the lock of a run that does nothing any more, on record. */
export async function unlock(args: readonly string[], out: Out): Promise<void> {
  await withPlan(args, out, async ({ plan, reached, because, by }) => {
    const missing = [
      ...(by === ""
        ? [
            {
              what: t`nobody is named`,
              where: "--by",
              mend: t`a lock is broken by a person who answers for it; give your name`,
            },
          ]
        : []),
      ...(because.trim() === ""
        ? [{ what: t`there is no reason`, where: "--because", mend: t`say why, for the record` }]
        : []),
    ];
    if (missing.length > 0) throw new UserError(missing);
    out(`${await breakLock(plan, reached, { who: by, because, log: toPerson(out) })}\n`);
  });
}

/** `golive bypass`: how a tester gets past the page that is up. Prints a secret, to the person at the keyboard only. */
export async function bypass(args: readonly string[], out: Out): Promise<void> {
  await withPlan(args, out, async ({ plan, reached }) => {
    const { url } = plan.site;
    const kept =
      plan.loadBalancer.bypass === undefined ? null : await keptToken(reached.control, plan.control.directory);
    if (kept === null)
      throw new UserError(
        plan.loadBalancer.bypass === undefined
          ? {
              what: t`the plan names no way past the maintenance page`,
              where: "load-balancer",
              mend: t`add load-balancer.bypass (docs/maintenance.md)`,
            }
          : {
              what: t`no page of golive is up, so there is no token`,
              where: plan.control.host,
              mend: t`it is made when the page goes up; \`golive status\` says how the site stands`,
            },
      );
    out(t`The page of ${kept.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${bypassCookie}=${kept.token}; path=/; SameSite=Lax${url.startsWith("https:") ? "; Secure" : ""}"; location.reload()

With curl:
  curl -H '${bypassHeader}: ${kept.token}' ${url}
`);
  });
}

/** `golive recover`: the rows that a rollback set aside, counted again, and written to a file on the database host. */
export async function recover(args: readonly string[], out: Out): Promise<void> {
  await withPlan(args, out, async ({ plan, reached }) => {
    for (const { id, files, bytes, where } of await filesSetAside(plan, reached))
      out(
        t`${where} holds ${figure(files)} newer {1:file|files|files} (${showSize(bytes)}) of ${id}, under the paths that they had.\n`,
      );
    const { kept, written, file } = await recoverRows(plan, reached);
    const rows = written.map(
      ({ table, inserted, changed, deleted, byPeople }) =>
        `  ${table.padEnd(40)} ${String(inserted).padStart(9)} ${String(changed).padStart(9)} ${String(deleted).padStart(9)} ${String(byPeople).padStart(9)}\n`,
    );
    const apart = written.flatMap(({ table, leftOut }) =>
      leftOut.length === 0 ? [] : [t`  ${table}: not compared: ${leftOut.join(", ")}\n`],
    );
    out(t`${kept} holds what the rollback set aside.\n`);
    out(
      rows.length === 0
        ? t`Nothing was written between the backup and the rollback.\n`
        : t`\n  ${t`table`.padEnd(40)} ${t`inserted`.padStart(9)} ${t`changed`.padStart(9)} ${t`deleted`.padStart(9)} ${t`by people`.padStart(9)}\n${rows.join("")}\nThe rows are in ${file}, one JSON object a line: table, change, key, row.\n`,
    );
    out(apart.join(""));
  });
}

async function withPlan(args: readonly string[], out: Out, work: (asked: Asked) => Promise<void>): Promise<void> {
  const { context, because, by } = await atKeyboard(args, {}, out);
  const who = context.run.actor;
  await withReach(context, (plan, reached) => work({ plan, reached, because, by, who }));
}
