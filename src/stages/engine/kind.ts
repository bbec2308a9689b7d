import type { Plan } from "../../plan/schema/schema.ts";
import type { Hosts } from "../../hosts/open-hosts.ts";
import type { Measured } from "../day-before/measured.ts";
import type { Connections } from "../launch/connect/connect.ts";
import type { Launch } from "../launch/context.ts";
import type { Step, StepOrSteps } from "../launch/run-steps.ts";
import type { Finding } from "../preflight/finding.ts";

/** What a launch asks of the engine of the plan's database. Its lines on the checklist: outline/engine-lines.ts. */
export interface DatabaseEngine {
  /** By day, before anything begins: whether it answers, and whether there is room. Changes nothing. */
  findings(plan: Plan, reached: Pick<Connections, "hosts" | "journal">, id: string): Promise<readonly Finding[]>;
  /** Steps of the day before beside what the plan's key `prepare` asks for. */
  byDay(plan: Plan, measured: Measured): readonly Step[];
  /** Bytes of the database, for the forecast. */
  bytes(launch: Launch): Promise<number>;
  /** What of the backup is due now, and not done yet. */
  backup(launch: Launch): readonly StepOrSteps[];
  /** Told apart by it is what was written before the opening, and after; null where nothing can be. */
  openingMark(launch: Launch): Promise<string | null>;
  /** What is newer is kept, and the database is put back; while the services are stopped. */
  wayBack(launch: Launch): readonly StepOrSteps[];
  /** A person opens the site: whatever a run held closed lets the service in. */
  letIn(plan: Plan, hosts: Hosts, log: { warn(text: string): void }): Promise<void>;
}
