import type { Known } from "./known.ts";
import { sqlstateClasses } from "./sqlstates.ts";
import type { Tell } from "./template.ts";
import { exceptionPackages, exceptions } from "./words.ts";

/** A class of an exception with its message behind it, as Python, Node, Ruby, PHP, Java and .NET print it. */
const heads: readonly RegExp[] = [
  /^(?:E {3,}| {2})?((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?:: (.*))?$/,
  new RegExp(
    '^(?:Uncaught |Unhandled rejection |Unhandled exception[.:] |Exception in thread "[\\w.-]{1,40}" |Caused by: )' +
      "((?:[A-Za-z_]\\w*\\.)*[A-Za-z_]\\w*)(?: \\[\\w+\\])?(?:: (.*))?$",
  ),
  /^((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*) \[(?:ERR_)?[A-Z_0-9]+\](?:: (.*))?$/,
  /^(?:PHP )?(?:Fatal error: {1,2})?Uncaught ((?:[A-Za-z_]\w*\\)*[A-Za-z_]\w*)(?:: (.*))?$/,
  /^((?:[A-Z]\w*::)*[A-Z]\w*)(?:: (.*))?$/,
];

/** `app/models/x.rb:12:in 'y': message (NoMethodError)` */
const ruby = /^(?:from )?([\w./-]+\.rb):(\d{1,6}):in [`'].*: .* \(((?:[A-Z]\w*::)*[A-Z]\w*)\)$/;

/** A line of code that an exception passed through. */
const frames: readonly RegExp[] = [
  /^File "([^"]+)", line (\d{1,6})(?:, in .*)?$/,
  /^at (?:.* )?\(?(?:file:\/\/)?([\w./@-]+\.[cm]?[jt]sx?):(\d{1,6}):\d{1,6}\)?$/,
  /^(?:from )?([\w./-]+\.rb):(\d{1,6}):in .*$/,
  /^#\d{1,3} ([\w./-]+\.php)\((\d{1,6})\): .*$/,
];

/** pytest and warnings: `clinic/models.py:12: ValueError`. */
const placed = /^([\w./-]+\.\w{1,4}):(\d{1,6}): ([\w.]+)(?:: .*)?$/;

/** Where an exception passed: the file of the release, or null for any other line; empty when the file is not known. */
export function frameOf(line: string, known: Known): string | null {
  if (ruby.test(line)) return null;
  for (const frame of frames) {
    const found = frame.exec(line);
    if (found) return shownPlace(found[1] ?? "", found[2] ?? "", known);
  }
  return null;
}

/** What is told of the line that names an exception; null when the line is none, or its class is not known. */
export function raisedOf(line: string, known: Known, tell: Tell, traced: boolean): string | null {
  const [, file, number = "", thrown = ""] = ruby.exec(line) ?? placed.exec(line) ?? [];
  if (file !== undefined) return withPlace(shownClass(thrown, known, false), file, number, known);
  for (const head of heads) {
    const [, name = "", message = ""] = head.exec(line) ?? [];
    const shown = name === "" ? null : shownClass(name, known, traced);
    if (shown !== null) return withMessage(shown, message === "" ? null : tell(message));
  }
  return null;
}

function withMessage(shown: string, message: string | null): string {
  return message === null ? shown : `${shown}: ${message}`;
}

function withPlace(shown: string | null, file: string, line: string, known: Known): string | null {
  if (shown === null) return null;
  const place = shownPlace(file, line, known);
  return place === "" ? shown : `${shown} at ${place}`;
}

function shownPlace(file: string, line: string, known: Known): string {
  const shown = known.shownPath(file);
  return shown === null ? "" : `${shown.replace(/^…\//, "")}:${line}`;
}

/** Behind a traceback a line that looks like a class is one; elsewhere anyone may have written it. */
function shownClass(name: string, known: Known, traced: boolean): string | null {
  const parts = name.split(/\.|::|\\/);
  const last = parts.at(-1) ?? "";
  const listed = exceptions.has(last) || sqlstateClasses.has(last) || known.isName(last);
  const looksLikeOne = /^[A-Z]\w{2,60}(?:Error|Exception|Warning)$/.test(last);
  if (!listed && !(traced && looksLikeOne)) return null;
  // A name of the tree is a class only if it is used as one.
  if (!exceptions.has(last) && !sqlstateClasses.has(last) && !looksLikeOne) return null;
  const told = parts.slice(0, -1).every((part) => exceptionPackages.has(part) || known.isName(part));
  return told ? name : last;
}
