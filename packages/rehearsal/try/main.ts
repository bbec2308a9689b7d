import { TryProblem } from "./front.ts";
import { fronts } from "./fronts.ts";

const [name = "", ...words] = process.argv.slice(2);
const load = fronts[name];
if (load === undefined) {
  console.error("Usage: script/try FRONT ...");
  for (const [known, loadFront] of Object.entries(fronts)) {
    const { usage, about } = await loadFront();
    console.error(`  ${known} ${usage}\n      ${about}`);
  }
  process.exitCode = 2;
} else {
  const front = await load();
  try {
    console.log(JSON.stringify(await front.run(words)));
  } catch (error) {
    if (!(error instanceof TryProblem)) throw error;
    console.error(`script/try ${name}: ${error.message}\nUsage: script/try ${name} ${front.usage}`);
    process.exitCode = 2;
  }
}
