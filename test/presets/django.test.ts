import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { localHost } from "../../src/hosts/local.ts";
import { commandWords } from "../../src/hosts/words.ts";
import { inPlace } from "../../src/presets/strategies/in-place/in-place.ts";
import { type DeployContext, presetOf, type Previous } from "../../src/presets/preset.ts";
import type { PlacePart } from "../../src/presets/strategy.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { liveCheckout } from "./live-checkout.ts";

/** Stands in for the environment's interpreter: `pip` leaves a mark in the environment, all else is written down. */
const interpreter = `#!/bin/sh
here=$(dirname "$0")
echo "$*" >> "$here/../../.git/asked"
case "$*" in
  *"pip install"*) echo new > "$here/../packages"; [ ! -e "$here/../../.git/fail" ] || { echo "ERROR: no such package" >&2; exit 1; } ;;
  *showmigrations*) printf '[X]  clinic.0001_initial\\n[ ]  clinic.0002_ends_at\\n[ ]  auth.0003_more\\n' ;;
esac
`;

async function withEnvironment(t: Parameters<typeof liveCheckout>[0]) {
  const checkout = await liveCheckout(t);
  const venv = join(checkout.live, ".venv");
  await mkdir(join(venv, "bin"), { recursive: true });
  await writeFile(join(venv, "bin/python"), interpreter, { mode: 0o755 });
  await writeFile(join(venv, "packages"), "old\n");
  const packages = () => readFile(join(venv, "packages"), "utf8");
  const beside = async () => (await readdir(checkout.live)).filter((name) => name.startsWith(".venv")).toSorted();
  const asked = async () =>
    (await readFile(join(checkout.live, ".git/asked"), "utf8").catch(() => "")).trim().split("\n");
  const django = presetOf(checkout.context.plan);
  const part = (name: PlacePart, context: DeployContext) =>
    inPlace.parts[name]?.(context, django) ?? Promise.reject(new Error(name));
  const back = (context: DeployContext, previous: Previous, collect: boolean) =>
    inPlace.back(context, django, previous, collect);
  return { ...checkout, venv, packages, beside, asked, part, back, django };
}

test("the environment is kept before it is changed, once per launch", async (t) => {
  const { context, packages, beside, venv, asked, part } = await withEnvironment(t);
  assert.deepEqual(await part("environment", context), { note: "requirements.txt" });
  assert.equal(await packages(), "new\n");
  assert.deepEqual(await beside(), [".venv", ".venv.golive-before-v1.1.0-7"]);
  await part("environment", context);
  assert.equal(
    await readFile(`${venv}.golive-before-v1.1.0-7/packages`, "utf8"),
    "old\n",
    "a second try keeps the first copy",
  );
  assert.deepEqual(
    await asked(),
    Array.from(
      { length: 2 },
      () => "-m pip install --disable-pip-version-check --no-input --quiet -r requirements.txt",
    ),
  );
});

test("what earlier launches kept is dropped, what this one kept is not", async (t) => {
  const { context, beside, venv, part } = await withEnvironment(t);
  await mkdir(`${venv}.golive-before-v0.9-1`);
  await part("environment", context);
  assert.deepEqual(await beside(), [".venv", ".venv.golive-before-v1.1.0-7"]);
});

test("the way back: code and environment as they were, after a success and after a failure", async (t) => {
  for (const fails of [false, true]) {
    const { context, packages, beside, first, live, part, back } = await withEnvironment(t);
    await part("fetch", context);
    await part("checkout", context);
    if (fails) await writeFile(join(live, ".git/fail"), "");
    const installed = part("environment", context);
    await (fails ? assert.rejects(installed) : installed);
    const previous = { commit: first, tag: "v1.0.0" };
    assert.deepEqual(await back(context, previous, false), { note: "v1.0.0, environment as before" });
    assert.equal(await packages(), "old\n");
    assert.equal(await readFile(join(live, "app.py"), "utf8"), "first\n");
    assert.deepEqual(await beside(), [".venv"]);
    assert.deepEqual(await back(context, previous, false), { note: "v1.0.0" }, "again without harm");
    assert.equal(await packages(), "old\n");
  }
});

