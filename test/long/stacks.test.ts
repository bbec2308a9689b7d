import assert from "node:assert/strict";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { parse } from "yaml";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { localHost } from "../../src/hosts/local.ts";
import { parsed } from "../../src/plan/camel-keys.ts";
import { type DeployContext, presetOf } from "../../src/presets/preset.ts";
import { deploySchema } from "../../src/presets/schema.ts";
import { inPlace } from "../../src/presets/strategies/in-place/in-place.ts";
import { lacksOf } from "../../src/presets/tag/lacks.ts";
import { tagTree } from "../../src/presets/tag/tree.ts";
import { liveCheckout } from "../presets/live-checkout.ts";
import { samplePlan } from "../plan/sample-plan.ts";

// Go and PHP are Debian's; pnpm and yarn come from the registry, and nothing else does. What is built here is really built.

/** The plan of a stack as docs/presets.md shows it. */
async function shown(stack: string): Promise<Record<string, unknown>> {
  const text = await readFile(new URL("../../docs/presets.md", import.meta.url), "utf8");
  const section = text.slice(text.indexOf(`### ${stack}`));
  const block = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? "";
  return (parse(block) as { deploy: Record<string, unknown> }).deploy;
}

async function service(t: TestContext, files: Record<string, string>, deploy: Record<string, unknown>, settings = "") {
  const checkout = await liveCheckout(t);
  const { origin, live, root, commit } = checkout;
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(origin, name)), { recursive: true });
    await writeFile(join(origin, name), text);
    if (text.startsWith("#!")) await chmod(join(origin, name), 0o755);
  }
  const file = join(root, "settings.env");
  await writeFile(file, settings);
  const release = async (tag: string): Promise<DeployContext> => {
    const made = await commit(`${tag}\n`, tag);
    const given = { ...deploy, hosts: ["app-1"], directory: live, "env-file": file };
    const plan = { ...samplePlan(), deploy: parsed(deploySchema, given) };
    return { plan, host: localHost("app-1"), directory: live, release: { id: `${tag}-7`, tag, commit: made } };
  };
  const launch = async (context: DeployContext) => {
    const preset = presetOf(context.plan);
    const tree = await tagTree(context);
    assert.deepEqual((await lacksOf(context.plan, preset, tree)).problems, []);
    for (const part of ["fetch", "checkout", "environment"] as const) await inPlace.parts[part]?.(context, preset);
    assert.deepEqual(await inPlace.problems(context.host, context.plan), []);
    return preset;
  };
  return { ...checkout, release, launch };
}

test("Go: built with its version, migrated by the binary, and the way back", async (t) => {
  const main = `package main

import (
	"fmt"
	"os"
	"runtime/debug"
)

func main() {
	state := os.Getenv("STATE_FILE")
	switch os.Args[1] {
	case "version":
		info, _ := debug.ReadBuildInfo()
		for _, one := range info.Settings {
			if one.Key == "vcs.revision" {
				fmt.Println("clinic", one.Value)
			}
		}
	case "migrate":
		if len(os.Args) > 2 && os.Args[2] == "status" {
			if _, err := os.Stat(state); err != nil {
				fmt.Println("pending  20250101_bookings")
			} else {
				fmt.Println("applied  20250101_bookings")
			}
			return
		}
		if err := os.WriteFile(state, []byte("applied"), 0o600); err != nil {
			panic(err)
		}
	}
}
`;
  const files = {
    "go.mod": "module example.invalid/clinic\n\ngo 1.19\n",
    "cmd/clinic/main.go": main,
    ".gitignore": "/bin*\n",
  };
  const deploy = await shown("Go");
  const { release, launch, root, live } = await service(t, files, deploy);
  const state = join(root, "state");
  await writeFile(join(root, "settings.env"), `STATE_FILE=${state}\nDATABASE_URL=postgres://db/clinic\n`);
  const first = await release("v2.0.0");
  const preset = await launch(first);
  assert.deepEqual(await preset.pendingMigrations(first), ["20250101_bookings"]);
  assert.deepEqual(await preset.migrate(first), { before: ["20250101_bookings"], left: [] });
  const built = await readFile(join(live, "bin/clinic"));
  const second = await release("v2.1.0");
  await launch(second);
  assert.ok(!built.equals(await readFile(join(live, "bin/clinic"))));
  await inPlace.back(second, preset, { commit: first.release.commit, tag: "v2.0.0" }, false);
  assert.ok(built.equals(await readFile(join(live, "bin/clinic"))), "the very binary of before");
  assert.match(await run(join(live, "bin/clinic"), ["version"]), new RegExp(first.release.commit));
});

// The framework's packages are not to be had everywhere: a script with the words and the output of artisan stands for them.
const artisan = `#!/usr/bin/env php
<?php
$state = getenv("STATE_FILE");
$applied = is_file($state) ? file($state, FILE_IGNORE_NEW_LINES) : [];
$all = array_map(fn ($f) => basename($f, ".php"), glob(__DIR__ . "/database/migrations/*.php"));
switch ($argv[1]) {
  case "about":
    if (getenv("APP_KEY") === false) { fwrite(STDERR, "No application encryption key has been specified.\\n"); exit(1); }
    break;
  case "migrate:status":
    echo "\\n  Migration name .......................... Batch / Status  \\n";
    foreach ($all as $name)
      echo "  $name ", str_repeat(".", 20), in_array($name, $applied) ? " [1] \\033[32mRan\\033[39m  \\n" : " \\033[33mPending\\033[39m  \\n";
    break;
  case "migrate":
    if (!in_array("--force", $argv)) exit(1);
    file_put_contents($state, implode("\\n", $all) . "\\n");
    break;
  case "config:cache":
    file_put_contents(__DIR__ . "/bootstrap/cache/config.php", "<?php return " . var_export(["key" => getenv("APP_KEY")], true) . ";\\n");
    break;
}
`;

