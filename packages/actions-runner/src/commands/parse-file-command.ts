// What a step writes to GITHUB_OUTPUT, GITHUB_ENV and GITHUB_STATE: `name=value`, or a heredoc for several lines.

type Pair = readonly [name: string, value: string];

export function parseFileCommand(text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    if (isHeredoc(line)) {
      const { pair, end } = readHeredoc(lines, index);
      pairs.push(pair);
      index = end;
    } else {
      pairs.push(readAssignment(line));
    }
  }
  return pairs;
}

/** Whichever of `<<` and `=` comes first says what the line is. */
function isHeredoc(line: string): boolean {
  const equals = line.indexOf("=");
  const heredoc = line.indexOf("<<");
  return heredoc >= 0 && (equals < 0 || heredoc < equals);
}

function readAssignment(line: string): Pair {
  const equals = line.indexOf("=");
  if (equals < 0) throw new Error(`Invalid format '${line}'`);
  if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return [line.slice(0, equals), line.slice(equals + 1)];
}

/** `end`: the index of the line with the delimiter. */
function readHeredoc(lines: readonly string[], index: number): { readonly pair: Pair; readonly end: number } {
  const line = lines[index] ?? "";
  const heredoc = line.indexOf("<<");
  const name = line.slice(0, heredoc);
  const delimiter = line.slice(heredoc + 2);
  if (name === "" || delimiter === "")
    throw new Error(`Invalid format '${line}'. Name and delimiter must not be empty`);
  const end = lines.indexOf(delimiter, index + 1);
  if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  return { pair: [name, lines.slice(index + 1, end).join("\n")], end };
}
