// What a job hands to the workflow it calls: inputs by type, secrets by name.

import { type Evaluation, evaluateToken, evaluateTexts } from "../expressions/evaluate.ts";
import { type Token, child, entries, literal, refuse } from "./read-token.ts";

type Value = string | boolean | number;

/** Everything about a call that can be known before the run. */
export function checkCall(job: Token, called: Token): void {
  const uses = child(job, "uses") ?? job;
  const call = entries(child(called, "on")).find(([event]) => event === "workflow_call")?.[1];
  const plain = child(called, "on");
  const named = call !== undefined || literal(plain) === "workflow_call" || literalsOf(plain).includes("workflow_call");
  if (!named) refuse(uses, "the called workflow has no 'workflow_call' event");
  const inherits = literal(child(job, "secrets")) === "inherit";
  checkNames(uses, {
    kind: "input",
    given: entries(child(job, "with")),
    defined: entries(child(call, "inputs")),
    defaults: true,
  });
  if (inherits) return;
  checkNames(uses, {
    kind: "secret",
    given: entries(child(job, "secrets")),
    defined: entries(child(call, "secrets")),
    defaults: false,
  });
}

function literalsOf(token: Token | undefined): readonly string[] {
  const value = token?.toJSON();
  return typeof value === "object" && value !== null && "seq" in value
    ? (value.seq as unknown[]).filter((item) => typeof item === "string")
    : [];
}

type Entries = readonly (readonly [string, Token])[];

interface Names {
  readonly kind: "input" | "secret";
  readonly given: Entries;
  readonly defined: Entries;
  /** Whether one that is required may have a default. */
  readonly defaults: boolean;
}

function checkNames(uses: Token, { kind, given, defined, defaults }: Names): void {
  const names = new Set(defined.map(([name]) => name.toLowerCase()));
  for (const [name, token] of given) {
    if (!names.has(name.toLowerCase()))
      refuse(token, `Invalid ${kind}, ${name} is not defined in the referenced workflow.`);
  }
  const present = new Set(given.map(([name]) => name.toLowerCase()));
  for (const [name, definition] of defined) {
    const optional =
      literal(child(definition, "required")) !== "true" || (defaults && child(definition, "default") !== undefined);
    if (!optional && !present.has(name.toLowerCase()))
      refuse(uses, `${kind[0]?.toUpperCase()}${kind.slice(1)} ${name} is required, but not provided while calling.`);
  }
}

export function callInputs(
  job: Token,
  called: Token,
  caller: Evaluation,
  callee: Evaluation,
): Readonly<Record<string, Value>> {
  const given = child(job, "with");
  const values: Record<string, Value> = {};
  for (const [name, definition] of entries(child(child(child(called, "on"), "workflow_call"), "inputs"))) {
    const token = entries(given).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
    const fallback = child(definition, "default");
    const type = literal(child(definition, "type")) ?? "string";
    const at = token ?? fallback ?? definition;
    if (token !== undefined) values[name] = typed(at, name, type, evaluateToken(token, caller));
    else if (fallback !== undefined) values[name] = typed(at, name, type, evaluateToken(fallback, callee));
    else values[name] = emptyOf(type);
  }
  return values;
}

function typed(token: Token, name: string, type: string, value: unknown): Value {
  if (value === undefined || value === null) return emptyOf(type);
  if (type === "string" && typeof value !== "object") return String(value);
  if (type === typeof value) return value as Value;
  return refuse(token, `Unexpected value for input '${name}': a ${type} was expected`);
}

function emptyOf(type: string): Value {
  if (type === "boolean") return false;
  return type === "number" ? 0 : "";
}

export function callSecrets(
  job: Token,
  secrets: Readonly<Record<string, string>>,
  at: Evaluation,
): Readonly<Record<string, string>> {
  const token = child(job, "secrets");
  if (token === undefined) return {};
  return literal(token) === "inherit" ? secrets : evaluateTexts(token, at);
}
