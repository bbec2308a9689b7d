// An action's definition, refused where it wants something this runner does not do.

import { relative } from "node:path";
import { parseActionFile } from "../workflow/parse-file.ts";
import {
  type Token,
  child,
  conditionSource,
  entries,
  items,
  literal,
  placeOf,
  refuse,
} from "../workflow/read-token.ts";
import { type ActionSource, definitionFile } from "./resolve-action.ts";
import { WorkflowRefused } from "../workflow-refused.ts";

export interface ActionInput {
  readonly name: string;
  readonly required: boolean;
  readonly default: Token | undefined;
  readonly deprecation: string | undefined;
}

export interface NodeRuns {
  readonly using: "node24";
  readonly main: string;
  readonly pre: string | undefined;
  readonly post: string | undefined;
  readonly preIf: string;
  readonly postIf: string;
}

export interface CompositeRuns {
  readonly using: "composite";
  readonly steps: Token | undefined;
}

export interface Action {
  readonly source: ActionSource;
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly (readonly [string, Token | undefined])[];
  readonly runs: NodeRuns | CompositeRuns;
}

export function loadAction(source: ActionSource, used: Token): Action {
  const file = definitionFile(source.directory, used);
  const name = `${source.uses}/${relative(source.directory, file)}`;
  const root = parseActionFile(file, name);
  const runs = child(root, "runs");
  if (runs === undefined) throw new WorkflowRefused([`${name}: has no 'runs' (used at ${placeOf(used)})`]);
  return {
    source,
    inputs: entries(child(root, "inputs")).map(([input, token]) => ({
      name: input,
      required: literal(child(token, "required")) === "true",
      default: child(token, "default"),
      deprecation: literal(child(token, "deprecationMessage")),
    })),
    outputs: entries(child(root, "outputs")).map(([output, token]) => [output, child(token, "value")] as const),
    runs: readRuns(runs),
  };
}

function readRuns(runs: Token): NodeRuns | CompositeRuns {
  const using = literal(child(runs, "using"));
  if (using === "composite") {
    for (const step of items(child(runs, "steps"))) {
      if (child(step, "run") !== undefined && child(step, "shell") === undefined)
        refuse(step, "Required property is missing: shell");
    }
    return { using, steps: child(runs, "steps") };
  }
  if (using !== "node24")
    refuse(
      child(runs, "using") ?? runs,
      `'using: ${using}' is not supported by this runner; it runs node24 and composite actions`,
    );
  const condition = (key: string): string => {
    const token = child(runs, key);
    // Unlike a step's `if`, these are taken as they are, and without one they always hold.
    return token === undefined ? "always()" : conditionSource(token) || "always()";
  };
  return {
    using,
    main: literal(child(runs, "main")) ?? refuse(runs, "Required property is missing: main"),
    pre: literal(child(runs, "pre")),
    post: literal(child(runs, "post")),
    preIf: condition("pre-if"),
    postIf: condition("post-if"),
  };
}