test("Laravel: its words and its output, by Debian's PHP and composer", async (t) => {
  const files = {
    artisan,
    "composer.json": '{"name": "example/clinic", "require": {}, "autoload": {"classmap": ["app"]}}\n',
    "composer.lock":
      '{"packages": [], "packages-dev": [], "content-hash": "x", "aliases": [], "minimum-stability": "stable", "prefer-stable": false, "prefer-lowest": false, "stability-flags": [], "platform": [], "platform-dev": []}\n',
    "app/Booking.php": "<?php class Booking {}\n",
    "database/migrations/2025_01_01_000000_create_bookings.php": "<?php\n",
    "bootstrap/cache/.gitignore": "*\n!.gitignore\n",
    ".gitignore": "/vendor*\n",
  };
  const { release, launch, root, live, origin } = await service(t, files, await shown("Laravel"));
  const state = join(root, "state");
  await writeFile(join(root, "settings.env"), `APP_KEY="base64:a b"\nSTATE_FILE=${state}\nDB_DATABASE=clinic\n`);
  const first = await release("v2.0.0");
  const preset = await launch(first);
  assert.match(await readFile(join(live, "vendor/composer/autoload_classmap.php"), "utf8"), /Booking/);
  assert.match(await readFile(join(live, "bootstrap/cache/config.php"), "utf8"), /base64:a b/);
  assert.equal((await preset.migrate(first)).left.length, 0);
  await writeFile(join(origin, "database/migrations/2025_02_02_000000_add_ends.php"), "<?php\n");
  const second = await release("v2.1.0");
  await launch(second);
  assert.deepEqual(await preset.pendingMigrations(second), ["2025_02_02_000000_add_ends"]);
  assert.deepEqual(await preset.migrate(second), { before: ["2025_02_02_000000_add_ends"], left: [] });
  await inPlace.back(second, preset, { commit: first.release.commit, tag: "v2.0.0" }, false);
  assert.match(await readFile(join(live, "bootstrap/cache/config.php"), "utf8"), /base64:a b/);
  await rm(state);
});

/** A registry may be reached through a proxy with certificates of its own. */
const certificates = { NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS ?? "" };

/** The lock file is made by the program itself, as a team does; then a release is built from it. */
for (const manager of ["pnpm", "yarn", "yarn-berry"] as const)
  test(`node: ${manager}, as it comes from the registry`, async (t) => {
    const checkout = await liveCheckout(t);
    const { root, origin, live, commit, context } = checkout;
    const tools = join(root, "tools");
    const pack = { pnpm: "pnpm@9.15.9", yarn: "yarn@1.22.22", "yarn-berry": "@yarnpkg/cli-dist@4.9.2" }[manager];
    await mkdir(tools);
    await run("npm", ["install", "--prefix", tools, "--no-audit", "--no-fund", "--loglevel=error", pack], {
      env: certificates,
    });
    const program = join(tools, "node_modules/.bin", manager === "pnpm" ? "pnpm" : "yarn");
    for (const [name, text] of [
      ["ms", "module.exports = () => 120000"],
      ["left-pad", ""],
    ] as const) {
      await mkdir(join(origin, "libs", name), { recursive: true });
      await writeFile(join(origin, "libs", name, "package.json"), JSON.stringify({ name, version: "1.0.0" }));
      await writeFile(join(origin, "libs", name, "index.js"), text);
    }
    const wanted = { dependencies: { ms: "file:./libs/ms" }, devDependencies: { "left-pad": "file:./libs/left-pad" } };
    const build =
      "node -e \"require('fs').mkdirSync('dist');require('left-pad');require('fs').writeFileSync('dist/a', require('ms')('2m')+'')\"";
    await writeFile(
      join(origin, "package.json"),
      JSON.stringify({ name: "clinic", private: true, scripts: { build }, ...wanted }),
    );
    await writeFile(join(origin, ".gitignore"), "node_modules*\ndist*\n.yarn/\n");
    if (manager === "yarn-berry")
      await writeFile(join(origin, ".yarnrc.yml"), "nodeLinker: node-modules\nenableGlobalCache: true\n");
    await run("sh", ["-c", 'cd "$1" && "$2" install && rm -rf node_modules', "sh", origin, program], {
      env: { CI: "", YARN_ENABLE_IMMUTABLE_INSTALLS: "false" },
    });
    const third = await commit("third\n", "v1.2.0");
    const deploy = parsed(deploySchema, {
      ...{ preset: "node", hosts: ["app-1"], directory: live },
      "manager-program": program,
    });
    const plan = { ...samplePlan(), deploy };
    const release = { id: "v1.2.0-7", tag: "v1.2.0", commit: third };
    const here: DeployContext = { ...context, plan, release };
    const preset = presetOf(plan);
    assert.deepEqual((await lacksOf(plan, preset, await tagTree(here))).problems, []);
    for (const part of ["fetch", "checkout", "environment"] as const) await inPlace.parts[part]?.(here, preset);
    assert.equal(await readFile(join(live, "dist/a"), "utf8"), "120000");
    const there = (name: string) =>
      readFile(join(live, "node_modules", name, "package.json")).then(
        () => true,
        () => false,
      );
    assert.deepEqual([await there("ms"), await there("left-pad")], [true, manager === "yarn-berry"]);
    assert.deepEqual(await inPlace.problems(here.host, plan), []);
  });
