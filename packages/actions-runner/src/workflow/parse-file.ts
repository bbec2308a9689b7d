// Workflow and action files as GitHub's parser sees them; a file it reports errors on is refused with them.

import type { TemplateParseResult } from "@actions/workflow-parser";
import { readFileSync } from "node:fs";
import {
  NoOperationTraceWriter,
  convertActionTemplate,
  convertWorkflowTemplate,
  parseAction,
  parseWorkflow,
} from "./github-parser.ts";
import type { MappingToken } from "./read-token.ts";
import { expressionsIn, mappingOf, refuse, rememberFile } from "./read-token.ts";
import { WorkflowRefused } from "../workflow-refused.ts";

// Of ErrorPolicy: converting in spite of errors, so that all of them are reported in one go.
const tryConversion = 1;

export async function parseWorkflowFile(path: string, name: string): Promise<MappingToken> {
  const parsed = parseWorkflow({ name, content: read(path, name) }, new NoOperationTraceWriter());
  if (parsed.value !== undefined)
    await convertWorkflowTemplate(parsed.context, parsed.value, undefined, { errorPolicy: tryConversion });
  return accepted(parsed, name);
}

export function parseActionFile(path: string, name: string): MappingToken {
  const parsed = parseAction({ name, content: read(path, name) }, new NoOperationTraceWriter());
  if (parsed.value !== undefined) convertActionTemplate(parsed.context, parsed.value, { errorPolicy: tryConversion });
  return accepted(parsed, name);
}

function read(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new WorkflowRefused([`${name}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`]);
  }
}

function accepted(parsed: TemplateParseResult, name: string): MappingToken {
  const problems = new Set(parsed.context.errors.getErrors().map((error) => error.message));
  if (problems.size > 0) throw new WorkflowRefused([...problems]);
  const root = mappingOf(parsed.value);
  if (root === undefined) throw new WorkflowRefused([`${name}: is not a mapping`]);
  rememberFile(root, name);
  for (const { token, source } of expressionsIn(root)) {
    if (/\bhashFiles\s*\(/i.test(source)) refuse(token, "hashFiles() is not supported by this runner");
  }
  return root;
}
