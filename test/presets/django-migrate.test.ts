import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { CommandError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import { presetOf } from "../../src/presets/preset.ts";
import { type PlanChange, samplePlan } from "../plan/sample-plan.ts";

const python = "/usr/bin/python3";

function noDjangoHere(): string | false {
  try {
    execFileSync(python, ["-c", "import django"], { stdio: "ignore" });
    return false;
  } catch {
    return "Django is not installed (Debian: python3-django)";
  }
}
const skip = noDjangoHere();

const settings = `
import os
SECRET_KEY = "x"
INSTALLED_APPS = ["clinic"]
HERE = os.path.dirname(os.path.abspath(__file__))
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(HERE, "db.sqlite3")}}
`;

/** As startproject of Django 3.2 and later writes it. */
const manage = `
import os, sys
def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")
    from django.core.management import execute_from_command_line
    execute_from_command_line(sys.argv)
if __name__ == "__main__":
    main()
`;

function migration(operations: string, { after, replaces }: { after?: string; replaces?: readonly string[] } = {}) {
  const replacing = (replaces ?? []).map((name) => `("clinic", "${name}")`);
  return `
from django.db import migrations, models
def fail(apps, editor): raise RuntimeError("no such client")
class Migration(migrations.Migration):
    ${replaces === undefined ? "pass" : `replaces = [${replacing.join(", ")}]`}
    dependencies = [${after === undefined ? "" : `("clinic", "${after}")`}]
    operations = [${operations}]
`;
}

const id = `("id", models.AutoField(primary_key=True))`;
const first = migration(`migrations.CreateModel("Visit", fields=[${id}])`);
const second = migration(`migrations.AddField("Visit", "note", models.TextField(null=True))`, {
  after: "0001_initial",
});
const third = migration(`migrations.RunPython(fail)`, { after: "0002_note" });

/** A Django project in a folder of its own; `files` beside and instead of the usual ones. */
async function project(t: Pick<TestContext, "after">, files: Readonly<Record<string, string>>, path = "manage.py") {
  const directory = await mkdtemp(join(tmpdir(), "golive django's-"));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const base = dirname(path);
  const put = async (name: string, text: string) => {
    const whole = join(directory, base, name);
    await mkdir(dirname(whole), { recursive: true });
    await writeFile(whole, text);
  };
  const all = {
    [path.slice(path.lastIndexOf("/") + 1)]: manage,
    "site_settings.py": settings,
    "clinic/__init__.py": "",
    "clinic/migrations/__init__.py": "",
    "clinic/migrations/0001_initial.py": first,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) await put(name, text);
  await mkdir(join(directory, ".venv/bin"), { recursive: true });
  // The lock of those that work in this checkout lies here.
  await mkdir(join(directory, ".git"));
  await writeFile(join(directory, ".venv/bin/python"), `#!/bin/sh\nexec ${python} "$@"\n`, { mode: 0o755 });
  const deploy: PlanChange["deploy"] = { directory, ...(path === "manage.py" ? {} : { manage: path }) };
  const plan = samplePlan({ deploy });
  const release = { id: "v1.1.0-7", tag: "v1.1.0", commit: "0".repeat(40) };
  const context = { host: localHost("app-1"), plan, release, directory };
  const applied = () =>
    execFileSync(
      python,
      [
        "-c",
        "import sqlite3, sys; [print(n) for n, in sqlite3.connect(sys.argv[1]).execute('select name from django_migrations order by name')]",
        join(directory, base, "db.sqlite3"),
      ],
      { encoding: "utf8" },
    )
      .trim()
      .split("\n");
  return { context, django: presetOf(plan), applied, put };
}

test("what was pending is told with what is left, and then nothing is", { skip }, async (t) => {
  const { context, django, applied } = await project(t, { "clinic/migrations/0002_note.py": second });
  assert.deepEqual(await django.migrate(context), { before: ["clinic.0001_initial", "clinic.0002_note"], left: [] });
  assert.deepEqual(applied(), ["0001_initial", "0002_note"]);
  assert.deepEqual(await django.migrate(context), { before: [], left: [] });
});

test("a squashed migration of applied ones is recorded, though none is pending", { skip }, async (t) => {
  const { context, django, applied, put } = await project(t, { "clinic/migrations/0002_note.py": second });
  await django.migrate(context);
  const replaces = ["0001_initial", "0002_note"];
  const note = `("note", models.TextField(null=True))`;
  const squashed = migration(`migrations.CreateModel("Visit", fields=[${id}, ${note}])`, { replaces });
  await put("clinic/migrations/0001_squashed.py", squashed);
  assert.deepEqual(await django.pendingMigrations(context), []);
  assert.deepEqual(await django.migrate(context), { before: [], left: [] });
  assert.deepEqual(applied(), ["0001_initial", "0001_squashed", "0002_note"]);
});

test("a migration that fails is an error with its words, and those before it stay", { skip }, async (t) => {
  const files = { "clinic/migrations/0002_note.py": second, "clinic/migrations/0003_fails.py": third };
  const { context, django, applied } = await project(t, files);
  await assert.rejects(
    django.migrate(context),
    (error) =>
      error instanceof CommandError && /RuntimeError/.test(error.message) && !/runpy/.test(error.command.label ?? ""),
  );
  assert.deepEqual(applied(), ["0001_initial", "0002_note"]);
});

for (const [what, text] of Object.entries({
  "ends with sys.exit of its main": manage.replace("    main()\n", "    sys.exit(main())\n"),
  "prints words of its own without an end of line": `import sys\nsys.stdout.write("welcome")\n${manage}`,
  "has no guard": manage.replace(`if __name__ == "__main__":\n    main()`, "main()"),
}))
  test(`a manage.py that ${what} is run as well`, { skip }, async (t) => {
    const { context, django } = await project(t, { "manage.py": text });
    assert.deepEqual(await django.migrate(context), { before: ["clinic.0001_initial"], left: [] });
  });

test("a manage.py that hands over to another process is run once for each question", { skip }, async (t) => {
  const handing = manage.replace(
    `    main()\n`,
    `    if os.environ.get("AGAIN"): main()\n    else: os.execvpe(${JSON.stringify(python)}, ["python3", *sys.argv], {**os.environ, "AGAIN": "1"})\n`,
  );
  const { context, django, applied } = await project(t, { "manage.py": handing });
  assert.deepEqual(await django.migrate(context), { before: null, left: [] });
  assert.deepEqual(applied(), ["0001_initial"]);
});

test("a manage.py in a folder of its own finds what lies beside it", { skip }, async (t) => {
  const { context, django } = await project(t, {}, "backend/manage.py");
  assert.deepEqual(await django.migrate(context), { before: ["clinic.0001_initial"], left: [] });
});

const two = `
DATABASES["audit"] = {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(HERE, "audit.sqlite3")}
`;
const mirror = `
DATABASES["replica"] = {**DATABASES["audit"], "TEST": {"MIRROR": "default"}}
del DATABASES["audit"]
`;

async function settingsOf(t: Pick<TestContext, "after">, text: string, deploy: object = {}) {
  const { context, django } = await project(t, { "site_settings.py": text, "audit.sqlite3": "" });
  const { host, plan, directory } = context;
  await host
    .run({
      file: join(directory, ".venv/bin/python"),
      args: ["manage.py", "migrate", "--database", "audit"],
      cwd: directory,
    })
    .catch(() => {});
  const name = join(directory, "db.sqlite3");
  const asked = {
    ...context,
    plan: { ...plan, database: { ...plan.database, name }, deploy: { ...plan.deploy, ...deploy } },
  };
  return (await django.settings(asked as typeof context))?.code ?? null;
}

test("a further database with migrations of its own is refused, unless the plan says whose it is", {
  skip,
}, async (t) => {
  assert.equal(await settingsOf(t, settings), null);
  assert.equal(await settingsOf(t, settings + two), "django-other-databases");
  assert.equal(await settingsOf(t, settings + two, { otherDatabases: ["audit"] }), null);
  assert.equal(await settingsOf(t, settings + two + mirror), null);
  const nowhere = two.replace("audit.sqlite3", "nowhere/audit.sqlite3");
  assert.equal(await settingsOf(t, settings + nowhere), null, "not there, and not made");
  const broken = two.replace("django.db.backends.sqlite3", "django.db.backends.nothing");
  assert.equal(await settingsOf(t, settings + broken), "django-other-database-silent");
  const silent = `
DATABASES["audit"] = {"ENGINE": "django.db.backends.sqlite3", "NAME": HERE}
`;
  assert.equal(await settingsOf(t, settings + silent), "django-other-database-silent");
});
