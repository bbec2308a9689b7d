import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { run } from "../../packages/rehearsal/production/processes/run.ts";
import { command, script } from "../../src/core/command.ts";
import { localHost } from "../../src/hosts/local.ts";
import { mounted, mountProblem } from "../../src/hosts/folders/mounted.ts";

const host = localHost("app-1");
const root = process.getuid?.() === 0;
const users: readonly (string | undefined)[] = root ? [undefined, "nobody"] : [undefined];

async function folders(t: Pick<TestContext, "after">, user: string | undefined) {
  const base = await mkdtemp(join(tmpdir(), "golive mounted's-"));
  t.after(() => rm(base, { recursive: true, force: true }));
  await chmod(base, 0o755);
  const [live, copy] = [join(base, "live"), join(base, "copy")];
  for (const folder of [live, copy]) {
    await mkdir(folder);
    await writeFile(join(folder, "which"), folder);
    if (user !== undefined) await run("chown", ["-R", user, folder]);
  }
  return { live, copy };
}

for (const user of users) {
  const options = user === undefined ? {} : { user };
  const who = user ?? "the user of the connection";

  test(`a command sees the copy at the live path, and changes it alone: ${who}`, async (t) => {
    if ((await mountProblem(host, options)) !== null) return t.skip("no mount namespace can be had here");
    const { live, copy } = await folders(t, user);
    const there = mounted(host, [{ from: copy, at: live }]);
    const seen = await there.run(command("cat", [join(live, "which")], options));
    assert.equal(seen.stdout, copy);
    await there.run(script('echo new > "$1"; pwd > here', ["made by it"], { ...options, cwd: live }));
    assert.equal(await readFile(join(copy, "made by it"), "utf8"), "new\n");
    assert.equal(await readFile(join(copy, "here"), "utf8"), `${live}\n`);
    await assert.rejects(readFile(join(live, "made by it")), /ENOENT/);
  });

  test(`it stays the same user, with its words and input as they are: ${who}`, async (t) => {
    if ((await mountProblem(host, options)) !== null) return t.skip("no mount namespace can be had here");
    const { live, copy } = await folders(t, user);
    const there = mounted(host, [{ from: copy, at: live }]);
    const words = ["", " a  b ", "'", '"$(id)"', "--", "-n", "new\nline"];
    const said = await there.run(
      script('id -un; cat; printf "[%s]" "$@"', words, { ...options, stdin: "in", env: { X: "y" } }),
    );
    const expected = user ?? (await run("id", ["-un"])).trim();
    assert.equal(said.stdout, `${expected}\nin${words.map((word) => `[${word}]`).join("")}`);
  });

  test(`sealed, it can write the copy and nothing else: ${who}`, async (t) => {
    if ((await mountProblem(host, options)) !== null) return t.skip("no mount namespace can be had here");
    const { live, copy } = await folders(t, user);
    const other = `${live} other`;
    await mkdir(other);
    if (user !== undefined) await run("chown", [user, other]);
    const there = mounted(host, [{ from: copy, at: live }], { sealed: true });
    const tried = 'for d; do if echo x > "$d/made"; then echo "$d"; fi; done 2>/dev/null';
    const open = ["/tmp", "/var/tmp", other, live];
    const { stdout } = await there.run(script(tried, open, options));
    assert.equal(stdout, `${live}\n`);
    assert.equal(await readFile(join(copy, "made"), "utf8"), "x\n");
    assert.equal((await there.run(script("echo x > /dev/null; cat /etc/hostname > /dev/null", [], options))).code, 0);
  });

  test(`where the copy is not there, nothing runs: ${who}`, async (t) => {
    const { live, copy } = await folders(t, user);
    const there = mounted(host, [{ from: join(copy, "none"), at: live }]);
    const finished = await there.attempt(script('rm -f -- "$1/which"', [live], options));
    assert.notEqual(finished.code, 0);
    assert.equal(await readFile(join(live, "which"), "utf8"), live);
  });
}

test("several folders, one inside another's place", async (t) => {
  if ((await mountProblem(host, {})) !== null) return t.skip("no mount namespace can be had here");
  const { live, copy } = await folders(t, undefined);
  await mkdir(join(live, "repo"));
  await writeFile(join(live, "repo/objects"), "real");
  await mkdir(join(copy, "repo"));
  const there = mounted(host, [
    { from: join(live, "repo"), at: join(copy, "repo") },
    { from: copy, at: live },
  ]);
  const seen = await there.run(script('cat -- "$1/which" "$1/repo/objects"', [live]));
  assert.equal(seen.stdout, `${copy}real`);
});
