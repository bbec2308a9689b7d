// Run as a program: starts a production, prints its directory, and lives until a signal ends it.
import { startMachineProduction } from "../../production/machine-production.ts";

const production = await startMachineProduction({
  planFor: (_tag, facts) => {
    console.log(facts.directory);
    return "";
  },
  clients: 5,
});
console.log("serves");
setInterval(() => production.version(), 60_000);
