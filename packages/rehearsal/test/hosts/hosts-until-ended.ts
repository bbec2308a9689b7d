// Run as a program: starts machines, prints their stage's directory and how far they are, and lives until a signal ends it.
import { startHostsStage } from "../../hosts/hosts-stage.ts";

let told = false;
await startHostsStage({
  planFor: (_tag, facts) => {
    if (!told) console.log(facts.directory);
    told = true;
    return "";
  },
  clients: 5,
  log: (line) => console.log(line),
});
setInterval(() => {}, 60_000);
