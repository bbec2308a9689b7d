import assert from "node:assert/strict";
import { test } from "node:test";
import { libpqVariables, psqlWords } from "../../src/hosts/postgres/psql.ts";

test("only what a plan says of its connection goes into the environment, and never a password", () => {
  assert.deepEqual(libpqVariables({}), { PGAPPNAME: "golive" });
  assert.deepEqual(
    libpqVariables({
      host: "/run/postgresql",
      port: 5433,
      user: "golive",
      passfile: "/etc/golive/pgpass",
      service: "x",
    }),
    {
      PGHOST: "/run/postgresql",
      PGPORT: "5433",
      PGUSER: "golive",
      PGPASSFILE: "/etc/golive/pgpass",
      PGSERVICE: "x",
      PGAPPNAME: "golive",
    },
  );
});

test("psql reads its script from standard input, with nobody's start-up file and a stop at the first error", () => {
  const words = psqlWords({ database: "clinic", variables: { name: "a b" }, separator: "/" }).join(" ");
  for (const part of ["-X -q -A -t --no-password", "-v ON_ERROR_STOP=1", "-v name=a b", "-F /"])
    assert.ok(words.includes(part), part);
  assert.match(words, /-d clinic -f -$/);
  assert.ok(!psqlWords({ database: "clinic" }).includes("-F"));
});
