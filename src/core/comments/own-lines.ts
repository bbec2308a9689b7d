/** What a reader does not see: marks of direction, joiners, byte order marks and other characters without a shape. */
const unseen = "\\p{Cf}\\p{Cc}\\uFE00-\\uFE0F\\u115F\\u1160\\u3164\\uFFA0";
/** Those that turn text round are not passed over: what is seen then is not what is there. */
const blank = new RegExp(`^(?![\\u202A-\\u202E\\u2066-\\u2069])[\\s${unseen}]$`, "u");
const anywhere = new RegExp(`[${unseen}]`, "gu");
/** Of a list, and of one in it. */
const bullets = /^(?:(?:[-*+]|\d{1,9}[.)])\s+){1,3}/;
const indented = /^(?: {4}| {0,3}\t)/;

/** Without the white space and the unseen characters around it. */
export function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && blank.test(text[start] ?? "")) start += 1;
  while (end > start && blank.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(start, end);
}

/** Without the unseen characters in it. */
export function seen(text: string): string {
  return text.replaceAll(anywhere, "");
}

export interface OwnLine {
  readonly text: string;
  /** It stands so far to the right that GitHub shows it as code, which people may not have meant. */
  readonly shownAsCode: boolean;
}

export interface OwnLines {
  readonly lines: readonly OwnLine[];
  /** Something stands in a block of code. */
  readonly code: boolean;
}

/**
 * The lines of a comment that its author says: what is quoted, stands in a block of code or in an HTML comment is left
 * out. Without marks of a list and white space in front; an empty line stays one.
 */
export function ownLines(body: string): OwnLines {
  // What else ends a line for some programs does not for GitHub, and so does not end a quotation.
  const lines = body.split(/\r\n|[\n\r]/);
  const ends = commentsEnd(lines);
  const own: OwnLine[] = [];
  let fence: string | null = null;
  let hidden = false;
  let code = false;
  for (const [index, raw] of lines.entries()) {
    if (fence !== null) {
      if (closes(raw, fence)) fence = null;
      else code ||= trimmed(raw) !== "";
      continue;
    }
    const visible = hidden ? afterComment(raw) : raw;
    if (visible === null) continue;
    hidden = false;
    fence = fenceOf(visible);
    if (fence !== null) continue;
    const { text, open } = withoutComments(visible, ends[index + 1] ?? false);
    hidden = open;
    const line = trimmed(trimmed(text).replace(bullets, ""));
    const last = own.at(-1);
    const opens = last === undefined || last.text === "" || last.shownAsCode;
    if (!line.startsWith(">")) own.push({ text: line, shownAsCode: opens && line !== "" && indented.test(visible) });
  }
  return { lines: own, code };
}

/** Three or more of the same open a block of code; in a line of backticks no other may follow. */
function fenceOf(line: string): string | null {
  return /^\s*(?:[-*+]\s+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
}

function closes(line: string, fence: string): boolean {
  const [, end = ""] = /^\s*(`{3,}|~{3,})\s*$/.exec(line) ?? [];
  return end.startsWith(fence);
}

function afterComment(line: string): string | null {
  const end = line.indexOf("-->");
  return end < 0 ? null : line.slice(end + 3);
}

/** HTML comments taken out of a line; `open`: the last one goes on below. */
function withoutComments(line: string, endsBelow: boolean): { text: string; open: boolean } {
  const text = line.includes("-->") ? line.replaceAll(/<!--[\s\S]*?-->/g, "") : line;
  const start = text.indexOf("<!--");
  if (start < 0) return { text, open: false };
  // At the beginning of a line it hides everything; behind other text only when it ends in the same paragraph.
  const hides = trimmed(text.slice(0, start)) === "" || endsBelow;
  return hides ? { text: text.slice(0, start), open: true } : { text, open: false };
}

/** Of each line, whether an HTML comment ends there or below it in the same paragraph. */
function commentsEnd(lines: readonly string[]): boolean[] {
  const ends: boolean[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? "";
    ends[index] = line.includes("-->") || ((ends[index + 1] ?? false) && trimmed(line) !== "");
  }
  return ends;
}
