// `${{ }}` with GitHub's own lexer, parser and evaluator.

import { Evaluator, type Expr, Lexer, Parser, data } from "@actions/expressions";
import type { Token as LexerToken } from "@actions/expressions/lexer";
import { truthy } from "@actions/expressions/result";
import { isBasicExpression, isMapping, isSequence } from "../workflow/github-parser.ts";
import { type Token, entries, items, placeOf } from "../workflow/read-token.ts";

export type Status = "success" | "failure" | "cancelled";

/** The values an expression can see, and what the status functions answer. */
export interface Evaluation {
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

const contextNames = [
  "github",
  "env",
  "vars",
  "secrets",
  "inputs",
  "needs",
  "steps",
  "job",
  "jobs",
  "runner",
  "matrix",
  "strategy",
];
const statusNames = ["success", "failure", "cancelled", "always"] as const;
const functions = [...statusNames, "hashFiles"].map((name) => ({ name, minArgs: 0, maxArgs: 255 }));
const parsed = new Map<string, Expr>();

export function evaluateCondition(source: string, at: Evaluation): boolean {
  return truthy(evaluateExpression(source, at));
}

/** The plain value of a token tree: expressions evaluated, literals as they are. */
export function evaluateToken(token: Token, at: Evaluation): unknown {
  if (isMapping(token))
    return Object.fromEntries(entries(token).map(([key, value]) => [key, evaluateToken(value, at)]));
  if (isSequence(token)) return items(token).map((item) => evaluateToken(item, at));
  if (isBasicExpression(token)) return toPlain(located(token, at));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the spelling in a workflow file
  return token.isExpression ? fail(token, "`${{ insert }}` is not supported by this runner") : (token.toJSON() ?? null);
}

export function evaluateText(token: Token | undefined, at: Evaluation): string | undefined {
  if (token === undefined) return undefined;
  return isBasicExpression(token) ? located(token, at).coerceString() : toData(evaluateToken(token, at)).coerceString();
}

export function evaluateTexts(token: Token | undefined, at: Evaluation): Record<string, string> {
  if (token !== undefined && isBasicExpression(token)) {
    const value = toPlain(located(token, at));
    if (typeof value !== "object" || value === null) fail(token, "A mapping was expected");
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toData(item).coerceString()]));
  }
  return Object.fromEntries(entries(token).map(([key, value]) => [key, evaluateText(value, at) ?? ""]));
}

function located(token: Token & { expression: string }, at: Evaluation): data.ExpressionData {
  try {
    return evaluateExpression(token.expression, at);
  } catch (cause) {
    return fail(token, cause instanceof Error ? cause.message : String(cause));
  }
}

function fail(token: Token, problem: string): never {
  throw new Error(`The template is not valid. ${placeOf(token)}: ${problem}`);
}

function evaluateExpression(source: string, at: Evaluation): data.ExpressionData {
  let expression = parsed.get(source);
  if (expression === undefined) {
    expression = new Parser(tokensOf(source), contextNames, functions).parse();
    parsed.set(source, expression);
  }
  // Every known context is there, if need be empty: the evaluator does not survive a missing one.
  const contexts = new data.Dictionary(...contextNames.map((key) => ({ key, value: toData(at.contexts[key] ?? {}) })));
  const answers = { success: at.success, failure: at.failure, cancelled: at.cancelled, always: true };
  const calls = new Map(
    statusNames.map((name) => [
      name as string,
      { name, minArgs: 0, maxArgs: 255, call: (): data.ExpressionData => new data.BooleanData(answers[name]) },
    ]),
  );
  calls.set("hashfiles", {
    name: "success",
    minArgs: 0,
    maxArgs: 255,
    call: () => {
      throw new Error("hashFiles() is not supported by this runner");
    },
  });
  return new Evaluator(expression, contexts, calls).evaluate();
}

/** The lexer of 0.3.61 only undoubles the first `''` of a string; the texts of scripts have many. */
function tokensOf(source: string): LexerToken[] {
  return new Lexer(source).lex().tokens.map((token) => {
    const { lexeme } = token;
    return lexeme.startsWith("'") && lexeme.endsWith("'")
      ? { ...token, value: lexeme.slice(1, -1).replaceAll("''", "'") }
      : token;
  });
}

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver) as data.ExpressionData;
}

function toPlain(value: data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer)) as unknown;
}
