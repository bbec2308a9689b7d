import { sizeOf } from "../../../database/commands/size.ts";
import { commandsOf } from "../../../plan/engine/engine.ts";
import { databaseHost } from "../../backup/backup-record.ts";
import type { DatabaseEngine } from "../kind.ts";
import { manifest, proof, take } from "./backup-steps.ts";
import { tryCommands } from "./day-step.ts";
import { commandsFindings } from "./findings.ts";
import { keepNewer, restore } from "./way-back.ts";

/** By the team's own commands, each looked at. */
export const commands: DatabaseEngine = {
  findings: commandsFindings,
  byDay: (_plan, measured) => [tryCommands(measured)],
  bytes: (launch) => sizeOf(databaseHost(launch), commandsOf(launch.plan)),
  backup: () => [take, manifest, proof],
  // Nobody can count what was written since: it is kept whole.
  openingMark: async () => null,
  wayBack: () => [keepNewer, restore],
  // Nothing is held closed.
  letIn: async () => {},
};
