import type { Box, Boxes, Version, Word } from "../core/comments/scenarios.ts";
import type { Messages } from "../locale/messages.ts";
import type { PeopleLine } from "../plan/people/lines.ts";
import { plain } from "./markdown.ts";

/** Hidden at the top of the comment with a launch's scenarios. */
export function scenariosMarker(release: string): string {
  return `<!-- golive:scenarios=${release} -->`;
}

/** Whether a comment is the one with the scenarios, of whichever launch. */
export function holdsScenarios(body: string): boolean {
  return body.startsWith(scenariosMarker("").slice(0, -4));
}

/** The comment that people tick: scenarios and steps that they do, each with a box for "works" and one for "does not". */
export function renderScenarios(
  release: string,
  lines: readonly PeopleLine[],
  words: ReadonlyMap<string, Word>,
  { head, messages }: { readonly head: string; readonly messages: Messages },
): string {
  const box = (id: string, of: Box) => `[${words.get(id)?.mark === of ? "x" : " "}]`;
  const titleOf = ({ id, title, kind, owners, required, source }: PeopleLine) =>
    [
      `**${plain(id)}**`,
      plain(title),
      ...(owners.length > 0 ? [owners.map((login) => plain(login)).join(", ")] : []),
      ...(source === "" ? [] : [plain(source)]),
      ...(required ? [] : [kind === "scenario" ? messages.scenarios.optional : messages.manual.optional]),
    ].join(" · ");
  const parts = lines.map((line) => {
    const { id, kind, steps, detail } = line;
    const said = detail.split("\n").filter((text) => text.trim() !== "");
    const broken = kind === "scenario" ? messages.scenarios.broken(plain(id)) : messages.manual.broken(plain(id));
    return [
      `- ${box(id, "pass")} ${titleOf(line)} ${boxMarker(id, "pass")}`,
      ...steps.map((step, index) => `  ${index + 1}. ${plain(step)}`),
      ...said.map((text) => `  - ${plain(text.trim())}`),
      `  - ${box(id, "fail")} ${broken} ${boxMarker(id, "fail")}`,
    ].join("\n");
  });
  return [scenariosMarker(release), head, ...parts, `<sub>${messages.scenarios.how}</sub>`].join("\n\n");
}

function boxMarker(id: string, of: Box): string {
  return `<!-- golive:box=${id}:${of} -->`;
}

/** Which boxes of a text are ticked, whatever else people did to it. */
export function boxesOf(text: string): Boxes {
  const found = new Map<string, Set<Box>>();
  for (const line of text.split(/\r?\n/)) {
    const [, mark, id, box] =
      /^\s*[-*+] \[([ xX])\].*<!-- golive:box=([a-z0-9][a-z0-9_-]*):(pass|fail) -->\s*$/.exec(line) ?? [];
    if (id === undefined || mark === " ") continue;
    found.set(id, (found.get(id) ?? new Set()).add(box as Box));
  }
  return found;
}

/** A version of the comment, from its text. */
export function versionOf({
  at,
  by,
  body,
}: {
  readonly at: string;
  readonly by: string | null;
  readonly body: string;
}): Version {
  return { at, by, boxes: boxesOf(body) };
}
