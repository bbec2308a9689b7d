import { text as read } from "node:stream/consumers";
import { createKnown } from "../../../src/core/redact/known.ts";
import { redactOutput } from "../../../src/core/redact/redact-output.ts";
import { type Front, TryProblem } from "./front.ts";

/** What of a program's output golive would publish. */
export const says: Front = {
  usage: "[--known NAME,NAME] < TEXT",
  about:
    "what of a program's output is published; --known: names and paths that the plan, the tree or the catalog holds",

  async run(words) {
    return { published: redactOutput(await read(process.stdin), { known: createKnown(factsOf(words)), lines: 6 }) };
  },
};

function factsOf(words: readonly string[]) {
  if (words.length === 0) return {};
  const [option, list, ...more] = words;
  if (option !== "--known" || list === undefined || more.length > 0) throw new TryProblem("only --known NAME,NAME");
  const names = list.split(",").filter((name) => name !== "");
  return {
    names,
    paths: names.filter((name) => name.startsWith("/")),
    files: names.filter((name) => !name.startsWith("/") && /[/.]/.test(name)),
  };
}
