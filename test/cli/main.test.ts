import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { commands } from "../../src/cli/commands.ts";
import { main } from "../../src/cli/main.ts";
import { samplePlanText } from "../plan/sample-plan.ts";

let directory = "";
let good = "";
let bad = "";

before(async () => {
  directory = await mkdtemp(join(tmpdir(), "golive-cli-"));
  [good, bad] = [join(directory, "good.yml"), join(directory, "bad.yml")];
  await writeFile(good, samplePlanText);
  await writeFile(
    bad,
    samplePlanText.replace("version: 1", "version: 2").replace("service: clinic", "service: Clinic"),
  );
});
after(() => rm(directory, { recursive: true }));

async function golive(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await main(
    args,
    (text) => void (out += text),
    (text) => void (err += text),
  );
  return { code, out, err };
}

test("the terminal's language until a plan says otherwise, then the plan's", async (t) => {
  const before = { ...process.env };
  t.after(() => void Object.assign(process.env, before));
  const inLanguage = async (lang: string, ...args: string[]) => {
    for (const name of ["LC_ALL", "LC_MESSAGES"]) delete process.env[name];
    process.env.LANG = lang;
    return golive(...args);
  };
  assert.match((await inLanguage("ru_RU.UTF-8", "help")).out, /^golive validate ФАЙЛ/);
  assert.match((await inLanguage("de_DE.UTF-8", "help")).out, /^golive validate FILE/);
  assert.match((await inLanguage("C", "help")).out, /^golive validate FILE/);
  assert.match((await inLanguage("ru_RU.UTF-8", "validate", good)).out, /the plan holds/);
  const russian = join(directory, "russian.yml");
  await writeFile(russian, `locale: ru\n${samplePlanText.replace("service: clinic", "service: Clinic")}`);
  assert.match(
    (await inLanguage("C", "validate", russian)).err,
    /service должно быть не длиннее 40 символов: [^\n]*\n {2}→ здесь "Clinic"\n.*: 1 ошибка\n$/,
  );
});

test("a plan that holds", async () => {
  assert.deepEqual(await golive("validate", good), {
    code: 0,
    out: `${good}: the plan holds (clinic, 1 check)\n`,
    err: "",
  });
});

test("a plan that does not: every problem with its place, and their number", async () => {
  const { code, out, err } = await golive("validate", bad);
  assert.deepEqual([code, out], [1, ""]);
  assert.deepEqual(err.trimEnd().split("\n"), [
    `${bad}:1:10: version is 2 [plan-wrong-value]`,
    "  → use 1",
    `${bad}:2:10: service must be at most 40 lower-case letters, digits and - [plan-value-refused]`,
    '  → it is "Clinic"',
    `${bad}: 2 problems`,
  ]);
});

test("a file that is not there, or is a folder", async () => {
  const missing = join(directory, "none.yml");
  assert.deepEqual(await golive("validate", missing), {
    code: 1,
    out: "",
    err: `${missing}: there is no such file [plan-file-missing]\n  → start from examples/golive.yml\n`,
  });
  const { code, err } = await golive("validate", directory);
  assert.equal(code, 1);
  assert.match(err, /EISDIR/);
});

test("several files: each is told, one bad one fails all", async () => {
  const { code, out, err } = await golive("validate", bad, good, join(directory, "none.yml"));
  assert.equal(code, 1);
  assert.match(out, /good\.yml: the plan holds/);
  assert.match(err, /bad\.yml: 2 problems\n.*none\.yml: there is no such file/s);
});

const usageText = `golive validate FILE...                      check plan files; exit 1 when one does not hold
golive environments [--check] FILE           write the plan of each environment that a plan names, beside it
golive status                                what state the launch and the site are in
golive rollback --because REASON             go back to the release before, without GitHub; says what it sets aside first
golive maintenance off --because REASON      open the site as it is, on record, and end the launch under way
golive bypass                                how a tester gets past the maintenance page while it is up; prints a secret
golive unlock --by NAME --because REASON     break the lock of a run that does nothing any more, on record
golive recover                               list what a rollback set aside, and write the rows to a file on the database host
golive sudoers [--host NAME] [--user NAME]   print the lines that sudoers needs for a plan, host by host
golive clean [--json]                        list what launches left behind: age, size, whether people's data is in it
golive clean --remove ID… --because REASON   remove some of it, on record; or --all-older-than 30d
golive checklist                             tell GitHub what was done while it was gone (GITHUB_TOKEN in the environment)
golive help                                  this text

All but validate, environments and help take --plan FILE (.github/golive.yml), --ssh-key-file FILE and --by NAME.
rollback takes --accept-loss DIGEST, or --yes for whatever it sets aside. checklist takes --repository OWNER/NAME.
`;

test("the usage text names every command", async () => {
  assert.deepEqual(await golive("help"), { code: 0, out: usageText, err: "" });
});

test("the help of each command: its lines of the usage text, and its options", async () => {
  for (const { name, options } of commands) {
    for (const word of ["--help", "-h"]) {
      const { code, out, err } = await golive(...name.split(" "), word);
      assert.deepEqual([code, err], [0, ""]);
      const [first = "", ...rest] = out.split("\n");
      assert.ok(usageText.includes(`${first}\n`), first);
      assert.deepEqual(
        rest.flatMap((line) => /^ {2}--([a-z-]+)/.exec(line)?.[1] ?? []),
        options,
      );
      for (const line of rest) if (line.startsWith("  --")) assert.match(line, /^ {2}--.{26}\S/, "in columns");
    }
  }
});

test("a word or an option that a command does not know", async () => {
  for (const args of [
    ["status", "--nope"],
    ["sudoers", "app-1"],
    ["clean", "--json=yes"],
  ]) {
    const { code, out, err } = await golive(...args);
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, /^(?:Unknown option|Unexpected argument|Option '--json' does not take)/);
  }
  const half = await golive("maintenance", "on");
  assert.equal(half.code, 2);
  assert.match(half.err, /^golive: there is no command "maintenance"/);
});

test("a plan that is not there is told by every command that needs one", async () => {
  const missing = join(directory, "none.yml");
  for (const { name, options } of commands.filter((one) => one.options.includes("plan"))) {
    const because = options.includes("because") ? ["--because", "x"] : [];
    const { code, err } = await golive(...name.split(" "), "--plan", missing, ...because);
    assert.equal(code, 1, name);
    assert.match(
      err,
      /none\.yml: there is no such file \[plan-file-missing\]\n {2}→ name the plan with --plan FILE\n$/,
    );
  }
});

test("help, no command, and a command that is not there", async () => {
  for (const word of ["help", "--help", "-h"]) {
    const { code, out, err } = await golive(word);
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^golive validate FILE/);
  }
  const nothing = await golive();
  assert.deepEqual([nothing.code, /golive validate/.test(nothing.out)], [2, true]);
  const unknown = await golive("lunch");
  assert.deepEqual([unknown.code, unknown.out], [2, ""]);
  assert.match(unknown.err, /^golive: there is no command "lunch"\ngolive validate/);
});
