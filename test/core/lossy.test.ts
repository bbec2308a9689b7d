import assert from "node:assert/strict";
import { test } from "node:test";
import type { Effect } from "../../src/core/effects/effect.ts";
import { effectTexts } from "../../src/core/effects/effects-text.ts";
import { firstLossy } from "../../src/core/effects/lossy.ts";

const drop: Effect = { does: "drops", words: "DROP COLUMN", on: "clients.phone" };
const fill: Effect = { does: "rewrites", words: "UPDATE", on: "clients", rows: 1200 };
const add: Effect = { does: "adds", words: "ADD COLUMN", on: "clients.fax" };
const file = (name: string, ...rewrites: string[]) => ({ name, drops: [], rewrites });

test("the point of no return is the first that lost something where it ran", () => {
  const read = [file("clinic.0002", "AlterField"), file("clinic.0003", "RunPython")];
  const ran = [
    { name: "clinic.0002", effects: [add] },
    { name: "clinic.0003", effects: [fill, add] },
  ];
  assert.deepEqual(firstLossy(read, ran), {
    name: "clinic.0003",
    drops: [],
    rewrites: ["UPDATE clients (1200 rows)"],
  });
  assert.equal(firstLossy(read, null)?.name, "clinic.0002");
});

test("what depends on the rows stays it, though those of yesterday were spared", () => {
  const [name, said] = ["clinic.0003", ["RunPython: dropped and rewrote nothing on yesterday's data"]];
  assert.deepEqual(firstLossy([file(name, "RunPython", "AlterField")], [{ name, effects: [add] }]), {
    ...{ name, drops: [], rewrites: said },
  });
});

test("a file that nobody could read is none where it only adds", () => {
  const read = [file("db/1_a.js", "not read"), file("db/2_b.js", "not read")];
  assert.equal(firstLossy(read, [{ name: "1_a.js + 2_b.js", effects: [add] }]), null);
  assert.deepEqual(firstLossy(read, [{ name: "1_a + 2_b", effects: [drop, fill] }]), {
    ...{ name: "1_a + 2_b", drops: ["DROP COLUMN clients.phone"], rewrites: ["UPDATE clients (1200 rows)"] },
  });
});

test("what could not be seen where it ran is told as its file was read, never as nothing", () => {
  const ran = [{ name: "1_a", effects: null }];
  assert.deepEqual(firstLossy([file("db/1_a.js", "not read")], ran)?.rewrites, ["not read"]);
  assert.deepEqual(firstLossy([], ran)?.rewrites, ["what it does could not be seen"]);
});

test("of a thousand partitions the first are told, and how many more there are", () => {
  const all = Array.from({ length: 1000 }, (_, i): Effect => ({ ...drop, on: `part_${i}` }));
  assert.equal(effectTexts(all, "drops").length, 9);
  assert.equal(effectTexts(all, "drops").at(-1), "992 more");
});
