// Run as a program: starts a stage, prints its directory, and lives until a signal ends it.
import { startStage } from "../../production/stage.ts";

const stage = await startStage({
  planFor: (_tag, facts) => {
    console.log(facts.directory);
    return "";
  },
  clients: 5,
});
console.log("serves");
setInterval(() => stage.version(), 60_000);
