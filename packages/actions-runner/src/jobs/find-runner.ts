// Which runner takes a job. Where none has its labels GitHub leaves it queued for ever.

import { evaluateToken, type Evaluation } from "../expressions/evaluate.ts";
import type { Flow, Leg } from "./flow.ts";
import { child, type Token } from "../workflow/read-token.ts";
import type { Annotation, Runner } from "../workflow-run.ts";

const defaultPatience = 1_000;

/** Nothing where a runner takes the job; else, after a while, what keeps it queued. */
export async function findRunner(flow: Flow, leg: Leg, job: Token): Promise<Annotation | undefined> {
  const { runners, queuePatience = defaultPatience } = flow.run;
  if (runners === undefined) return undefined;
  const labels = labelsOf(child(job, "runs-on"), leg.evaluation);
  const within = ownerOf(flow.workflow.repository) === ownerOf(flow.run.repository);
  // A workflow of another account does not get the caller's own runners.
  const open = within ? runners : runners.filter(({ selfHosted }) => selfHosted !== true);
  if (open.some((runner) => takes(runner, labels))) return undefined;
  await patience(queuePatience, leg.cancel);
  const wanted = labels.map((label) => `'${label}'`).join(", ");
  const why = within || !runners.some((runner) => takes(runner, labels)) ? "no runner has" : "no runner it may use has";
  return {
    level: "error",
    message: `The job '${leg.name}' would stay queued for ever: ${why} the label${labels.length === 1 ? "" : "s"} ${wanted}`,
  };
}

function takes(runner: Runner, labels: readonly string[]): boolean {
  const own = runner.labels.map((label) => label.toLowerCase());
  return labels.every((label) => own.includes(label.toLowerCase()));
}

/** `runs-on` as one label, as a list, or as a mapping with `labels`. */
function labelsOf(token: Token | undefined, at: Evaluation): readonly string[] {
  const value = token === undefined ? [] : evaluateToken(token, at);
  const labels = typeof value === "object" && value !== null && "labels" in value ? value.labels : value;
  return (Array.isArray(labels) ? labels : [labels]).map(String);
}

function ownerOf(repository: string): string {
  return (repository.split("/")[0] ?? "").toLowerCase();
}

async function patience(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => resolve(clearTimeout(timer)), { once: true });
  });
}
