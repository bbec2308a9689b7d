import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { comment, updateIssue } from "../../github/issue.ts";
import { standing } from "../../journal/standing.ts";
import type { Launch } from "../launch/context.ts";

type Speaker = Pick<Launch, "github" | "release" | "state" | "record" | "log">;

/** A comment on the checklist, once. While GitHub is gone it is owed, and written by whoever works on the launch next. */
export async function sayOnce(launch: Speaker, key: string, text: string): Promise<void> {
  const { said, owed } = launch.state();
  if (said.has(key)) return;
  try {
    await comment(launch.github, launch.release.issue, owed.get(key) ?? text);
  } catch (error) {
    if (!owed.has(key)) await launch.record({ kind: "comment", key, status: "owed", text });
    if (!launch.github.away)
      launch.log.warn(
        t`A comment could not be written on the checklist: ${errorLine(error)}. It is owed, and written later.`,
      );
    return;
  }
  await launch.record({ kind: "comment", key, status: "written" });
}

/** What the checklist was not told while GitHub was gone: comments that are owed, and whether the issue is open. */
export async function catchUp(launch: Speaker & Pick<Launch, "view">): Promise<void> {
  for (const [key, text] of launch.state().owed) await sayOnce(launch, key, text);
  launch.view.changed();
  await launch.view.flush();
}

/** The checklist is open as long as there is something to press on it. */
export async function keepOpen({ github, release, log }: Pick<Launch, "github" | "release" | "log">): Promise<void> {
  if (github.away) return;
  await updateIssue(github, release.issue, { state: "open" }, 15).catch((error: unknown) =>
    log.warn(t`The checklist could not be opened again: ${errorLine(error)}`),
  );
}

/** The checklist of a launch that was rolled back is done with. */
export async function closeRolledBack({
  github,
  release,
  log,
  state,
}: Pick<Launch, "github" | "release" | "log" | "state">): Promise<void> {
  if (github.away || standing(state()).phase !== "rolled-back") return;
  await updateIssue(github, release.issue, { state: "closed", state_reason: "not_planned" }).catch((error: unknown) =>
    log.warn(t`The checklist could not be closed: ${errorLine(error)}`),
  );
}
