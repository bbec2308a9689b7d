import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test, after } from "node:test";
import { fileURLToPath } from "node:url";
import { command } from "../../src/core/command.ts";
import { execute } from "../../src/hosts/execute.ts";
import type { Right } from "../../src/hosts/sudo/sudo.ts";
import { rightProblems } from "../../src/hosts/sudo/sudo-rights.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { sudoersOf } from "../../src/stages/preflight/sudoers.ts";
import { casesOf } from "../cases.ts";
import { hostWithSudoers, noSudo } from "../hosts/throwaway-sudoers.ts";

const commands = [["daemon-reload"], ["stop", "--", "web"], ["start", "--", "web"]].map((args) => ["true", ...args]);
const rights: readonly Right[] = commands.map((words) => ({ as: "root", words }));

/** golive's lines and looks at the sudo of Ubuntu from 25.10 on, in place of this machine's for these processes alone. */
describe("sudo-rs of Debian trixie", { skip: noSudo }, async () => {
  let folder = "";
  let first = "";
  before(async () => {
    folder = await mkdtemp("/run/golive-sudo-rs-");
    const script = fileURLToPath(new URL("sudo-rs.sh", import.meta.url));
    const got = await execute({ words: ["sh", script, folder], timeoutSeconds: 600 });
    assert.equal(got.code, 0, got.stderr);
    first =
      `mount -t overlay overlay -o lowerdir=${folder}/usr:/usr /usr` +
      " && mount --bind /usr/lib/cargo/bin/sudo /usr/bin/sudo && mount --bind /usr/lib/cargo/bin/visudo /usr/sbin/visudo";
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const { name, directory } of await casesOf("sudo"))
    test(`what works by the look works at night: ${name}`, async (t) => {
      const host = await hostWithSudoers(t, join(directory, "sudoers"), first);
      assert.match((await host.attempt(command("sudo", ["--version"]))).stderr, /^sudo-rs/);
      const missing = (await rightProblems(host, rights)).map(({ what }) => what.replace(/^.*: /, ""));
      for (const words of commands) {
        const { code } = await host.attempt(command("sudo", ["-k", "-n", ...words], { timeoutSeconds: 60 }));
        if (code !== 0)
          assert.ok(missing.includes(words.join(" ")), `${words.join(" ")} fails, and the look lets it pass`);
        // Of a pattern that it takes otherwise than sudo the look may think less than it does.
        else if (name === "every-line") assert.deepEqual(missing, []);
      }
    });

  test("the lines that golive prints for a plan are taken, with what they say of wildcards done", async () => {
    const text = await readFile(new URL("../stages/sudo-plan.yml", import.meta.url), "utf8");
    const lines = sudoersOf(loadPlan(text, "sudo-plan.yml"), "nobody").flatMap((one) => one.lines);
    const marked = lines.map((line, at) =>
      lines[at - 1]?.startsWith("# sudo-rs") ? line.replaceAll(/\\([*?[\]])/g, "$1") : line,
    );
    assert.ok(lines.some((line) => line.startsWith("# sudo-rs")));
    const file = join(folder, "lines");
    await writeFile(file, `${marked.join("\n")}\n`, { mode: 0o440 });
    const words = ["unshare", "--mount", "sh", "-c", `${first} && exec visudo -c -f "$1"`, "sh", file];
    const checked = await execute({ words, timeoutSeconds: 60 });
    assert.equal(checked.code, 0, checked.stderr);
  });
});
