import assert from "node:assert/strict";
import { test } from "node:test";
import { writtenAfter } from "../../src/database/written/mark.ts";
import { pairsOf } from "../../src/database/written/pairs.ts";
import type { Column, Table } from "../../src/database/written/written-tables.ts";

test("what was written after a mark: later transactions, and those that ran at that moment", () => {
  assert.equal(writtenAfter(null), "true");
  assert.equal(writtenAfter("741:741:"), "age(t.xmin) BETWEEN 0 AND age('741'::xid)");
  assert.equal(
    writtenAfter("735:741:735,739"),
    "(age(t.xmin) BETWEEN 0 AND age('741'::xid) OR t.xmin::text IN ('735', '739'))",
  );
});

test("an id beyond 32 bits is known by its last 32, as in a row", () => {
  assert.equal(writtenAfter("8589934597:8589934600:"), "age(t.xmin) BETWEEN 0 AND age('8'::xid)");
});

test("the mark of an older golive is an id alone", () => {
  assert.equal(writtenAfter("741"), "age(t.xmin) BETWEEN 0 AND age('741'::xid)");
});

test("what is no mark never gets into SQL", () => {
  for (const odd of ["", "x", "1:2", "1:2:3'", "741; DROP TABLE x", "1:2:-"])
    assert.throws(() => writtenAfter(odd), odd);
});

const column = (name: string, number: number, type = "integer"): Column => ({
  name,
  sql: name,
  number,
  type,
  base: type,
  exact: true,
  numeric: type === "integer",
  collated: false,
  steady: "always",
  altered: false,
});
const table = (name: string, oid: string, columns: readonly Column[], keys: Table["keys"] = []): Table => ({
  name,
  oid,
  sql: `ONLY ${name}`,
  columns,
  keys,
  leaves: [],
});
const keyOf = (now: Table, then: Table) => pairsOf([now], [then], true)[0]?.key.map((both) => both.now.name);

const ab = [column("a", 1), column("b", 2)];
const keys: readonly (readonly [what: string, now: Table["keys"], then: Table["keys"], key: readonly string[]])[] = [
  ["the same on both sides", [["a"]], [["a"]], ["a"]],
  ["one that grew", [["a", "b"]], [["a"]], ["a", "b"]],
  ["one that shrank", [["a"]], [["a", "b"]], ["a", "b"]],
  ["another one, the old one still unique", [["b"], ["a"]], [["a"]], ["a"]],
  ["another one, the old one gone", [["b"]], [["a"]], []],
  ["none now", [], [["a"]], []],
  ["none before", [["a"]], [], []],
];
for (const [what, now, then, key] of keys)
  test(`rows are matched by a key that no two rows share on either side: ${what}`, () => {
    assert.deepEqual(keyOf(table("t", "1", ab, now), table("t", "1", ab, then)), key);
  });

test("in a clone tables and columns are known by their numbers; in a restored database by their names", () => {
  const then = [table("clients", "1", [column("id", 1), column("name", 2)])];
  const now = [table("people", "1", [column("id", 1), column("full_name", 2)])];
  const [cloned] = pairsOf(now, then, true);
  assert.deepEqual(
    cloned?.columns.map((both) => `${both.then.name} ${both.now.name}`),
    ["id id", "name full_name"],
  );
  const [restored] = pairsOf(now, then, false);
  assert.equal(restored?.before, null);
});

test("columns of one side are told", () => {
  const then = [table("t", "1", [column("id", 1), column("old", 2)])];
  const now = [table("t", "9", [column("id", 1), column("new", 2)])];
  const [pair] = pairsOf(now, then, true);
  assert.deepEqual([pair?.added, pair?.gone], [["new"], ["old"]]);
});
