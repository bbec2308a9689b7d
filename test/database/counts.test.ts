import assert from "node:assert/strict";
import { test } from "node:test";
import { compareCounts, parseCounts, totalRows } from "../../src/database/counts.ts";

test("counts are read from psql's rows, and nothing else is", () => {
  assert.deepEqual(parseCounts("exit|0\nserver|15.1\ncount|public.clients|3\ncount|public.empty|0\ncount|a|b.odd|7\nbytes|12\n"), { "public.clients": 3, "public.empty": 0, "a|b.odd": 7 });
  assert.deepEqual(parseCounts(""), {});
});

test("what differs is told table by table, in order", () => {
  const cases: readonly [Record<string, number>, Record<string, number>, string[]][] = [
    [{}, {}, []],
    [{ "public.a": 1, "public.b": 0 }, { "public.b": 0, "public.a": 1 }, []],
    [{ "public.a": 1 }, {}, ["table public.a is missing (1 rows)"]],
    [{ "public.a": 0 }, {}, ["table public.a is missing (0 rows)"]],
    [{}, { "public.a": 2 }, ["table public.a should not be there (2 rows)"]],
    [{ "public.a": 3 }, { "public.a": 2 }, ["table public.a has 2 rows instead of 3"]],
    [{ "public.b": 1, "public.a": 1, "public.c": 5 }, { "public.c": 4, "public.d": 0 }, ["table public.a is missing (1 rows)", "table public.b is missing (1 rows)", "table public.c has 4 rows instead of 5", "table public.d should not be there (0 rows)"]],
  ];
  for (const [source, copy, told] of cases) assert.deepEqual(compareCounts(source, copy), told);
});

test("all rows together", () => {
  assert.equal(totalRows({ a: 1, b: 41 }), 42);
  assert.equal(totalRows({}), 0);
});
