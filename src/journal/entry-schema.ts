import { definitionOf } from "./steps/steps.ts";
import { z } from "zod";
import type { Mark } from "../core/comments/scenarios.ts";
import type { Event, Outcome, StepStatus } from "./event.ts";

// What a later golive adds is left as it is: more keys, and kinds of entries that nobody here reads.

const text = z.string();
const words = z.array(text);
// A number that was none when it was written down is null in JSON.
const number = z.number().nullable();
const id = z.number();
const moment = text.refine((value) => !Number.isNaN(Date.parse(value)));
const loose = z.looseObject;
/** Every name of a union, held to it by the compiler. */
const oneOf = <Name extends string>(names: Readonly<Record<Name, true>>) => z.enum(Object.keys(names) as Name[]);

const run = loose({ id, attempt: id });
const step = loose({
  step: text,
  status: oneOf<StepStatus>({ started: true, done: true, skipped: true, failed: true }),
  seconds: number.nullish(),
  note: text.nullish(),
  facts: loose({}).nullish(),
}).superRefine(({ step: id, facts }, context) => {
  // Facts that later steps take apart; all others are looked at where they are read.
  const known = definitionOf(id)?.factsSchema;
  const found = known === undefined || facts == null ? undefined : known.safeParse(facts).error?.issues[0];
  if (found !== undefined) context.addIssue({ code: "custom", path: ["facts", ...found.path], message: found.message });
});

const release = loose({
  id: text,
  tag: text,
  commit: text,
  digest: text,
  issue: id,
  actor: text,
  runId: id,
  window: loose({ start: moment, end: moment }),
});

const outcomes = oneOf<Outcome>({ live: true, "rolled-back": true, failed: true, prepared: true });
const pages = z.enum(["on", "off", "mixed"]);
const counts = loose({ table: text, inserted: number, changed: number, deleted: number, byPeople: number });
const marks = oneOf<Mark>({ pass: true, fail: true, none: true });

/** What each kind of entry holds beside its envelope; a kind that is not here does not compile. */
const kinds: { readonly [K in Event["kind"]]: z.ZodType } = {
  opened: loose({ opened: release }),
  approved: loose({ by: words, comment: loose({ id, at: text, opening: id }).nullish() }),
  waiting: loose({}),
  step,
  maintenance: loose({ state: z.enum(["on", "off"]), because: text }),
  reopened: loose({ how: text, behind: z.boolean().nullish() }),
  recalled: loose({ by: words, because: text }),
  overridden: loose({ by: text, because: text }),
  scenario: loose({ scenario: text, mark: marks, by: text, said: moment, note: text.nullish(), line: text.nullish() }),
  watch: loose({ change: z.enum(["sev1", "opened", "changed", "closed"]), what: words }),
  course: loose({ from: number, bad: number, all: number, slow: number, timed: number }),
  notice: loose({ key: text, status: z.enum(["sending", "sent", "failed", "unknown"]), id: id.nullish() }),
  stuck: loose({ step: text, what: text, again: z.boolean(), page: pages.nullable() }),
  counted: loose({ database: text.nullable(), written: z.array(counts).nullable(), why: text.nullish() }),
  comment: loose({ key: text, status: z.enum(["owed", "written"]), text: text.nullish() }),
  note: loose({ text, key: text.nullish() }),
  cleaned: loose({ items: words, by: text, because: text }),
  ended: loose({ outcome: outcomes, because: text, byHand: loose({ who: text, because: text }).nullish() }),
};

const envelope = loose({ kind: text, at: moment, release: text, run });

/** The key of an entry that is not what golive writes there; null when all are. */
export function oddKey(value: unknown): string | null {
  const outside = envelope.safeParse(value);
  if (!outside.success) return keyOf(outside.error);
  const { kind } = outside.data;
  const inside = Object.hasOwn(kinds, kind) ? kinds[kind as Event["kind"]].safeParse(value) : null;
  return inside === null || inside.success ? null : keyOf(inside.error);
}

function keyOf({ issues: [first] }: z.ZodError): string {
  return (first?.path ?? []).map(String).join(".");
}
