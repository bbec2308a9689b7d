import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DateTime } from "luxon";
import { renderPage } from "../../src/checklist/render.ts";
import { stateLine } from "../../src/checklist/standing-text.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Entry } from "../../src/journal/event.ts";
import { parseJournal } from "../../src/journal/journal.ts";
import { latestRelease, latestTouched, stateOf } from "../../src/journal/state.ts";
import { messagesOf } from "../../src/locale/locale.ts";
import { forecastOf, historyOf } from "../../src/stages/launch/forecast.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const sample = await readFile(new URL("sample.jsonl", import.meta.url), "utf8");
const where = "app-1:/var/lib/golive/journal.jsonl";
const plan = samplePlan();
const messages = messagesOf(plan);
const phases = outline(plan, messages);

/** Numbers from 0 to 1, the same in every run: mulberry32. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const below = (random: Random, end: number) => Math.floor(random() * end);

const oddValues = [null, 7, -1, 1e308, "x", "", "2026-99-99T00:00:00Z", [], ["x"], [null], {}, { id: null }, true];

/** One value of a line, however deep, becomes another or goes away. */
function changeValue(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random() < 0.15) return oddValues[below(random, oddValues.length)];
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const key = keys[below(random, keys.length)];
  if (key === undefined) return oddValues[below(random, oddValues.length)];
  if (random() < 0.2) delete copy[key];
  else copy[key] = changeValue(copy[key], random);
  return copy;
}

function damage(text: string, random: Random): string {
  const at = below(random, text.length);
  const lines = text.split("\n");
  const line = below(random, lines.length - 1);
  const all = (changed: string) => lines.with(line, changed).join("\n");
  const kinds: (() => string)[] = [
    () => text.slice(0, at) + String.fromCharCode(below(random, 128)) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at + 1 + below(random, 60)),
    () => text.slice(0, at) + "\0".repeat(40) + text.slice(at),
    () => text.slice(0, at),
    () => lines.toSpliced(line, 1 + below(random, 5)).join("\n"),
    () => [...lines.slice(line), ...lines.slice(0, line)].join("\n"),
  ];
  const values = () => all(JSON.stringify(changeValue(JSON.parse(lines[line] ?? "null"), random)) ?? "");
  return random() < 0.7 ? values() : (kinds[below(random, kinds.length)] ?? values)();
}

/** What status, checklist, forecast and watch make of it. */
function readAll(entries: readonly Entry[]): void {
  latestTouched(entries);
  const history = historyOf(entries, "");
  assert.ok(history.size >= 0);
  for (const id of new Set([latestRelease(entries) ?? "", ...entries.map(({ release }) => release)])) {
    const state = stateOf(entries, id);
    stateLine(state, messages);
    forecastOf(state);
    if (state.release === null) continue;
    const window = {
      start: DateTime.fromISO(state.release.window.start),
      end: DateTime.fromISO(state.release.window.end),
    };
    renderPage({ plan, release: state.release, phases, state, window, runUrl: "https://g.example/1", messages });
  }
}

test("the sample is whole, and has every kind of entry", () => {
  const entries = parseJournal(sample, where);
  assert.equal(entries.length, sample.split("\n").length - 1);
  assert.ok(new Set(entries.map(({ kind }) => kind)).size >= 14);
  readAll(entries);
});

test("2,000 damaged journals: read, or refused with the line and what to do, and never a bug's words", () => {
  let refused = 0;
  for (let seed = 1; seed <= 2000; seed++) {
    const text = damage(sample, numbersFrom(seed));
    try {
      readAll(parseJournal(text, where));
    } catch (error) {
      assert.ok(error instanceof UserError, `seed ${seed}: ${(error as Error).stack}`);
      assert.match(error.message, /journal\.jsonl:\d+: .*\[journal-damaged\]\n {2}→ /, `seed ${seed}`);
      refused++;
    }
  }
  assert.ok(refused > 600, `${refused} refused`);
});

test("a line in the middle that is damaged is not passed over as one that a crash cut off", () => {
  const lines = sample.split("\n");
  const at = lines.findIndex((line) => line.includes('"deploy.migrate@'));
  const line = lines[at] ?? "";
  for (const changed of [line.replace('"kind":', '"kind"'), line.replace("{", "["), `x${line}`, line.slice(1)])
    assert.throws(() => parseJournal(lines.with(at, changed).join("\n"), where), UserError, changed.slice(0, 60));
  for (const cut of [line.slice(0, 40), line.slice(0, -1), line.slice(0, line.indexOf('"run"') + 10), "\0\0\0"]) {
    const entries = parseJournal(lines.toSpliced(at, 0, cut).join("\n"), where);
    assert.equal(entries.length, lines.length - 1, cut);
  }
});
