import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

// What stands beside a launch on the control host, as golive wrote it before plans were kept and policies were the default
// branch's (commit 152797b of this repository). test/cases/journals holds what it recorded; journals.test.ts holds this to them.

type Line = Readonly<Record<string, unknown>>;

/** What that golive did not write, by the kind of the line. */
const unknownKeys: Readonly<Record<string, readonly string[]>> = { opened: ["plan"], approved: ["rows"] };
/** What it did not put among the facts of a step, and among those of the copy. */
const unknownFacts = ["closedAt", "answered"];
const unknownOfCopy = ["gone"];
/** Steps that it did not have. */
const unknownSteps = ["prepare.tonight"];
/** Kinds of lines that it did not write. */
const unknownKinds = ["stuck", "counted", "comment", "cleaned"];

/** The digest of then: over the commit and the text of the plan in it. */
export function olderDigest(text: string, commit: string): string {
  return createHash("sha256").update(`${commit}\n`).update(text).digest("hex");
}

/** A journal of today's as it would have been then. `commit`: the launch is of another one, with this plan in it. */
export function olderJournal(journal: string, plan: string, commit?: string): string {
  return journal
    .split("\n")
    .flatMap((text) => (text === "" ? [""] : olderLine(JSON.parse(text) as Line, plan, commit)))
    .join("\n");
}

function olderLine(line: Line, plan: string, commit: string | undefined): string[] {
  const kind = String(line.kind);
  if (unknownKinds.includes(kind) || unknownSteps.includes(String(line.step))) return [];
  const left = Object.entries(line).filter(([key]) => !(unknownKeys[kind] ?? []).includes(key));
  const older = Object.fromEntries(
    left.flatMap(([key, value]) => {
      if (key === "opened") return [[key, olderOwner(value as Line, plan, commit)]];
      if (key !== "facts") return [[key, value]];
      const facts = olderFacts(value as Line);
      const emptied = Object.keys(facts).length === 0 && Object.keys(value as Line).length > 0;
      return emptied ? [] : [[key, facts]];
    }),
  );
  return [JSON.stringify(older)];
}

function olderFacts(facts: Line): Line {
  const left = { ...without(facts, unknownFacts), ...olderMigrated(facts) };
  return left.copy ? { ...left, copy: without(left.copy as Line, unknownOfCopy) } : left;
}

/** The names of the migrations stood beside it, as they were asked for first. */
function olderMigrated({ migrated, migrations }: Line): Line {
  return migrated === true && migrations === undefined ? { migrations: ["clinic.0002_booking_ends_at"] } : {};
}

function without(line: Line, keys: readonly string[]): Line {
  return Object.fromEntries(Object.entries(line).filter(([key]) => !keys.includes(key)));
}

/** What names a release: the opening of a launch, and the lock. */
function olderOwner(owner: Line, plan: string, commit = String(owner.commit)): Line {
  return { ...owner, commit, digest: olderDigest(plan, commit) };
}

/** The same of all that lies in the control directory. */
export async function makeOlder(directory: string, plan: string, commit?: string): Promise<void> {
  const change = async (name: string, to: (text: string) => string) => {
    const path = join(directory, name);
    await writeFile(path, to(await readFile(path, "utf8")), { mode: 0o600 });
  };
  await change("journal.jsonl", (text) => olderJournal(text, plan, commit));
  await change("lock.json", (text) => JSON.stringify(olderOwner(JSON.parse(text) as Line, plan, commit)));
  await rm(join(directory, "plans"), { recursive: true });
}

/**
 * What a journal's lines consist of: each kind, step and status with the types of its values, without texts and figures.
 * At which step a run was lost is chance.
 */
export function shapesOf(journal: string): readonly string[] {
  const lines = journal.split("\n").flatMap((text) => (text === "" ? [] : [JSON.parse(text) as Line]));
  return [...new Set(lines.map((line) => JSON.stringify(shapeOf(line, literalIn(line)))))].toSorted();
}

function literalIn({ status }: Line): readonly string[] {
  return status === "failed" ? ["kind", "status"] : ["kind", "status", "step"];
}

function shapeOf(value: unknown, literal: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== "object" || value === null) return typeof value;
  const sorted = Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(sorted.map(([key, one]) => [key, literal.includes(key) ? one : shapeOf(one)]));
}
