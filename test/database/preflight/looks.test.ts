import assert from "node:assert/strict";
import { test } from "node:test";
import { looks } from "../../../src/database/preflight/looks/registry.ts";

/** For each look what its SQL may print, and the codes of what that means. The real answers are in preflight.test.ts. */
const examples: Readonly<Record<string, readonly (readonly [rows: readonly object[], codes: readonly string[]])[]>> = {
  prepared: [[[{ gid: "transfer", seconds: 61 }], ["db-prepared-transaction"]]],
  transaction: [[[{ role: "app", program: "cron", seconds: 900, pid: 7 }], ["db-long-transaction"]]],
  replication: [
    [
      [
        { part: "slot", name: "to_lake" },
        { part: "walsender", name: "" },
      ],
      ["db-replication"],
    ],
  ],
  session: [
    [[{ me: "golive", role: "app", superuser: false, ends: true, sees: true }], []],
    [[{ me: "golive", role: "postgres", superuser: true, ends: false, sees: true }], ["db-no-signal"]],
    [[{ me: "golive", role: "app", superuser: false, ends: false, sees: false }], ["db-no-signal", "db-no-sight"]],
  ],
  taken: [[[{ name: "clinic_before_v2" }], ["db-name-taken"]]],
  role: [
    [
      [
        { why: "grantor", me: "golive", name: "app" },
        { why: "gone", me: "golive", name: "16390" },
      ],
      ["db-role-missing", "db-role-missing"],
    ],
  ],
  extension: [[[{ why: "untrusted", me: "golive", name: "postgis" }], ["db-extension-missing"]]],
  unreadable: [[[{ me: "golive", name: "public.patients" }], ["db-not-readable"]]],
  setting: [[[{ me: "golive", name: "log_statement" }], ["db-setting"]]],
  "extension-rows": [
    [[{ name: "topology.layer (postgis)", rows: 0, added: false }], []],
    [[{ name: "public.q (postgis)", rows: 0, added: true }], ["db-extension-member"]],
    [[{ name: "topology.layer (postgis)", rows: 3 }], ["db-extension-rows"]],
  ],
  "extension-version": [[[{ name: "postgis", was: "3.3", is: "3.4" }], ["db-extension-version"]]],
  "collation-version": [[[{ was: "2.31", is: null }], ["db-collation-version"]]],
  tablespace: [[[{ me: "golive", name: "fast" }], ["db-tablespace"]]],
  collation: [
    [
      [
        { part: "collation", name: "public.ru", was: "1", is: "2" },
        { part: "template", name: "template0", was: "1", is: null },
      ],
      ["db-index-collation-version", "db-template-collation-version"],
    ],
  ],
  worker: [
    [[{ me: "golive", type: "pg_cron launcher", ends: true, comesBack: true }], []],
    [[{ me: "golive", type: "pg_cron launcher", ends: true, comesBack: false }], ["db-worker-not-back"]],
    [[{ me: "golive", type: "pg_cron launcher", ends: false, comesBack: false }], ["db-worker"]],
  ],
  limit: [
    [
      [
        { of: "database", me: "golive", limit: 2, needed: 5, used: 0 },
        { of: "role", me: "golive", limit: 2, needed: 5, used: 1 },
        { of: "server", me: "golive", limit: 97, needed: 5, used: 96 },
      ],
      ["db-connection-limit", "db-connection-limit", "db-connection-limit"],
    ],
  ],
  locks: [[[{ needed: 9000, used: 3, room: 7808, now: 64, wanted: 128 }], ["db-lock-room"]]],
  "session-setting": [[[{ name: "statement_timeout", value: "5000" }], ["db-options-lost"]]],
  "extension-home": [[[{ name: "contrib_regression" }], ["db-extension-home"]]],
  file: [
    [
      [
        { part: "relation", name: "public.visits" },
        { part: "library", name: "$libdir/gone" },
      ],
      ["db-files-missing", "db-library-missing"],
    ],
  ],
  "system-schema": [[[{ name: "pg_catalog.mine" }], ["db-in-system-schema"]]],
  "constraint-triggers": [[[{ name: "public.visits" }], ["db-foreign-keys-off"]]],
  "system-grants": [[[{ name: "tables" }], ["db-system-grants"]]],
  "superuser-only": [[[{ me: "golive", name: "event trigger audit" }], ["db-superuser-only"]]],
  "login-trigger": [[[{ me: "golive", name: "audit" }], ["db-login-trigger"]]],
  "not-restorable": [[[{ name: "index i of public.t", state: "42883", said: "no function" }], ["db-not-restorable"]]],
};

test("every look is asked under its own kind, and has its example", () => {
  const kinds = looks.map(({ kind }) => kind);
  assert.deepEqual(kinds.toSorted(), Object.keys(examples).toSorted());
  for (const { kind, sql } of looks) {
    assert.deepEqual([...new Set([...sql.matchAll(/'kind', '([\w-]+)'/g)].map(([, found]) => found))], [kind]);
    assert.ok(sql.endsWith("\n"), `${kind}: the next one begins on a line of its own`);
  }
});

for (const { kind, problems } of looks)
  test(`what is found by the look for ${kind} is told with its code and its mend`, () => {
    for (const [rows, codes] of examples[kind] ?? []) {
      const found = problems(
        rows.map((row) => ({ kind, ...row })),
        { database: "clinic", copy: true },
      );
      assert.deepEqual(
        found.map(({ code }) => code),
        codes,
      );
      for (const { what, mend } of found) assert.ok(what !== "" && mend !== undefined, kind);
    }
  });
