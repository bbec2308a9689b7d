import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { hostsProblem } from "../../packages/rehearsal/hosts/able.ts";
import { settings } from "../../packages/rehearsal/try/settings.ts";
import { casesOf } from "../cases.ts";
import { atSystemd } from "./boot-systemd.ts";
import { differenceFrom, spelledIn } from "./settings-difference.ts";
import { settingsShapes } from "./settings-shapes.ts";
import { type Given, givenBySystemd, type UnitFiles, unitFilesOf } from "./systemd-settings.ts";

const problem = await hostsProblem();
const [count, seed] = [Number(process.env.SHAPES ?? 30), Number(process.env.SEED ?? 22)];

/** Where golive and this machine's systemd, booted for it, make something else of these files. */
async function differences(units: ReadonlyMap<string, UnitFiles>): Promise<Record<string, object>> {
  const given = await givenBySystemd((script, args) => atSystemd(script, args), units);
  const folder = await mkdtemp(join(tmpdir(), "golive-settings-"));
  try {
    const found: Record<string, object> = {};
    for (const [name, unit] of units) {
      const directory = join(folder, name);
      await mkdir(directory);
      for (const [file, text] of unit.contents) await writeFile(join(directory, file), text);
      const one = given.get(name) ?? assert.fail(`${name} did not run`);
      const difference = differenceFrom(one, await settings.run(spelledIn(directory, unit)));
      if (difference !== null) found[name] = difference;
    }
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("the systemd of this machine", { skip: problem ?? false }, () => {
  test("reads the recorded cases as they were recorded", async () => {
    const cases = await casesOf<Given>("settings");
    const units = cases.map(async ({ name, directory }) => [name, await unitFilesOf(directory)] as const);
    const asked = `systemctl --version | sed -n '1s/^systemd \\([0-9]*\\).*/version \\1/p'`;
    const version = Number((await atSystemd(asked)).split(" ")[1]);
    const given = await givenBySystemd((script, args) => atSystemd(script, args), new Map(await Promise.all(units)));
    for (const { name, directory, expected } of cases) {
      const newer = version < 254 ? null : await readFile(join(directory, "since-254.json"), "utf8").catch(() => null);
      assert.deepEqual(given.get(name), newer === null ? expected : JSON.parse(newer), name);
    }
    assert.ok(cases.length >= 90);
  });

  test(`gives a unit what golive gives its commands, of ${count} files made by chance (SEED=${seed}; SHAPES=500 tries more)`, async () => {
    const shapes = [...settingsShapes(count, seed)].map(([name, text]): [string, UnitFiles] => [
      name,
      { spelled: ["one.env"], contents: new Map([["one.env", text]]) },
    ]);
    assert.deepEqual(await differences(new Map(shapes)), {});
  });
});
