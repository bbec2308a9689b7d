import { byCode, type CodeAt } from "./codes.ts";

const head = `# Codes of problems

When golive refuses something or cannot go on, it says what is wrong, where, and what to do. Behind the text, in square
brackets, stands a code: \`there is no such file [plan-file-missing]\`. The text may be in another language and may be
worded better in a later version; the code stays the same.

- **To find out more**, search this page or the documentation for the code.
- **In a script**, look for the code and not for the words:
  \`golive validate plan.yml 2>&1 | grep -F '[plan-host-unknown]'\`.
- **In a bug report**, name the code.

\`{0}\`, \`{1}\` stand for what is put in: a name, a number, a path. *In each case its own words* is said where the text
comes from what was found. The last column is the folder of \`src\` that finds it. This page is made by
\`script/generate\` from the sources.
`;

/** docs/codes.md */
export function codesPage(found: readonly CodeAt[]): string {
  const rows = [...byCode(found)].map(([code, places]) => {
    const texts = [...new Set(places.flatMap(({ texts: said }) => said ?? []))].map(cell);
    const folders = [...new Set(places.map(({ where }) => folderOf(where)))].toSorted();
    return `| \`${code}\` | ${texts.join("<br>") || "*in each case its own words*"} | ${folders.join(", ")} |`;
  });
  return `${head}\n| code | what is said | found in |\n|---|---|---|\n${rows.join("\n")}\n`;
}

function folderOf(where: string): string {
  const parts = where.split("/");
  return parts.slice(0, parts[0] === "stages" ? 2 : 1).join("/");
}

/** For a cell of a table. Of the forms that go with a number, the one of many: files. */
function cell(text: string): string {
  return text
    .replaceAll(/\{\d:[^{}|]*\|([^{}|]*)\|[^{}|]*\}/g, "$1")
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|")
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replaceAll(/[\\<>*_](?!\|)/g, "\\$&")))
    .join("");
}
