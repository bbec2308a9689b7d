// Writes expected.json of every case of test/cases/settings, as a real systemd reads it. Needs root: node test/hosts/record-settings.ts
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { startHostsProduction } from "../../packages/rehearsal/hosts/hosts-production.ts";
import { planForHosts } from "../../packages/rehearsal/plan/plan-for-hosts.ts";
import { givenBySystemd } from "./systemd-settings.ts";

const folder = fileURLToPath(new URL("../cases/settings", import.meta.url));
const names = (await readdir(folder)).toSorted();
const production = await startHostsProduction({ planFor: (tag, facts) => planForHosts(facts, tag), clients: 10 });
try {
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(`${folder}/${name}/file.env`)] as const)),
  );
  const given = await givenBySystemd((script, args) => production.asRoot("lb", script, args), files);
  for (const [name, one] of given)
    await writeFile(`${folder}/${name}/expected.json`, `${JSON.stringify(one, null, 2)}\n`);
  console.log(`${given.size} recorded`);
} finally {
  await production.stop();
}
