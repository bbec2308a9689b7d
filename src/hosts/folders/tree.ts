import type { PublicFacts } from "../../core/redact/known.ts";
import { tree } from "./scripts.ts";

/**
 * Shell functions that print what a release's tree holds, one thing a line, with a letter in front: `f` a path, `n` what
 * the code gives a name to, `t` the title of a test, `p` a requirement. `tree_of COMMIT` asks git in the current
 * folder, so that nothing counts that a program wrote there; `files_here` looks at the files where there is no git.
 */
export const treeFunctions = `${tree}\n`;

/** Reads what these printed. */
export function factsOfTree(text: string): Required<Pick<PublicFacts, "files" | "names">> {
  const lines = text.split("\n");
  const of = (letter: string) => lines.flatMap((line) => (line.startsWith(`${letter} `) ? [line.slice(2)] : []));
  const files = of("f");
  const named = of("n").flatMap((name) => [name, ...name.split(".")]);
  const migrations = files.flatMap((file) => /(?:^|\/)([\w-]+)\/migrations\/(\w+)\.py$/.exec(file)?.slice(1) ?? []);
  return { files, names: [...named, ...of("t"), ...migrations, ...of("p").flatMap(packageNames)] };
}

/** `Django==4.2` is told as it stands, as `Django`, and as the module that it mostly is. */
function packageNames(requirement: string): string[] {
  const [name = ""] = requirement.split(/[[\s=<>~!;@]/);
  const bare = name === "" ? requirement : name;
  return [requirement.replaceAll(" ", ""), bare, bare.toLowerCase(), bare.replaceAll("-", "_").replace(/_binary$/, "")];
}
