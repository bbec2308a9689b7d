import { distance } from "fastest-levenshtein";
import { type OwnLine, ownLines, seen, trimmed } from "./own-lines.ts";
import type { Mark } from "./scenarios.ts";

/** What people are asked in a comment, and may answer with `golive go on` and the like. */
export type Reply = "on" | "back" | "accept";

/** What a command is about, and so whose it is to answer it. */
export type Subject = "approval" | "scenario" | "reply";

/** A line of a comment that is a command, or begins like one. */
export type CommentCommand =
  | { readonly kind: "approve"; readonly digest: string }
  /** `scenario` and `note` are empty where nothing stands. */
  | { readonly kind: "scenario"; readonly mark: Mark; readonly scenario: string; readonly note: string }
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "unclear"; readonly meant: Subject };

export interface CommentText {
  readonly commands: readonly CommentCommand[];
  /** Words of the author's that are no command and belong to none. */
  readonly talk: boolean;
}

const words = ["approve", "pass", "fail", "undo"] as const;
type SlashWord = (typeof words)[number];
const marks = { pass: "pass", fail: "fail", undo: "none" } as const;
const replies = new Map<string, Reply>([
  ["go on", "on"],
  ["go back", "back"],
  ["accept", "accept"],
]);
const longestNote = 2000;
/** A command behind another. */
const second = /\s\/(?:approve|pass|fail|undo)(?![\p{L}\p{M}\p{N}_/\\-])/iu;

/** What a comment commands, line by line. Quotations and code are no commands. */
export function commandsOf(body: string): CommentText {
  const commands: CommentCommand[] = [];
  const { lines, code } = ownLines(body);
  let talk = code;
  for (const line of lines) {
    const found = commandsIn(line);
    const last = commands.at(-1);
    if (found.length > 0) commands.push(...found);
    else if (line.text === "") continue;
    // What stands below a word on a scenario says why.
    else if (last?.kind === "scenario") commands.splice(-1, 1, { ...last, note: withMore(last.note, line.text) });
    else talk = true;
  }
  return { commands, talk };
}

/** What a command is about. */
export function subjectOf(command: CommentCommand): Subject {
  if (command.kind === "unclear") return command.meant;
  return command.kind === "approve" ? "approval" : command.kind;
}

/** The only command of a comment that says nothing else; null for any other comment. */
export function onlyCommand({ commands, talk }: CommentText): CommentCommand | null {
  return talk || commands.length !== 1 ? null : (commands[0] ?? null);
}

function commandsIn({ text: line, shownAsCode }: OwnLine): CommentCommand[] {
  const command = slashCommand(line) ?? reply(line) ?? unclear(line);
  if (command === null) return [];
  const more = { kind: "unclear", meant: subjectOf(command) } as const;
  if (shownAsCode) return [more];
  if (!second.test(line)) return [command];
  // Of two on a line only that something fails is taken for sure.
  return command.kind === "scenario" && command.mark === "fail" ? [command, more] : [more];
}

function slashCommand(line: string): CommentCommand | null {
  // A path, or a longer word, is none.
  const [, word = "", rest = ""] = /^\/([a-z]+)(?![\p{L}\p{M}\p{N}\p{Cf}_/\\-])(.*)$/iu.exec(line) ?? [];
  const known = words.find((one) => one === word.toLowerCase());
  if (known === undefined) return null;
  const text = trimmed(rest.replace(/^[\s:,]+/, ""));
  return known === "approve" ? { kind: "approve", digest: bare(text) } : scenarioCommand(known, text);
}

function scenarioCommand(word: Exclude<SlashWord, "approve">, text: string): CommentCommand {
  const [, first = "", rest = ""] = /^([^\s:,;–—]*)([\s\S]*)$/u.exec(text) ?? [];
  const note = noteOf(rest.replace(/^[\s:,;–—-]+/u, ""));
  return { kind: "scenario", mark: marks[word], scenario: bare(first).toLowerCase(), note };
}

function reply(line: string): CommentCommand | null {
  const [, rest = ""] = /^golive\s+(.+)$/i.exec(line) ?? [];
  const known = replies.get(bare(rest).toLowerCase().replaceAll(/\s+/g, " "));
  return known === undefined ? null : { kind: "reply", reply: known };
}

/** Misspelt, with letters that only look alike, behind other signs: nobody's command, and not left unanswered. */
function unclear(line: string): CommentCommand | null {
  const text = folded(line.slice(0, 200)).replace(/^(?:\[x\]|[^\p{L}\p{N}/\\])+/u, "");
  const found = (meant: Subject): CommentCommand => ({ kind: "unclear", meant });
  const [, word] = /^[/\\]+\s*([a-z]+)(?![\p{L}\p{M}\p{N}_/\\-])/u.exec(text) ?? [];
  const like = word === undefined ? undefined : words.find((known) => isLike(word, known));
  if (like !== undefined) return found(like === "approve" ? "approval" : "scenario");
  const [, rest] = /^golive[\s:,]+(\S+(?:\s+\S+)?)$/.exec(text) ?? [];
  const meant = rest !== undefined && [...replies.keys()].some((known) => distance(bare(rest), known) <= 2);
  return meant ? found("reply") : null;
}

function isLike(word: string, known: SlashWord): boolean {
  const [ending] = word.startsWith(known) ? [word.slice(known.length)] : [];
  if (ending !== undefined && /^(?:|d|s|ed|es|ing|ure|al)$/.test(ending)) return true;
  const letters = (text: string) => [...text].toSorted().join("");
  if (letters(word) === letters(known)) return true;
  return distance(word, known) <= (known.length > 4 ? 2 : 1);
}

/** Letters of other alphabets that look like these. */
const alike: Readonly<Record<string, string | undefined>> = {
  ...{ а: "a", в: "b", е: "e", ё: "e", і: "i", к: "k", о: "o", р: "p", с: "c", у: "y", х: "x", ѕ: "s", д: "d", п: "n" },
  ...{ α: "a", ε: "e", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u", ѵ: "v", ԁ: "d", ɑ: "a" },
};

function folded(text: string): string {
  const plain = seen(text.normalize("NFKC")).toLowerCase();
  return plain.replaceAll(/\P{ASCII}/gu, (letter) => alike[letter] ?? letter);
}

/** Without the quotation marks and full stops that people put around a word. */
function bare(text: string): string {
  if (text.length > 200) return `${text.slice(0, 200)}…`;
  return trimmed(text).replaceAll(/^[`"'«»“”‘’„<(*]+|[`"'«»“”‘’>)*.,;:!…]+$/gu, "");
}

function withMore(note: string, line: string): string {
  return note.length < longestNote ? noteOf(`${note} ${line}`) : note;
}

function noteOf(text: string): string {
  return trimmed(text.replaceAll(/\s+/g, " ")).slice(0, longestNote);
}
