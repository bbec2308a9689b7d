// Run as a program: starts machines, prints their production's directory and how far they are, and lives until a signal ends it.
import { startHostsProduction } from "../../hosts/hosts-production.ts";

let told = false;
await startHostsProduction({
  planFor: (_tag, facts) => {
    if (!told) console.log(facts.directory);
    told = true;
    return "";
  },
  clients: 5,
  log: (line) => console.log(line),
});
setInterval(() => {}, 60_000);
