import type { Known } from "./known.ts";
import { sqlCommands, sqlTypes, systemErrors, programs } from "./words.ts";

/** How a text that stands inside a message is told, or null. */
export type Tell = (text: string) => string | null;

/** What stands for a part of a message that may not be told. */
export const masked = "…";

interface Slot {
  readonly pattern: string;
  /** Of a closed list: what is not on it makes the text another message. */
  readonly closed?: true;
  /** How the part may be told; null when it may not. */
  show(text: string, known: Known, tell: Tell): string | null;
}

const only = (pattern: string): Slot => ({ pattern, closed: true, show: (text) => text });
const listed = (pattern: string, list: ReadonlySet<string>): Slot => ({
  pattern,
  closed: true,
  show: (text) => (list.has(text) ? text : null),
});

const russianErrors = new Map(Object.entries(systemErrors).map(([english, russian]) => [russian, english]));

const encryptions = new Map([
  ["SSL выкл.", "SSL off"],
  ["SSL вкл.", "SSL on"],
  ["без шифрования", "no encryption"],
  ["шифрование SSL", "SSL encryption"],
  ["шифрование GSS", "GSS encryption"],
]);

const npmCodes: ReadonlySet<string> = new Set(
  (
    "E401 E403 E404 E500 EACCES EEXIST EJSONPARSE ELIFECYCLE ENOENT ENOLOCK ENOSPC ENOTEMPTY ENOTFOUND ENOWORKSPACES EPERM ERESOLVE " +
    "ETARGET ETIMEDOUT EUSAGE EBADENGINE EBADPLATFORM EINTEGRITY ECONNREFUSED ECONNRESET EAI_AGAIN EMISSINGARG EINVALIDTAGNAME"
  ).split(" "),
);

const wellKnownPorts = new Set(["22", "80", "443", "5432", "6432", "6379", "3306", "8000", "8080", "9090"]);

/** The kinds of what may vary in a message. */
const slots: Readonly<Record<string, Slot>> = {
  /** Another message: it is told by the same rules. */
  rest: { pattern: ".+", show: (text, _, tell) => tell(text) },
  any: { pattern: ".*?", show: () => null },
  name: { pattern: ".+?", show: (text, known) => (known.isName(text) ? text : null) },
  file: { pattern: ".+?", show: (text, known) => known.shownPath(text) },
  host: { pattern: '[^\\s"]+?', show: (text, known) => (known.isName(text) ? text : null) },
  package: { pattern: "[^\\s'\"]+?", show: shownRequirement },
  module: { pattern: "[\\w.]+?", show: shownModule },
  errno: {
    pattern: ".+?",
    closed: true,
    show: (text) => (text in systemErrors ? text : (russianErrors.get(text) ?? null)),
  },
  type: {
    pattern: ".+?",
    closed: true,
    show: (text) => (sqlTypes.has(text.replace(/\(\d+(?:,\d+)?\)|\[\]/g, "")) ? text : null),
  },
  command: listed("[A-Z][\\w.() ]*?|nextval\\(\\)|setval\\(\\)", sqlCommands),
  program: { pattern: "[\\w./-]+?", closed: true, show: shownProgram },
  encoding: only("(?:UTF-?8|SQL_ASCII|WIN\\d{3,4}|LATIN\\d{1,2}|KOI8[RU]|EUC_\\w{2}|SJIS|GBK|BIG5)"),
  encryption: {
    pattern: ".+?",
    closed: true,
    show: (text) =>
      /^(?:(?:no|SSL|GSS) encryption|SSL (?:on|off))$/.test(text) ? text : (encryptions.get(text) ?? null),
  },
  object: { pattern: ".+?", closed: true, show: shownObject },
  unit: {
    pattern: "[^\\s'\"]+?",
    show: (text, known) => (known.isName(text) || known.isName(withoutSuffix(text)) ? text : null),
  },
  migration: { pattern: "[\\w.]+?", show: (text, known) => (known.isName(text) ? text : null) },
  test: { pattern: "\\S.*?", show: shownTest },
  npm: listed("E[A-Z0-9_]{2,24}", npmCodes),
  mysql: only("[12]\\d{3}"),
  sqlstate: only("[0-9A-Z]{5}"),
  line: only("\\d{1,6}"),
  size: only("\\d{1,6}"),
  code: only("\\d{1,3}"),
  port: { pattern: "\\d{1,5}", show: (text, known) => (known.isName(text) || wellKnownPorts.has(text) ? text : null) },
  signal: only("SIG[A-Z]{2,7}|[1-9]|[1-5]\\d|6[0-4]"),
  q: { pattern: "['\"]", show: () => "'" },
  short: { pattern: "-[A-Za-z]|--[a-z-]{2,24}", show: (text, known) => (known.isName(text) ? text : null) },
};

