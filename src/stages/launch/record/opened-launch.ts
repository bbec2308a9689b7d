import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { touched } from "../../../journal/state.ts";
import { findLaunch, type Wanted } from "./find-launch.ts";
import { type Connections, connect } from "../connect/connect.ts";
import type { Launch, RunContext } from "../context.ts";
import { launchOf } from "../open-launch.ts";

export interface OpenedLaunch {
  readonly launch: Launch;
  readonly reached: Connections;
  close(): Promise<void>;
}

/** The launch of a tag (or `#12`, its checklist) that visitors could notice, whatever became of it but a way back that is through. */
export async function openedLaunch(context: RunContext, tagOrIssue: string): Promise<OpenedLaunch> {
  const opened = await lastLaunch(context, wantedOf(tagOrIssue));
  const { release, plan } = opened.launch;
  const state = opened.launch.state();
  const where = `${plan.control.host}:${plan.control.directory}`;
  try {
    if (state.ended?.outcome === "rolled-back")
      throw new UserError({
        code: "rolled-back-already",
        what: t`${release.tag} was rolled back already`,
        where,
        mend: t`nothing is left to do; \`golive status\` says how it stands`,
      });
    if (!touched(state))
      throw new UserError({
        code: "nothing-to-take-back",
        what: t`the launch of ${release.tag} changed nothing`,
        where,
        mend: t`nothing has to be taken back; \`golive status\` says how it stands`,
      });
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

export function wantedOf(tagOrIssue: string): Wanted {
  const number = /^#([1-9]\d{0,9})$/.exec(tagOrIssue.trim())?.[1];
  return number === undefined ? { tag: tagOrIssue } : { issue: Number(number) };
}

/** The last launch as its record has it, with its own plan. What became otherwise since is told, and on the checklist. */
export async function lastLaunch(context: RunContext, wanted: Wanted): Promise<OpenedLaunch> {
  const { plan, release, entries, told } = await findLaunch(context, wanted);
  const reached = await connect(plan, context);
  try {
    const launch = launchOf({ context, plan, release, connections: reached, entries });
    for (const text of told) {
      context.log.warn(text);
      if (!launch.state().notes.some((note) => note.text === text)) await launch.record({ kind: "note", text });
    }
    return { launch, reached, close: () => launch.close() };
  } catch (error) {
    await reached.close();
    throw error;
  }
}
