import type { Problem } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Plan } from "../plan/schema/schema.ts";

export type Scheduled = Plan["services"]["pause"][number];

/** One kind of work; one file. */
export interface Work {
  /** Throws when nobody can tell. Changes nothing. */
  state(): Promise<"working" | "paused">;
  /** Twice is as good as once. What it says goes on the checklist. */
  pause(): Promise<string | void>;
  resume(): Promise<string | void>;
  /** What would keep it from being paused or resumed, beside its state. Changes nothing. */
  problems(): Promise<readonly Problem[]>;
}

/** Where the service's settings are on the work's host, and who reads them. */
export interface SettingsPlace {
  readonly service: string;
  readonly envFile: string | undefined;
  readonly user: string | undefined;
  /** Folder for files that keep units stopped (hold.ts). */
  readonly hold: string;
}

export function nameOf(work: Scheduled): string {
  if (work.title !== undefined) return work.title;
  switch (work.kind) {
    case "systemd":
      return work.unit;
    case "cron":
      return work.file;
    case "telegram-webhook":
      return t`the bot's webhook`;
    case "command":
      return work.id;
  }
}