export interface Template {
  /** Words that a text has to hold before it is worth looking closer. */
  readonly anchor: string;
  /** What is told of a text that is this message and nothing else; null for any other. */
  told(text: string, known: Known, tell: Tell): string | null;
}

/** A message as `words`, told as `told` (the same unless it is a translation): each part in braces is checked by its kind. */
export function template(words: string, told = words): Template {
  const parts = words.split(/\{([^{}]+)\}/);
  const kinds = parts.filter((_, index) => index % 2 === 1);
  const pattern = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : `(${slotOf(part).pattern})`));
  const whole = new RegExp(`^${pattern.join("")}$`, "u");
  const anchor = longest(parts.filter((_, index) => index % 2 === 0));
  return {
    anchor,
    told(text, known, tell) {
      const found = whole.exec(text);
      if (found === null) return null;
      const shown = kinds.map((kind, index) => slotOf(kind).show(found[index + 1] ?? "", known, tell));
      if (kinds.some((kind, index) => shown[index] === null && slotOf(kind).closed === true)) return null;
      return filledIn(
        told,
        kinds,
        shown.map((text) => text ?? masked),
      );
    },
  };
}

/** A translation may put its parts in another order: the n-th part of a kind goes where the n-th of that kind stands. */
function filledIn(told: string, kinds: readonly string[], shown: readonly string[]): string {
  const left = shown.map((text, index) => ({ kind: kinds[index], text }));
  return told.replaceAll(/\{([^{}]+)\}/g, (_, kind: string) => {
    const at = left.findIndex((one) => one.kind === kind);
    return at === -1 ? masked : (left.splice(at, 1)[0]?.text ?? masked);
  });
}

function slotOf(kind: string): Slot {
  const slot = slots[kind];
  if (slot !== undefined) return slot;
  if (!kind.includes("|")) throw new Error(`no kind of part is called ${kind}`);
  return only(
    kind
      .split("|")
      .map((word) => escaped(word))
      .join("|"),
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function longest(texts: readonly string[]): string {
  return texts.reduce((a, b) => (b.length > a.length ? b : a), "");
}

/** `Django==4.2` whole when a requirement of the release says it so, else the package's name alone. */
function shownRequirement(text: string, known: Known): string | null {
  if (known.isName(text)) return text;
  const [name = ""] = text.split(/[[=<>~!;@]/);
  if (!known.isName(name)) return null;
  return name === text ? text : `${name}${masked}`;
}

/** `tests/test_api.py::TestApi::test_ok[7]`: the file and what is known of the rest, parameters never. */
function shownTest(text: string, known: Known): string | null {
  const [file = "", ...names] = text.replace(/\[.*$/s, "").split("::");
  const shown = known.shownPath(file);
  if (shown === null) return null;
  return [shown, ...names.map((name) => (known.isName(name) ? name : masked))].join("::");
}

function shownModule(text: string, known: Known): string | null {
  if (known.isName(text)) return text;
  return known.shownPath(`${text.replaceAll(".", "/")}.py`) === null &&
    known.shownPath(text.replaceAll(".", "/")) === null
    ? null
    : text;
}

function shownProgram(text: string, known: Known): string | null {
  const name = text.slice(text.lastIndexOf("/") + 1);
  if (name === text) return programs.has(name) || known.isName(name) ? name : null;
  return programs.has(name) ? name : known.shownPath(text);
}

/** `table clients`, `function "x"`: the kind of the object is of a closed list, its name has to be known. */
function shownObject(text: string, known: Known): string | null {
  const [, kind = "", name = ""] =
    /^(table|view|column|index|sequence|function|type|schema|constraint|extension|role|trigger|materialized view) (.+)$/.exec(
      text,
    ) ?? [];
  if (kind === "") return null;
  return known.isName(name) ? text : `${kind} ${masked}`;
}

function withoutSuffix(unit: string): string {
  return unit.replace(/\.(?:service|timer|socket|target|path|mount|slice|scope)$/, "");
}
