/**
 * Whole lines from the beginning, in so many characters; folds and blocks that were open are closed, and `rest` says
 * where the others are.
 */
export function fitText(text: string, most: number, rest: string): string {
  if (text.length <= most) return text;
  const room = most - rest.length - closings.length - 2;
  // No character of two halves is cut between them.
  const cut = text.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, "");
  // A line that is longer than all the room is cut itself.
  const end = cut.includes("\n") ? cut.lastIndexOf("\n") : cut.length;
  return `${closed(cut.slice(0, end))}\n\n${rest}`;
}

const closings = "\n```\n\n</details>\n";

function closed(text: string): string {
  const block = (text.match(/^```/gm) ?? []).length % 2 === 1 ? "\n```" : "";
  const fold = text.lastIndexOf("<details>") > text.lastIndexOf("</details>") ? "\n\n</details>" : "";
  return `${text}${block}${fold}`;
}
