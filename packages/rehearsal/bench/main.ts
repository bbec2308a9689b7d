import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Bench, runBench, tableOf } from "./bench.ts";
import { database } from "./database.ts";
import { downtime, downtimeRequirements } from "./downtime.ts";
import { fleet } from "./fleet.ts";
import { prepare } from "./prepare.ts";
import { start } from "./start.ts";
import { verify } from "./verify.ts";

const benches: Readonly<Record<string, Bench>> = {
  database,
  downtime,
  "downtime-requirements": downtimeRequirements,
  fleet,
  prepare,
  start,
  verify,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string" }, only: { type: "string" } },
});
const only = values.only?.split(",");
const name = positionals[0] ?? "";
const bench = benches[name];
if (!bench) {
  console.error(
    `script/bench NAME [--rounds N] [--only PART,PART]. There are:\n${Object.entries(benches)
      .map(([key, { about }]) => `  ${key.padEnd(22)} ${about}`)
      .join("\n")}`,
  );
  process.exitCode = 2;
} else if (only?.some((part) => !(bench.parts ?? []).includes(part))) {
  console.error(`--only: ${name} has the parts ${(bench.parts ?? []).join(", ") || "none"}`);
  process.exitCode = 2;
} else {
  const processors = `${availableParallelism()} × ${cpus()[0]?.model ?? "CPU"}`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(`${name}: ${bench.about}\n${processors}, ${memory}, Node ${process.versions.node}\n`);
  const measured = await runBench(bench, {
    rounds: values.rounds === undefined ? undefined : Number(values.rounds),
    ...(only === undefined ? {} : { parts: only }),
    told: console.log,
  });
  const out = join(import.meta.dirname, "../../../rehearsal/out");
  await mkdir(out, { recursive: true });
  await writeFile(join(out, `bench-${name}.json`), `${JSON.stringify(measured, null, 2)}\n`);
  console.log(tableOf(measured));
}
