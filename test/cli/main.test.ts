import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
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
    process.env["LANG"] = lang;
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
    err: `${missing}: there is no such file\n  → start from examples/golive.yml\n`,
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
