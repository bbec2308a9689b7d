// Which files hold tests, which of them are unit tests, and in what order they start.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Those take hours, and run with `script/test long` alone. */
const long = [
  /^test\/long\//,
  /^test\/e2e\/(hosts-restart|killed|planted)\.test\.ts$/,
  /^test\/cases\/(applications|database-roles)\.test\.ts$/,
  // Its databases one by one; with every change the same is held over the corpus of test/cases/database.
  /^test\/database\/preflight\/night\.test\.ts$/,
] as const;
/** Of those a part runs with every change, and all with `script/test long`. */
const both = [
  /^test\/e2e\/faults\//,
  /^test\/e2e\/services\.test\.ts$/,
  /^test\/cases\/(mutations|nightly)\.test\.ts$/,
  /^test\/database\/versions\.test\.ts$/,
] as const;

const matches = (file: string, patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(file));

function allFiles(): string[] {
  const below = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules"))
      .map((name) => join(folder, name));
  return [...below("test"), ...below("packages")].toSorted();
}

/** What starts a server or another program, or reaches the network. */
const reachesOut = /^node:(child_process|cluster|dgram|http|http2|https|net|tls|worker_threads)$/;
/** golive's own ways to run commands on a machine. */
const machines = /^src\/hosts\/(local|ssh|connection|execute)\b/;
const usesDist = /["'`/]dist["'`/]/;

interface Look {
  readonly reason: string | null;
  readonly next: readonly string[];
}

/**
 * Why a file is no unit test; null: it is one. What it imports is followed through the tests' own files, not into
 * src/: there it is what a test does that counts, not what it could do.
 */
export function notUnit(file: string, read: (file: string) => string = readFromTree): string | null {
  const seen = new Set([file]);
  for (const one of seen) {
    const { reason, next } = look(one, read(one));
    if (reason !== null) return reason;
    for (const found of next) seen.add(found);
  }
  return null;
}

function look(file: string, text: string): Look {
  const code = text.replaceAll(/^\s*\/\/.*$/gm, "");
  if (usesDist.test(code)) return { reason: `${file} reads dist/`, next: [] };
  const next: string[] = [];
  for (const imported of importsOf(code)) {
    if (reachesOut.test(imported)) return { reason: `${file} imports ${imported}`, next: [] };
    if (imported.startsWith("@golive/")) return { reason: `${file} imports ${imported}`, next: [] };
    if (!imported.startsWith(".")) continue;
    const target = normalize(join(dirname(file), imported));
    if (target.startsWith("packages/rehearsal/") || machines.test(target))
      return { reason: `${file} imports ${target}`, next: [] };
    if (target.endsWith(".ts") && !target.startsWith("src/")) next.push(target);
  }
  return { reason: null, next };
}

/** Of values: nothing is left of a type when the code runs. */
function importsOf(code: string): string[] {
  const still = [...code.matchAll(/^(?:import|export)\s+(?!type\s)(?:([^;"']*?)\s*from\s+)?"([^"]+)"/gm)];
  const values = still.filter(([, bound = "x"]) => !onlyTypes(bound));
  const late = [...code.matchAll(/\bimport\("([^"]+)"\)/g)];
  return [...values.map(([, , path = ""]) => path), ...late.map(([, path = ""]) => path)];
}

function onlyTypes(bound: string): boolean {
  const inside = /^\{([^}]*)\}$/.exec(bound.trim())?.[1];
  if (inside === undefined) return false;
  const names = inside.split(",").map((name) => name.trim());
  return names.filter((name) => name !== "").every((name) => name.startsWith("type "));
}

function readFromTree(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Those that take longest start first, so that all lanes end at about the same time. */
export function longestFirst(files: readonly string[]): string[] {
  const order = slowFiles();
  const place = (file: string) => {
    const at = order.indexOf(file);
    return at < 0 ? order.length : at;
  };
  return files.toSorted((a, b) => place(a) - place(b));
}

/** script/slow-tests.txt: one name a line, longest first. */
export function slowFiles(): string[] {
  return readFromTree("script/slow-tests.txt")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

export const chosen = {
  all: () => longestFirst(allFiles().filter((file) => !matches(file, long))),
  unit: () => allFiles().filter((file) => !matches(file, [...long, ...both]) && notUnit(file) === null),
  long: () => longestFirst(allFiles().filter((file) => matches(file, [...long, ...both]))),
} as const;
