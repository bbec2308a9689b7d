import assert from "node:assert/strict";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import { parsed } from "../../src/plan/camel-keys.ts";
import { namesRelease } from "../../src/presets/commands/commands.ts";
import { type DeployContext, presetOf } from "../../src/presets/preset.ts";
import { deploySchema } from "../../src/presets/schema.ts";
import { inPlace } from "../../src/presets/strategies/in-place/in-place.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { liveCheckout } from "./live-checkout.ts";

const scripts = {
  "bin/install": '#!/bin/sh\nmkdir -p deps && cp app.py deps/lib && echo "$STAGE" > deps/stage\n',
  "bin/build": "#!/bin/sh\nmkdir -p out && [ ! -e .git/nothing ] || exit 0\ncp app.py out/server\n",
  "bin/status":
    '#!/bin/sh\nprintf "\\033[32mUp\\033[0m 001_first\\n"; [ ! -e .git/pending ] || sed "s/^/Down /" .git/pending\n',
  "bin/migrate": '#!/bin/sh\nrm -f .git/pending; echo "$DATABASE_URL" > .git/migrated\n',
  "bin/check": '#!/bin/sh\n[ -n "$DATABASE_URL" ]\n',
  "bin/version": '#!/bin/sh\necho "clinic version 1.2.0 ($STAGE)"\n',
};

const keys = {
  install: ["bin/install"],
  build: [["true"], { run: ["bin/build"], timeout: "20s" }],
  installed: ["deps"],
  built: ["out"],
  check: ["bin/check"],
  version: ["bin/version"],
  env: { STAGE: "production" },
  migrate: { pending: { run: ["bin/status"], lines: "^Down (.*)" }, run: ["bin/migrate"] },
  "database-setting": { url: "DATABASE_URL" },
};

/** A service of scripts, with its third release fetched and checked out. */
async function service(t: TestContext, change: Record<string, unknown> = {}, files: Record<string, string> = {}) {
  const checkout = await liveCheckout(t);
  const { origin, live, root, commit } = checkout;
  await mkdir(join(origin, "bin"));
  for (const [name, text] of Object.entries({ ...scripts, ...files })) {
    await writeFile(join(origin, name), text);
    await chmod(join(origin, name), 0o755);
  }
  await writeFile(join(origin, ".gitignore"), "deps*\nout*\n");
  const third = await commit("third\n", "v1.2.0");
  const settings = join(root, "settings.env");
  await writeFile(settings, "DATABASE_URL=postgres://app:hush@db/clinic\n");
  const given = { preset: "commands", hosts: ["app-1"], directory: live, "env-file": settings, ...keys, ...change };
  const plan = { ...samplePlan(), deploy: parsed(deploySchema, given) };
  const release = { id: "v1.2.0-7", tag: "v1.2.0", commit: third };
  const context: DeployContext = { plan, release, host: localHost("app-1"), directory: live };
  const preset = presetOf(plan);
  await inPlace.parts.fetch?.(context, preset);
  const install = async () => {
    await inPlace.parts.checkout?.(context, preset);
    return inPlace.parts.environment?.(context, preset);
  };
  return { ...checkout, plan, context, preset, install };
}

const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => {
      assert.ok(error instanceof UserError, String(error));
      return error.problems.map(({ code }) => code);
    },
  );

test("installed, built, checked, migrated, and the way back", async (t) => {
  const { context, preset, install, live, first } = await service(t);
  await mkdir(join(live, "out"));
  await writeFile(join(live, "out/server"), "first\n");
  await writeFile(join(live, "out/left"), "of an earlier build\n");
  assert.deepEqual(await install(), { note: "deps, out" });
  assert.deepEqual(await readdir(join(live, "out")), ["server"]);
  assert.equal(await readFile(join(live, "deps/stage"), "utf8"), "production\n");
  assert.deepEqual(await preset.pendingMigrations(context), []);
  await writeFile(join(live, ".git/pending"), "002_more\n003_other\n");
  assert.deepEqual(await preset.migrate(context), { before: ["002_more", "003_other"], left: [] });
  const trial = preset.trial(context, { database: "trial_7", server: undefined, env: {}, url: "DATABASE_URL" });
  await writeFile(join(live, ".git/pending"), "004\n");
  assert.deepEqual(await trial.pending(), ["004"]);
  await trial.apply("004");
  assert.equal(await readFile(join(live, ".git/migrated"), "utf8"), "postgres://app:hush@db/trial_7\n");
  await inPlace.back(context, preset, { commit: first, tag: "v1.0.0" }, false);
  assert.deepEqual((await readdir(join(live, "out"))).toSorted(), ["left", "server"]);
});

