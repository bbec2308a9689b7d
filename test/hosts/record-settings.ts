// Writes down what a real systemd makes of every case of test/cases/settings. Needs root: node test/hosts/record-settings.ts [ROOT]
// ROOT holds another distribution (debootstrap --include=systemd,systemd-sysv). A systemd before 254 writes expected.json; a
// newer one writes since-254.json where it differs.
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { casesOf } from "../cases.ts";
import { atSystemd } from "./boot-systemd.ts";
import { type Given, givenBySystemd, unitFilesOf } from "./systemd-settings.ts";

const root = process.argv[2] ?? "/";
const version = Number((await atSystemd("systemctl --version", [], root)).split(" ")[1]);
const cases = await casesOf<Given | undefined>("settings");
const units = new Map(
  await Promise.all(cases.map(async ({ name, directory }) => [name, await unitFilesOf(directory)] as const)),
);
const given = await givenBySystemd((script, args) => atSystemd(script, args, root), units);
const write = (file: string, one: Given | undefined) => writeFile(file, `${JSON.stringify(one, null, 2)}\n`);
for (const { name, directory, expected } of cases) {
  const newer = join(directory, "since-254.json");
  if (version < 254) await write(join(directory, "expected.json"), given.get(name));
  else if (isDeepStrictEqual(given.get(name), expected)) await rm(newer, { force: true });
  else await write(newer, given.get(name));
}
console.log(`${given.size} recorded of systemd ${version}`);
