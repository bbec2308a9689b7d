/**
 * A text as lines of a log that a runner reads: none of them is a command to it, whoever wrote the text. A runner takes
 * a line that begins with `::` after any space, and one with `##[` anywhere; characters that are not seen do not part
 * these for it, and a terminal obeys some of them, so all but line breaks go.
 */
export function logText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what ends a line for some reader
  return withoutControls(text.replaceAll(/\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g, "\n"))
    .split("\n")
    .map(lineWithoutCommand)
    .join("\n");
}

/** The same for what has to be one line: a title, a name, the value of a property. */
export function logLine(text: string): string {
  return logText(text.replaceAll(/\s+/g, " ")).trim();
}

function withoutControls(text: string): string {
  return text.replaceAll(
    // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is taken out, whatever it joins
    /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/gu,
    "",
  );
}

function lineWithoutCommand(line: string): string {
  return line.replace(/^(\s*):(?=\s*:)/u, "$1˸").replaceAll(/##(?=\s*(?:vso\s*)?\[)/giu, "# #");
}
