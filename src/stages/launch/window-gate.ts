import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { moment, showDuration } from "../../core/text/figures.ts";
import { plain } from "../../checklist/markdown.ts";
import { UserError } from "../../core/errors.ts";
import { type Gate, gateAt, lastSafeMoment } from "../../core/window/gate.ts";
import { t } from "../../core/text/text.ts";
import type { Window } from "../../core/window/window.ts";
import { touched } from "../../journal/state.ts";
import { askPeople } from "../approval/ask.ts";
import { forecastOf } from "./forecast.ts";
import type { Launch } from "./context.ts";

export function windowOf({ release, plan }: Pick<Launch, "release" | "plan">): Window {
  return {
    start: DateTime.fromISO(release.window.start, { zone: plan.timezone }),
    end: DateTime.fromISO(release.window.end, { zone: plan.timezone }),
  };
}

/**
 * Before anything is touched: the launch begins inside its window, with room for itself and for the way back. It waits
 * for the window as long as the plan allows. A person who takes it on (`override`) is on record, and passes. Returns
 * whether it waited.
 */
export async function requireWindow(launch: Launch): Promise<boolean> {
  const { log, signal } = launch;
  if (touched(launch.state())) return false;
  const { overridden } = launch.state();
  if (overridden !== null) {
    log.warn(t`The window is not looked at: ${overridden.by} takes that on, because ${overridden.because}`);
    return false;
  }
  for (let waited = false; ; waited = true) {
    const gate = allowed(launch);
    if (gate.kind === "open") return waited;
    if (signal.aborted)
      throw new UserError({
        code: "window-wait-cancelled",
        what: t`the run was cancelled before the window opened`,
      });
    const left = gate.until.diffNow().as("seconds");
    log.info(t`The window opens in ${showDuration(left)}, at ${clockOf(launch, gate.until)}; waiting`);
    await sleep(Math.min(Math.max(left, 0.1), 15) * 1000, undefined, { signal }).catch(() => {});
  }
}

/** Throws where the launch may neither begin now nor wait for its window: nobody need be asked for anything then. */
export async function requireRoom(launch: Launch): Promise<void> {
  const { overridden } = launch.state();
  if (overridden === null && !touched(launch.state())) allowed(launch);
}

function clockOf({ plan }: Launch, time: DateTime): string {
  return moment(time.setZone(plan.timezone));
}

/** Whether the window is open, or until when it is waited for. Throws a UserError where the launch may not begin in it. */
function allowed(launch: Launch): Extract<Gate, { kind: "open" | "wait" }> {
  const { plan } = launch;
  const window = windowOf(launch);
  const clock = (time: DateTime) => clockOf(launch, time);
  const mend = t`start the workflow again; if it has to be now, with \`override\` and the reason`;
  const gate = gateAt(
    window,
    DateTime.now(),
    { tolerance: plan.window.tolerance, waitAtMost: plan.window.waitAtMost },
    forecastOf(launch.state()),
  );
  switch (gate.kind) {
    case "open":
    case "wait":
      return gate;
    case "early":
      throw new UserError({
        code: "window-early",
        what: t`it is too early: the window opens at ${clock(window.start)}`,
        where: "window",
        mend: t`approve it from ${clock(gate.approveFrom)} on (re-run the failed jobs); window.wait-at-most says how long it may wait`,
      });
    case "over":
      throw new UserError({
        code: "window-over",
        what: t`the window is over since ${clock(gate.ended)}`,
        where: "window",
        mend: t`${mend}; it takes the next window`,
      });
    case "short":
      throw new UserError({
        code: "window-short",
        what: t`${showDuration(gate.left)} of the window are left; the launch and a rollback may need ${showDuration(gate.needed)}`,
        where: "window",
        mend: t`make the window longer, or ${mend}`,
      });
  }
}

/**
 * While the site is closed: once a rollback would no longer end inside the window, that goes on record, and the plan's
 * `on-overrun` decides. Throws a UserError when the launch has to go back.
 */
export async function stayInTime(launch: Launch): Promise<void> {
  const forecast = forecastOf(launch.state());
  if (forecast === null) return;
  const last = lastSafeMoment(windowOf(launch), forecast.rollback);
  if (DateTime.now() <= last) return;
  const what = t`the last moment at which a rollback fits into the window \
(${last.setZone(launch.plan.timezone).toFormat("HH:mm:ss")}) has passed`;
  const policy = launch.state().overridden === null ? launch.plan.window.onOverrun : "continue";
  const then = {
    rollback: t`the launch goes back`,
    ask: t`people are asked`,
    continue: t`it goes on, as the plan or a person says`,
  }[policy];
  if (!launch.state().notes.some(({ text }) => text.startsWith(what)))
    await launch.record({ kind: "note", text: `${what}; ${then}` });
  if (policy === "rollback" || (policy === "ask" && !(await mayGoOn(launch, what))))
    throw new UserError({
      code: "window-overrun",
      what,
      where: "window",
      mend: t`the release goes back by itself; window.on-overrun: continue would have it go on`,
    });
}

/** Asks the people of the plan on the checklist, and waits. No answer is no. `everySeconds` between two looks. */
export async function mayGoOn(launch: Launch, what: string, everySeconds = 10): Promise<boolean> {
  const { ask } = launch.plan.window;
  if (!ask) return false;
  const said = await askPeople(launch, {
    who: ask.who,
    text: (until) => launch.messages.people.overrun(plain(what), plain(launch.release.tag), until),
    answers: ["on", "back"],
    atMost: ask.atMost,
    everySeconds,
  });
  if (said?.answer === "on") await launch.record({ kind: "overridden", by: said.by, because: what });
  else if (said?.answer === "back") await launch.record({ kind: "note", text: t`${said.by} says to go back` });
  return said?.answer === "on";
}
