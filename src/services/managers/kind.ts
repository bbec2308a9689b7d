import type { Command } from "../../core/command.ts";
import type { KindProblem } from "../../core/kinds.ts";

/** The keys of `services` that a manager reads. */
export interface Managed {
  readonly sudo: boolean;
  /** Whose own the units are; undefined: the machine's. */
  readonly user?: string | undefined;
  readonly config?: string | undefined;
  readonly stopTimeout: number;
  readonly hold: string;
}

export type UnitState = "running" | "stopped" | "unknown";

/** Builds the commands of one kind of service manager; running them is the caller's. */
export interface Manager {
  /** Whether its units are systemd's, so that whoever asks systemd hears of them. */
  readonly ofSystemd: boolean;
  /** Programs that have to be on the host. */
  readonly programs: readonly string[];
  stop(plan: Managed, unit: string): Command;
  /** Run before a start; whether they succeed does not matter. */
  ready(plan: Managed, unit: string): readonly Command[];
  start(plan: Managed, unit: string): Command;
  /** Keeps units stopped whatever would start them, or lets them start again; where the manager has a way. */
  readonly hold?: (plan: Managed, units: readonly string[]) => Command;
  readonly release?: (plan: Managed, units: readonly string[]) => Command;
  /** Shows by day, on a unit that runs, whether this user may manage it; changes nothing. Absent where `status` shows that. */
  harmless?(plan: Managed, unit: string): Command;
  status(plan: Managed, unit: string): Command;
  /** Reads what `status` printed. `unknown`: there is no such unit, or the manager did not answer. */
  state(stdout: string): UnitState;
  /** How long units themselves may take, where the manager knows. */
  readonly limits?: {
    ask(plan: Managed, units: readonly string[]): Command;
    /** In seconds; 0 when nothing is said. */
    read(stdout: string): number;
  };
  /** What is wrong between the keys of `services`. */
  problems?(plan: Managed): readonly KindProblem[];
}
