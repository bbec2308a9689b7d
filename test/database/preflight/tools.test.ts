import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { toolProblems } from "../../../src/database/preflight/tools.ts";

describe("client programs beside a server of another version", () => {
  const codes = (server: number, dump: number, restore = dump) => {
    const versions = new Map([
      ["pg_dump", dump],
      ["pg_restore", restore],
    ]);
    return toolProblems({ missing: [], versions }, server * 10000 + 3).map(({ code }) => code);
  };
  const refused = ["db-version-mismatch"];

  test("of the same version", () => {
    for (const major of [13, 15, 16, 17, 18]) assert.deepEqual(codes(major, major), []);
  });
  test("older: pg_dump refuses", () => {
    assert.deepEqual(codes(16, 15), refused);
    assert.deepEqual(codes(18, 17), refused);
  });
  test("newer, where the server knows all that pg_restore says to it", () => {
    assert.deepEqual(codes(13, 15), []);
    assert.deepEqual(codes(14, 16), []);
    assert.deepEqual(codes(17, 18), []);
  });
  test("newer by the setting that came with 17", () => {
    assert.deepEqual(codes(16, 17), refused);
    assert.deepEqual(codes(15, 18), refused);
  });
  test("a pg_restore older than the pg_dump", () => {
    assert.deepEqual(codes(14, 16, 15), refused);
  });
});