test("what commands of the plan can do wrong has a code each, and no passing", async (t) => {
  const shapes: readonly (readonly [code: string, change: Record<string, unknown>, files?: Record<string, string>])[] =
    [
      ["build-made-nothing", { build: ["true"] }],
      ["build-made-nothing", { install: ["mkdir", "-p", "deps"] }],
      ["plan-command-missing", { install: ["golive-no-such-program"] }],
      ["plan-command-missing", { install: ["bin/none"] }],
      ["plan-command-not-executable", { install: ["./app.py"] }],
      ["plan-command-never-ends", { install: { run: ["sleep", "60"], timeout: "1s" } }],
      ["plan-command-fails", { install: ["false"] }],
      ["plan-command-fails", { check: ["false"] }],
      ["version-prints-nothing", { version: ["true"] }],
      ["built-version-differs", { version: ["echo", "1.1.0"] }],
      ["release-program-missing", { check: ["bin/none"] }],
      ["release-program-not-executable", { version: ["./app.py"] }],
    ];
  for (const [code, change] of shapes) {
    const { install } = await service(t, change);
    assert.deepEqual(await codesOf(install()), [code], JSON.stringify(change));
  }
  const { install } = await service(t, { check: ["bin/none"], version: ["./app.py"] });
  assert.deepEqual(await codesOf(install()), ["release-program-missing", "release-program-not-executable"]);
});

test("what of a command means that something is pending", async (t) => {
  const { context, preset } = await service(t);
  const ask = (pending: unknown, run: readonly string[] = ["bin/migrate"]) => {
    const deploy = { ...context.plan.deploy, migrate: { pending, run } } as unknown as DeployContext["plan"]["deploy"];
    return preset.pendingMigrations({ ...context, directory: context.directory, plan: { ...context.plan, deploy } });
  };
  const says = (text: string, code = 0) => ["sh", "-c", `printf '${text}'; exit ${code}`];
  const rule = (text: string, more: object, code = 0) => ({ run: says(text, code), timeout: 5, ...more });
  assert.deepEqual(await ask(says("a\\n\\n b \\n")), ["a", "b"]);
  assert.deepEqual(await ask(says("")), []);
  const lines = "\\[ \\] (\\S+)";
  assert.deepEqual(await ask(rule("app\\n [X] 0001\\n [ ] 0002\\n", { lines })), ["0002"]);
  assert.deepEqual(await ask(rule("\\033[1m [ ] 0003\\033[0m\\r\\n", { lines })), ["0003"]);
  assert.deepEqual(await ask(rule("nothing to do\\n", { lines })), []);
  assert.deepEqual(await ask(rule("", { exit: 1 }, 1)), ["bin/migrate"]);
  assert.deepEqual(await ask(rule("all applied", { exit: [1, 3] })), []);
  assert.deepEqual(await ask(rule(" [ ] 0004\\n", { lines, exit: [3] }, 3)), ["0004"]);
  assert.deepEqual(await ask(rule("it is so\\n", { lines, exit: [3] }, 3)), ["bin/migrate"]);
  assert.deepEqual(await codesOf(ask(rule("", { lines }))), ["pending-prints-nothing"]);
  assert.deepEqual(await codesOf(ask(rule("a\\000b\\n", {}))), ["pending-prints-binary"]);
  assert.deepEqual(await codesOf(ask(rule("\\377\\376\\n", {}))), ["pending-prints-binary"]);
  assert.deepEqual(await codesOf(ask(rule("boom", { exit: 1 }, 2))), ["plan-command-fails"]);
  assert.deepEqual(await codesOf(ask({ run: ["sleep", "60"], timeout: 1 })), ["plan-command-never-ends"]);
  assert.deepEqual(await codesOf(ask(["bin/none"])), ["plan-command-missing"]);
});

test("a version names the release by its tag or its commit, as a word", () => {
  const release = { id: "x", tag: "v1.2.0", commit: "abcdef0123456789abcdef0123456789abcdef01" };
  for (const text of ["v1.2.0", "app 1.2.0\n", "app (abcdef0)", '{"commit":"abcdef012345"}', "app gabcdef01"])
    assert.ok(namesRelease(text, release), text);
  for (const text of ["1.2.01", "11.2.0", "abcdef", "bbcdef01", "1.2.0-dev", ""])
    assert.ok(!namesRelease(text, release), text);
});
