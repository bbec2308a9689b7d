import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { evaluateCondition } from "@golive/actions-runner";
import type { TriedComment } from "./canned-github.ts";

const workflows = ["approve", "checklist"] as const;
export type StartedRun = (typeof workflows)[number];

/** Which of golive's workflows a comment starts, by the `if` of their only job. */
export function startedRuns(comment: TriedComment): Promise<StartedRun[]> {
  return startedBy(eventOf(comment));
}

/** The same for an event of GitHub's. */
export async function startedBy(event: object): Promise<StartedRun[]> {
  const conditions = await Promise.all(workflows.map(async (name) => ({ name, condition: await conditionOf(name) })));
  const at = { contexts: { github: { event_name: "issue_comment", event } }, success: true };
  return conditions
    .filter(({ condition }) => evaluateCondition(condition, { ...at, failure: false, cancelled: false }))
    .map(({ name }) => name);
}

async function conditionOf(name: StartedRun): Promise<string> {
  const file = fileURLToPath(new URL(`../../../../.github/workflows/${name}.yml`, import.meta.url));
  const { jobs } = parse(await readFile(file, "utf8")) as { jobs: Readonly<Record<string, { if?: string }>> };
  return Object.values(jobs)[0]?.if ?? "";
}

function eventOf({ body, author, by, edits }: TriedComment): object {
  const type = by === "bot" ? "Bot" : "User";
  return {
    action: edits === "hidden" || edits.length === 0 ? "created" : "edited",
    sender: { login: author, type },
    issue: { number: 7, labels: [{ name: "golive" }] },
    comment: { id: 500, body, user: { login: author, type }, author_association: "NONE" },
  };
}
