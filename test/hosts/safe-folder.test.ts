import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { script } from "../../src/core/command.ts";
import { type Problem, UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import { requireSafe, safeFolder, safeFolderProblems } from "../../src/hosts/folders/safe-folder.ts";
import { noSudo } from "./throwaway-sudoers.ts";

/** What is wrong by a look that throws it; null when nothing is. */
function problemOf(look: () => void): Problem | null {
  try {
    look();
    return null;
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.problems[0] ?? null;
  }
}

const user = "nobody";
const host = localHost("app-1");

/** What somebody prepared below `$1`, and the folder that golive is told to make for nobody. `null`: it is made. */
const cases: readonly [name: string, prepared: string, path: string, unsafe: string | null][] = [
  ["below a folder of its own", 'install -d -o nobody "$1/own"', "own/a/b", null],
  ["there already, its own", 'install -d -o nobody -m 700 "$1/own/a"; chown nobody "$1/own"', "own/a", null],
  ["in a folder for all, as /var/tmp is", 'install -d -m 1777 "$1/tmp"', "tmp/a", null],
  ["somebody made it first there", 'install -d -m 1777 "$1/tmp"; install -d -o mail "$1/tmp/a"', "tmp/a", "tmp/a"],
  ["somebody's parent there", 'install -d -m 1777 "$1/tmp"; install -d -o mail -m 777 "$1/tmp/a"', "tmp/a/b", "tmp/a"],
  [
    "somebody's link there",
    'install -d -m 1777 "$1/tmp"; install -d -o nobody "$1/own"; ln -s "$1/own" "$1/tmp/a"; chown -h mail "$1/tmp/a"',
    "tmp/a/b",
    "tmp/a",
  ],
  [
    "somebody's link to nowhere",
    'install -d -m 1777 "$1/tmp"; ln -s "$1/none" "$1/tmp/a"; chown -h mail "$1/tmp/a"',
    "tmp/a",
    "tmp/a",
  ],
  [
    "its own link to its own folder",
    'install -d -o nobody "$1/own" "$1/two"; ln -s "$1/two" "$1/own/a"; chown -h nobody "$1/own/a"',
    "own/a/b",
    null,
  ],
  [
    "its own link to a folder of somebody's",
    'install -d -o nobody "$1/own"; install -d -o mail -m 777 "$1/bad"; ln -s "$1/bad" "$1/own/a"; chown -h nobody "$1/own/a"',
    "own/a/b",
    "bad",
  ],
  ["a folder that all may write", 'install -d -o nobody -m 777 "$1/own"', "own/a", "own"],
  [
    "far above, one that all may write",
    'install -d -m 777 "$1/open"; install -d -o nobody "$1/open/own"',
    "open/own/a",
    "open",
  ],
  ["a folder that another group may write", 'install -d -o nobody -g mail -m 775 "$1/own"', "own/a", "own"],
  ["a folder that its own group may write", 'install -d -o nobody -g nogroup -m 775 "$1/own"', "own/a", null],
  ["root's folders on the way", 'install -d "$1/r/s"; install -d -o nobody "$1/r/s/own"', "r/s/own/a", null],
  ["a file in its place", 'install -d -o nobody "$1/own"; install -o nobody /dev/null "$1/own/a"', "own/a", "own/a"],
  ["names with blanks and quotes", 'install -d -o nobody "$1/o w\'n"', "o w'n/-a b", null],
];

for (const [name, prepared, path, unsafe] of cases)
  test(`a folder to build in: ${name}`, { skip: noSudo }, async (t) => {
    const base = await mkdtemp(join(tmpdir(), "golive-safe-"));
    await chmod(base, 0o755);
    t.after(() => rm(base, { recursive: true, force: true }));
    execFileSync("sh", ["-euc", prepared, "sh", base]);
    const wanted = join(base, path);
    const told = await safeFolderProblems(host, wanted, "prepare.trial.directory", { user });
    const made = await host.attempt(
      script(`${safeFolder}make_safe "$1" || exit; stat -c '%U %a %F' -- "$1"`, [wanted], { user }),
    );
    const problem = problemOf(() => requireSafe(made, "app-1"));
    if (unsafe === null) {
      assert.deepEqual([told, problem, made.code], [[], null, 0], made.stderr);
      assert.match(made.stdout, /^nobody 7\d\d directory\n$/);
    } else {
      assert.deepEqual([told[0]?.code, problem?.code], ["folder-not-safe", "folder-not-safe"], made.stderr);
      for (const { what } of [told[0], problem] as { what: string }[])
        assert.ok(what.includes(`${join(base, unsafe)}`), what);
    }
  });

test("a folder that cannot be made at all", { skip: noSudo }, async (t) => {
  const base = await mkdtemp(join(tmpdir(), "golive-safe-"));
  await chmod(base, 0o755);
  t.after(() => rm(base, { recursive: true, force: true }));
  const told = await safeFolderProblems(host, join(base, "a/b"), "prepare.trial.directory", { user });
  assert.deepEqual(
    told.map(({ code }) => code),
    ["folder-not-writable"],
  );
});
