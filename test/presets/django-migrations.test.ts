import assert from "node:assert/strict";
import { test } from "node:test";
import { isMigration, readMigration } from "../../src/presets/django/migrations.ts";

const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    "adds only",
    'operations = [migrations.AddField("a", "b", models.TextField(null=True)), migrations.CreateModel("c", [])]',
    [],
    [],
  ],
  ["drops a column", 'operations = [migrations.RemoveField(model_name="a", name="b")]', ["RemoveField"], []],
  ["drops a table", "operations = [DeleteModel('a')]", ["DeleteModel"], []],
  [
    "rewrites",
    "operations = [migrations.RunPython (f, g), migrations.AlterField('a', 'b', x)]",
    [],
    ["RunPython", "AlterField"],
  ],
  ["says so in a comment only", '"""RemoveField("x")"""\n# RunSQL("DROP TABLE a")\noperations = []', [], []],
];
for (const [what, text, drops, rewrites] of cases) {
  test(`a migration that ${what}`, () =>
    assert.deepEqual(readMigration("shop/orders/migrations/0007_x.py", text), {
      name: "orders.0007_x",
      drops,
      rewrites,
    }));
}

test("which files are migrations", () => {
  assert.deepEqual(
    [
      "a/migrations/0001_x.py",
      "migrations/0001.py",
      "a/migrations/__init__.py",
      "a/models.py",
      "a/migrations/sql/x.py",
    ].map(isMigration),
    [true, true, false, false, false],
  );
});
