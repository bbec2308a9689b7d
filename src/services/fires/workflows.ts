import { parseDocument } from "yaml";
import { cronFires, type Span } from "./cron-times.ts";

/** Why a workflow of the repository may run in a while. */
export interface WorkflowFires {
  readonly path: string;
  /** When its schedule says so; null: by a push, whenever somebody pushes. */
  readonly at: number | "unknown" | null;
  /** What a push goes to that starts it: a branch, or tags. */
  readonly push: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether a workflow deploys and may start by itself in a while; null otherwise. GitHub starts schedules late, by an
 * hour and more when it is busy: so one that was due the hour before counts.
 */
export function workflowFires(path: string, text: string, span: Span, branch: string): WorkflowFires | null {
  const workflow = fieldsOf(textOf(text));
  if (!deploys(path, workflow)) return null;
  // YAML 1.1 reads `on` as true, 1.2 does not.
  const on = triggersOf(workflow.on ?? workflow.true);
  const late = { from: span.from - 3_600_000, until: span.until };
  const due = listOf(on.schedule).map((one) => cronFires(String(fieldsOf(one).cron ?? ""), zoneOf(one), late));
  const times = due.filter((time): time is number => typeof time === "number");
  if (times.length > 0) return { path, at: Math.min(...times), push: null };
  if (due.includes("unknown")) return { path, at: "unknown", push: null };
  const push = pushOf(on, branch);
  return push === null ? null : { path, at: null, push };
}

function zoneOf(schedule: unknown): string {
  const { timezone } = fieldsOf(schedule);
  return typeof timezone === "string" ? timezone : "UTC";
}

function textOf(text: string): unknown {
  try {
    return parseDocument(text, { prettyErrors: false }).toJS({ maxAliasCount: 50 });
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `on: push`, `on: [push]` and `on: { push: … }` say the same. */
function triggersOf(on: unknown): Fields {
  if (typeof on === "string") return { [on]: null };
  return Array.isArray(on) ? Object.fromEntries(on.map((one) => [String(one), null])) : fieldsOf(on);
}

function pushOf(on: Fields, branch: string): string | null {
  if (Object.hasOwn(on, "release")) return "tags";
  if (!Object.hasOwn(on, "push")) return null;
  const push = fieldsOf(on.push);
  const branches = push.branches === undefined ? null : listOf(push.branches).map(String);
  if (branches?.some((pattern) => matches(pattern, branch)) === true) return branch;
  if (push.tags !== undefined) return "tags";
  if (branches !== null) return null;
  const left = listOf(push["branches-ignore"]).map(String);
  return left.some((pattern) => matches(pattern, branch)) ? null : branch;
}

/** As far as patterns name a branch: `*` for what has no slash, `**` for anything. */
function matches(pattern: string, branch: string): boolean {
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : part.replaceAll(/[.+^${}()|[\]\\?]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`).test(branch);
}

const deploying = /(^|[^a-z])(deploy|deployment|release to|rollout|go-live|ship it)/i;
const commands = new RegExp(
  `(^|[\\s;&|])(${[
    "ssh|scp|rsync|ansible-playbook|kubectl (apply|rollout|set)|helm (upgrade|install)|terraform apply",
    "cap \\w+ deploy|fab deploy|dep deploy|kamal deploy|flyctl deploy|heroku \\S+|eb deploy|serverless deploy",
  ].join("|")})(\\s|$)`,
  "m",
);
/** Ones of golive's own: they are asked for by a person, or are the launch itself. */
const golives = /(^|\/)golive(\/|@)|\.github\/workflows\/(go-live|prepare|rollback|checklist|watch|approve)\.ya?ml/;

/** A file by the name that golive's own have: it is not read, as each is a request to GitHub. */
export function isNamedAsGolives(path: string): boolean {
  return golives.test(path);
}

function deploys(path: string, workflow: Fields): boolean {
  const jobs = Object.entries(fieldsOf(workflow.jobs)).map(([id, job]) => ({ id, job: fieldsOf(job) }));
  if (jobs.some(({ job }) => usesOf(job).some((uses) => golives.test(uses)))) return false;
  const name = typeof workflow.name === "string" ? workflow.name : "";
  if (deploying.test(path.slice(path.lastIndexOf("/") + 1)) || deploying.test(name)) return true;
  return jobs.some(
    ({ id, job }) =>
      job.environment !== undefined ||
      deploying.test(`${id} ${String(job.name ?? "")}`) ||
      usesOf(job).some((uses) => deploying.test(uses)) ||
      listOf(job.steps).some((step) => commands.test(String(fieldsOf(step).run ?? ""))),
  );
}

function usesOf(job: Fields): string[] {
  return [job, ...listOf(job.steps).map(fieldsOf)].flatMap(({ uses }) => (typeof uses === "string" ? [uses] : []));
}
