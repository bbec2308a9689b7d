import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  besideName,
  type DatabasePlan,
  libpqEnvironment,
  maintenanceOf,
  untimedSql,
  psqlCommand,
  sideName,
} from "../../src/database/postgres.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const src = join(import.meta.dirname, "../../src");

/** Where the database for questions about the server would be the literal one, whatever the plan names. */
const literal = [/psqlCommand\([^)]*?"postgres",/, /database: "postgres"/, /(-d|--dbname=?) ?postgres\b/];

test("the database for questions about the server is the plan's everywhere", () => {
  const files = globSync("{database,stages,presets,checks}/**/*.{ts,sh}", { cwd: src });
  assert.ok(files.length > 300);
  const found = files.filter((file) => {
    const text = readFileSync(join(src, file), "utf8");
    return literal.some((one) => one.test(text));
  });
  assert.deepEqual(found, []);
  assert.equal(maintenanceOf({}), "postgres");
  assert.equal(maintenanceOf({ maintenance: "default_db" }), "default_db");
});

const plan = (over: Partial<DatabasePlan>): DatabasePlan => ({ ...samplePlan().database, ...over });

test("settings go with the connection, or through a pooler as the head of each script", () => {
  const direct = plan({});
  assert.match(libpqEnvironment(direct).PGOPTIONS ?? "", /lock_timeout=30s/);
  assert.equal(psqlCommand(direct, "clinic", "SELECT 1").stdin, `${untimedSql}SELECT 1`);
  const pooled = plan({ connection: { pooler: "session" } });
  assert.equal(libpqEnvironment(pooled).PGOPTIONS, undefined);
  assert.match(psqlCommand(pooled, "clinic", "SELECT 1").stdin ?? "", /^SET statement_timeout = '0';\n[^]*SELECT 1$/);
});

test("names beside: as ever where they are renamed; short and plain where the service changes over, again and again", () => {
  assert.equal(besideName(plan({ name: "clinic" }), "copy", "v1.2.0-7"), "clinic_copy_v1.2.0-7");
  const over = { use: ["use", "{database}"], timeout: 60 };
  let name = "clinic_of_the_north_and_of_the_south_001";
  for (let launch = 0; launch < 5; launch++) {
    name = besideName(plan({ name, switch: over }), "restored", `v1.2.${launch}-7`);
    assert.match(name, /^clinic_of_the_north_and_of_the_south_001_restored_[0-9a-f]{12}$/);
    assert.ok(Buffer.byteLength(name) <= 63);
    assert.equal(sideName(name, "trial", "12345678"), "clinic_of_the_north_and_of_the_south_001_trial_12345678");
  }
});
