// Reading GitHub's token trees: every value keeps its place in the file, so that an error can name it.

import type { MappingToken } from "@actions/workflow-parser/templates/tokens/mapping-token";
import type { TemplateToken as Token } from "@actions/workflow-parser/templates/tokens/template-token";
import { TemplateToken, isBasicExpression, isLiteral, isMapping, isSequence } from "./github-parser.ts";
import { WorkflowRefused } from "../workflow-refused.ts";

export type { MappingToken, Token };

const files = new WeakMap<Token, string>();

/** A token itself only knows a number that is the same for every file. */
export function rememberFile(root: Token, file: string): void {
  for (const [, token, key] of TemplateToken.traverse(root)) {
    files.set(token, file);
    if (key !== undefined) files.set(key, file);
  }
}

export function placeOf(token: Token): string {
  return `${files.get(token) ?? "?"} (Line: ${token.line ?? "?"}, Col: ${token.col ?? "?"})`;
}

export function refuse(token: Token, problem: string): never {
  throw new WorkflowRefused([`${placeOf(token)}: ${problem}`]);
}

export function child(token: Token | undefined, key: string): Token | undefined {
  return token !== undefined && isMapping(token) ? token.find(key) : undefined;
}

export function mappingOf(token: Token | undefined): MappingToken | undefined {
  return token !== undefined && isMapping(token) ? token : undefined;
}

export function entries(token: Token | undefined): readonly (readonly [string, Token])[] {
  if (token === undefined || !isMapping(token)) return [];
  return Array.from({ length: token.count }, (_, index) => {
    const { key, value } = token.get(index);
    return [key.toString(), value] as const;
  });
}

export function items(token: Token | undefined): readonly Token[] {
  if (token === undefined) return [];
  return isSequence(token) ? Array.from({ length: token.count }, (_, index) => token.get(index)) : [token];
}

/** The text of a scalar that has no expression in it. */
export function literal(token: Token | undefined): string | undefined {
  if (token === undefined || !isLiteral(token)) return undefined;
  return token.toString();
}

/** The source of an `if`, with or without `${{ }}` around it. */
export function conditionSource(token: Token): string {
  return isBasicExpression(token) ? token.expression : (literal(token) ?? "").trim();
}

export function expressionsIn(root: Token): readonly { readonly token: Token; readonly source: string }[] {
  const found: { token: Token; source: string }[] = [];
  for (const [, token, key] of TemplateToken.traverse(root)) {
    if (isBasicExpression(token)) found.push({ token, source: token.expression });
    else if (key !== undefined && ["if", "pre-if", "post-if"].includes(key.toString()))
      found.push({ token, source: conditionSource(token) });
  }
  return found;
}
