// The inputs of a `workflow_dispatch`, refused the way the API refuses a dispatch.

import { type Token, child, entries, items, literal, placeOf } from "./read-token.ts";
import { WorkflowRefused } from "../workflow-refused.ts";

type Value = string | boolean | number;

const most = 25;

export function dispatchInputs(
  definitions: Token | undefined,
  given: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const problems: string[] = [];
  const defined = entries(definitions);
  const names = new Set(defined.map(([name]) => name));
  const unexpected = Object.keys(given).filter((name) => !names.has(name));
  if (unexpected.length > 0) problems.push(`Unexpected inputs provided: ${unexpected.join(", ")}`);
  if (definitions !== undefined && defined.length > most)
    problems.push(`${placeOf(definitions)}: more than ${most} inputs`);
  const values: Record<string, Value> = {};
  for (const [name, definition] of defined) {
    const fallback = literal(child(definition, "default"));
    const text = given[name] === undefined ? fallback : String(given[name]);
    if ((text === undefined || text === "") && literal(child(definition, "required")) === "true") {
      problems.push(`${placeOf(definition)}: Required input '${name}' not provided`);
      continue;
    }
    const value = typed(definition, text ?? "");
    if (value === undefined)
      problems.push(
        `${placeOf(definition)}: Provided value '${text}' for input '${name}' is not a ${describe(definition)}`,
      );
    else values[name] = value;
  }
  if (problems.length > 0) throw new WorkflowRefused(problems);
  return values;
}

/** `undefined`: not a value of that type. */
function typed(definition: Token, text: string): Value | undefined {
  switch (literal(child(definition, "type"))) {
    case "boolean":
      if (text === "true") return true;
      return text === "" || text === "false" ? false : undefined;
    case "number":
      if (text === "") return "";
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case "choice":
      return text === "" || optionsOf(definition).includes(text) ? text : undefined;
    default:
      return text;
  }
}

function describe(definition: Token): string {
  const type = literal(child(definition, "type")) ?? "string";
  return type === "choice" ? `choice of ${optionsOf(definition).join(", ")}` : type;
}

function optionsOf(definition: Token): readonly string[] {
  return items(child(definition, "options")).map((option) => literal(option) ?? "");
}