test("the way back goes on where it was cut off", async (t) => {
  const { context, packages, beside, venv, first, live, part, back } = await withEnvironment(t);
  await part("environment", context);
  const { rename } = await import("node:fs/promises");
  await rename(venv, join(live, ".venv.golive-failed-v1.1.0-7"));
  await back(context, { commit: first, tag: "v1.0.0" }, false);
  assert.equal(await packages(), "old\n");
  assert.deepEqual(await beside(), [".venv"]);
});

test("static files are collected for the plan that wants them", async (t) => {
  const { context, django, plan, first, asked, back } = await withEnvironment(t);
  assert.deepEqual(await django.static({ ...context, plan: plan({ collectStatic: false }) }), {
    skipped: true,
    note: "the plan says so",
  });
  assert.deepEqual(await django.static(context), {});
  await back(context, { commit: first, tag: "v1.0.0" }, true);
  assert.deepEqual(
    await asked(),
    Array.from({ length: 2 }, () => "manage.py collectstatic --noinput --verbosity 0"),
  );
});

test("pending migrations are those without a cross", async (t) => {
  const { context, django } = await withEnvironment(t);
  assert.deepEqual(await django.pendingMigrations(context), ["clinic.0002_ends_at", "auth.0003_more"]);
});

test("settings are read from the file, and nothing in it is evaluated", async (t) => {
  const { context, django, plan, root, live } = await withEnvironment(t);
  const file = join(root, "settings of ours");
  await writeFile(
    file,
    "# comment\n; another\n\nPLAIN=a b\nQUOTED=\"two  words\"\nSINGLE='it is'\nSHELL_LIKE=$(touch hacked) `id` $HOME\nEQUALS=a=b=c\nnonsense\nEMPTY=\nLAST=no newline",
  );
  const made = django.command({ ...context, plan: plan({ envFile: file }) }, ["env"], 60);
  assert.equal(made.label, "env");
  const { stdout } = await context.host.run(made);
  for (const line of [
    "PLAIN=a b",
    "QUOTED=two  words",
    "SINGLE=it is",
    "SHELL_LIKE=$(touch hacked) `id` $HOME",
    "EQUALS=a=b=c",
    "EMPTY=",
    "LAST=no newline",
    "PYTHONDONTWRITEBYTECODE=1",
  ])
    assert.ok(stdout.split("\n").includes(line), line);
  assert.ok(!(await readdir(live)).includes("hacked"));
  assert.equal(
    (
      await context.host.attempt(
        django.command({ ...context, plan: plan({ envFile: join(root, "none") }) }, ["env"], 60),
      )
    ).code === 0,
    false,
  );
});

test("a program's standard input is not eaten by the settings", async (t) => {
  const { context, django, plan, root } = await withEnvironment(t);
  const file = join(root, "settings");
  await writeFile(file, "A=1\n");
  const { stdout } = await context.host.run({
    ...django.command({ ...context, plan: plan({ envFile: file }) }, ["cat"], 60),
    stdin: "typed",
  });
  assert.equal(stdout, "typed");
});

test("the words of a migration run as the owner, in the checkout", () => {
  const plan = samplePlan({ deploy: { runAs: "clinic", envFile: "/etc/clinic.env" } });
  const made = presetOf(plan).command(
    { plan, host: localHost("app-1"), release: { id: "", tag: "", commit: "" }, directory: "/srv/clinic" },
    ["./manage", "x"],
    60,
  );
  assert.deepEqual(
    [made.user, made.cwd, made.args.slice(2)],
    ["clinic", "/srv/clinic", ["sh", "/etc/clinic.env", "./manage", "x"]],
  );
  assert.ok(commandWords(made).includes("clinic"));
  assert.deepEqual(presetOf(plan).programs(plan), ["git", "curl", "/usr/bin/python3", "od", "awk"]);
});
