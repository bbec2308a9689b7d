import type { Command } from "../core/command.ts";
import type { Release } from "../core/release.ts";
import type { Done } from "../core/step.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema.ts";
import { django } from "./django.ts";

/** What was live on a host before the launch. */
export interface Previous {
  readonly commit: string;
  /** Its tag, when there is one. */
  readonly tag: string;
}

export interface DeployContext {
  readonly plan: Plan;
  readonly release: Pick<Release, "id" | "tag" | "commit">;
  readonly host: Host;
}

/** A migration that the release brings, with the operations by which data could not simply be had back. */
export interface NewMigration {
  readonly name: string;
  readonly drops: readonly string[];
  readonly rewrites: readonly string[];
}

/** How a built release is pointed to a scratch database. */
export interface TrialSettings {
  readonly database: string;
  readonly env: Readonly<Record<string, string>>;
  /** Setting that holds a database URL; its last part is replaced. */
  readonly url: string | undefined;
}

/** A release in a folder of its own, with what has to be measured about it. */
export interface BuiltRelease {
  /** Seconds. */
  readonly took: { readonly fetch: number; readonly checkout: number; readonly environment: number; readonly static: number };
  /** Interpreter of the built environment, for the release's own tests. */
  readonly python: string;
}

/** A built release at a scratch database. */
export interface ReleaseTrial {
  /** Name of the database its settings lead to; null when they cannot be read. */
  database(): Promise<string | null>;
  pending(): Promise<readonly string[]>;
  /** Applies one migration, by a name that `pending` told. */
  apply(name: string): Promise<void>;
  command(words: readonly string[], timeoutSeconds: number, env?: Readonly<Record<string, string>>): Command;
}

/**
 * One way to deploy. Every function may be run again after it was cut off anywhere. Steps run in this order:
 * fetch, checkout, environment, migrate (on one host), static.
 */
export interface Preset {
  /** Programs the hosts need. */
  programs(plan: Plan): readonly string[];
  /** Migrations of the release that the live one does not have, in their order. Changes no file and no reference. */
  newMigrations(context: DeployContext): Promise<readonly NewMigration[]>;
  fetch(context: DeployContext): Promise<Done>;
  checkout(context: DeployContext): Promise<Done>;
  environment(context: DeployContext): Promise<Done>;
  /** `facts.pending`: names of the migrations that were to run. */
  pendingMigrations(context: DeployContext): Promise<readonly string[]>;
  migrate(context: DeployContext): Promise<void>;
  static(context: DeployContext): Promise<Done>;
  /** A step of the plan's own, in the release's directory and with the service's settings. */
  command(plan: Plan, words: readonly string[], timeoutSeconds: number): Command;
  /** Whether the live release's settings can be read and name the plan's database; null when all is well. */
  settings(context: DeployContext): Promise<{ readonly problem: string; readonly mend: string } | null>;
  /** The release and its environment in `directory`, made anew. The live one is not touched. */
  build(context: DeployContext, directory: string): Promise<BuiltRelease>;
  trial(context: DeployContext, directory: string, settings: TrialSettings): ReleaseTrial;
  /** Code and environment as they were, and the static files when `collect`. */
  back(context: DeployContext, previous: Previous, collect: boolean): Promise<Done>;
}

export function presetOf(plan: Plan): Preset {
  return { django }[plan.deploy.preset];
}
