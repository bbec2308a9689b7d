import { plain } from "../../checklist/markdown.ts";
import { t } from "../../core/text/text.ts";
import type { LaunchState } from "../../journal/state.ts";
import { rollbackDatabase, rollbackFiles, rollbackWritten } from "../../journal/steps/steps.ts";
import { dnsNotBack } from "../dns-tls/dns-record.ts";
import type { Launch } from "../launch/context.ts";
import { sayOnce } from "../tell/say.ts";

function databaseNote(launch: Launch): string {
  return t`Database: ${rollbackDatabase.state(launch.state())?.note ?? t`not touched`}.`;
}

/** What people wrote or uploaded meanwhile is not where they look for it: the comment says where it is. */
export function asideNotes({ steps }: LaunchState): string {
  const noteOf = (id: string) => {
    const step = steps.get(id);
    return step?.status === "done" && step.note !== undefined ? [step.note] : [];
  };
  const files = rollbackFiles.all({ steps }).flatMap(([name]) => noteOf(rollbackFiles.of(name).id));
  return [
    ...noteOf(rollbackWritten.id).map((note) => t`Set aside: ${note}.`),
    ...(files.length === 0 ? [] : [t`Uploaded files: ${files.join("; ")}.`]),
  ].join(" ");
}

/** The record is complete without it; a comment reaches those who watch the issue. */
export async function tellRolledBack(launch: Launch, because: string): Promise<void> {
  const { messages, plan, release } = launch;
  const state = launch.state();
  const notes = [databaseNote(launch), asideNotes(state), dnsNotBack(plan, state)].filter((note) => note !== "");
  const head = messages.people.rolledBack(plain(plan.service), plain(release.tag));
  const told = [head, plain(because), ...notes.map((note) => plain(note, 1000))];
  await sayOnce(launch, "rolled-back", told.join("\n\n"));
}
