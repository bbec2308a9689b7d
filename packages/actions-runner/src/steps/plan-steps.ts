// From the steps as written in a file to steps that can be run.

import { type Evaluation, evaluateText } from "../expressions/evaluate.ts";
import { ensureStatusFunction } from "../workflow/github-parser.ts";
import { type Token, child, conditionSource, items, literal } from "../workflow/read-token.ts";
import { runScript } from "./run-script.ts";
import type { StepPlan } from "../running-job.ts";

export function planSteps(steps: Token | undefined, path: string): readonly (StepPlan & { readonly token: Token })[] {
  const taken = new Map<string, number>();
  return items(steps).map((token, index) => {
    const uses = literal(child(token, "uses"));
    const id = literal(child(token, "id"));
    const run = child(token, "run");
    return {
      token,
      id,
      action: id ?? numbered(generatedId(uses), taken),
      path: `${path}/${index}`,
      nameAt: (at) =>
        text(child(token, "name"), at) ?? `Run ${uses ?? text(run, at)?.trimStart().split("\n")[0] ?? ""}`,
      condition: conditionOf(child(token, "if")),
      env: child(token, "env"),
      continueOnError: child(token, "continue-on-error"),
      timeoutMinutes: child(token, "timeout-minutes"),
      execute: (at) => (uses === undefined ? runScript(at, token) : at.scope.job.runAction(at, token, "main")),
    };
  });
}

/** An `if` without a status function means "and everything before it went well". */
export function conditionOf(token: Token | undefined): string {
  const source = token === undefined ? "" : conditionSource(token);
  return source === "" ? "success()" : ensureStatusFunction(source, token?.definitionInfo);
}

function generatedId(uses: string | undefined): string {
  if (uses === undefined) return "__run";
  if (uses.startsWith("./") || uses.startsWith("$/")) return "__self";
  return `__${(uses.split("@")[0] ?? "").replaceAll("/", "_")}`;
}

function numbered(id: string, taken: Map<string, number>): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id}_${count}`;
}

/** A name that cannot be evaluated is shown as written. */
function text(token: Token | undefined, at: Evaluation): string | undefined {
  try {
    return evaluateText(token, at);
  } catch {
    return token?.toString();
  }
}
