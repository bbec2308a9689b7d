import { msg } from "../core/text/text.ts";

interface Option {
  readonly type: "string" | "boolean";
  readonly multiple?: true;
  readonly default?: string;
  /** What stands for its value in the help. */
  readonly value?: string;
  readonly summary: string;
}

/** Every option of the command line. One name means one thing, whichever command takes it. */
export const optionTable = {
  plan: {
    type: "string",
    default: ".github/golive.yml",
    value: msg`FILE`,
    summary: msg`the plan; .github/golive.yml without it`,
  },
  "ssh-key-file": { type: "string", value: msg`FILE`, summary: msg`the private key that opens the hosts` },
  by: { type: "string", value: msg`NAME`, summary: msg`who does it, for the record` },
  because: { type: "string", value: msg`REASON`, summary: msg`why, for the record` },
  "accept-loss": { type: "string", value: msg`DIGEST`, summary: msg`accept what was shown under this digest` },
  yes: { type: "boolean", summary: msg`accept whatever is set aside` },
  host: { type: "string", value: msg`NAME`, summary: msg`this host of the plan alone` },
  user: { type: "string", value: msg`NAME`, summary: msg`the user that golive runs as there` },
  remove: { type: "string", multiple: true, value: "ID…", summary: msg`remove these` },
  "all-older-than": { type: "string", value: "30d", summary: msg`remove all that is older` },
  json: { type: "boolean", summary: msg`for programs to read` },
  check: { type: "boolean", summary: msg`write nothing; exit 1 when a file is not what would be written` },
  environment: { type: "string", value: msg`NAME`, summary: msg`this environment of the plan alone` },
  repository: { type: "string", value: "OWNER/NAME", summary: msg`whose issue the checklist is` },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof optionTable;

type ValueOf<One> = One extends { readonly multiple: true }
  ? readonly string[]
  : One extends { readonly type: "boolean" }
    ? boolean
    : string;

export type OptionValues = { readonly [Name in OptionName]?: ValueOf<(typeof optionTable)[Name]> };

/** What a command was given. */
export interface Given {
  readonly values: OptionValues;
  /** Words that are no options. */
  readonly words: readonly string[];
}

export type Out = (text: string) => void;

/** What a command writes to. */
export interface Output {
  readonly out: Out;
  readonly err: Out;
}

/** Does the work of a command; an exit code, or nothing for 0. */
export type Run = (given: Given, output: Output) => Promise<void> | Promise<number>;
