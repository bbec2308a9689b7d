import type { Line } from "../../checklist/model.ts";
import { plain } from "../../checklist/markdown.ts";
import { showSize } from "../../core/text/figures.ts";
import type { Messages } from "../../locale/messages.ts";
import { filesOf, type Place } from "../../plan/files-layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { FilesSince } from "./files.ts";
import { type FilesPhase, filesStep } from "./files-record.ts";
import type { Launch } from "../launch/context.ts";

/** The lines of the checklist for one phase; all folders of a phase go at the same time. */
export function filesLines(plan: Plan, messages: Messages, phase: FilesPhase): Line[] {
  return filesOf(plan).map((place) => ({
    id: filesStep(phase, place),
    title: messages.files[phase](folderTitle(plan, place)),
    ...(phase === "day-before" ? {} : { lane: `files ${place.id}` }),
  }));
}

function folderTitle(plan: Plan, { id, directory, host }: Place): string {
  const named = /^\d+$/.test(id) ? directory : `${id}, ${directory}`;
  return Object.keys(plan.hosts).length > 1 ? `${named} (${host})` : named;
}

/** What a rollback would set aside among the files, for the page that is approved: counts, and no names. */
export function filesLoss({ plan, messages }: Pick<Launch, "plan" | "messages">, since: readonly FilesSince[]): string {
  const { loss } = messages;
  if (filesOf(plan).length === 0) return "";
  if (since.length === 0) return `\n${loss.filesStay}\n`;
  const rows = since.map(
    ({ id, uploaded, changed, deleted, bytes }) =>
      `| ${plain(id)} | ${uploaded} | ${changed} | ${deleted} | ${showSize(bytes)} |`,
  );
  return `\n${loss.files}\n\n| ${loss.fileColumns.join(" | ")} |\n|---|---:|---:|---:|---:|\n${rows.join("\n")}\n`;
}
