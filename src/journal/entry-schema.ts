import { z } from "zod";
import type { Mark } from "../core/scenarios.ts";
import type { Event, Outcome, StepStatus } from "./event.ts";

// What a later golive adds is left as it is: more keys, and kinds of entries that nobody here reads.

const text = z.string();
const words = z.array(text);
const count = z.number();
const moment = text.refine((value) => !Number.isNaN(Date.parse(value)));
const loose = z.looseObject;
/** Every name of a union, held to it by the compiler. */
const oneOf = <Name extends string>(names: Readonly<Record<Name, true>>) => z.enum(Object.keys(names) as Name[]);

const run = loose({ id: count, attempt: count });
const expected = loose({ seconds: count, spread: count });
const migration = loose({ name: text, drops: words, rewrites: words });
const measure = loose({ bad: count, all: count });

/** Facts that later steps take apart; all others are looked at where they are read. */
const facts = loose({
  forecast: loose({
    launch: expected,
    rollback: expected,
    steps: z.array(loose({ id: text, seconds: count, spread: count })),
    phases: z.array(loose({ id: text, seconds: count })),
  }).optional(),
  noReturn: migration.optional(),
  migrations: z.array(migration).optional(),
  rehearsed: z.array(loose({ name: text })).optional(),
  previous: loose({ commit: text, tag: text, directory: text.optional() }).nullish(),
  copy: loose({ name: text, oid: text, bytes: count, seconds: count }).nullish(),
  passed: words.optional(),
  versions: z.record(text, z.unknown()).optional(),
  totals: loose({ traffic: measure, latency: measure, probes: measure }).optional(),
});

const release = loose({
  id: text,
  tag: text,
  commit: text,
  digest: text,
  issue: count,
  actor: text,
  runId: count,
  window: loose({ start: moment, end: moment }),
});

const statuses = oneOf<StepStatus>({ started: true, done: true, skipped: true, failed: true });
const outcomes = oneOf<Outcome>({ live: true, "rolled-back": true, failed: true, prepared: true });
const marks = oneOf<Mark>({ pass: true, fail: true, none: true });

/** What each kind of entry holds beside its envelope; a kind that is not here does not compile. */
const kinds: { readonly [K in Event["kind"]]: z.ZodType } = {
  opened: loose({ opened: release }),
  approved: loose({ by: words, comment: loose({ id: count, at: text, opening: count }).optional() }),
  waiting: loose({}),
  step: loose({
    step: text,
    status: statuses,
    seconds: count.optional(),
    note: text.optional(),
    facts: facts.optional(),
  }),
  maintenance: loose({ state: z.enum(["on", "off"]), because: text }),
  reopened: loose({ how: text }),
  recalled: loose({ by: words, because: text }),
  overridden: loose({ by: text, because: text }),
  scenario: loose({ scenario: text, mark: marks, by: text, said: moment, note: text.optional() }),
  watch: loose({ change: z.enum(["sev1", "opened", "changed", "closed"]), what: words }),
  course: loose({ from: count, bad: count, all: count, slow: count, timed: count }),
  notice: loose({ key: text, status: z.enum(["sending", "sent", "failed", "unknown"]), id: count.optional() }),
  note: loose({ text }),
  ended: loose({ outcome: outcomes, because: text }),
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
