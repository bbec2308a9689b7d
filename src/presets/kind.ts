import type { Command } from "../core/command.ts";
import { InternalError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Deploy } from "./schema.ts";
import type { Release } from "../core/release.ts";
import type { Done } from "../core/step.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { Lacks, TagTree } from "./tag/kind.ts";

/** What was live on a host before the launch. */
export interface Previous {
  readonly commit: string;
  /** Its tag, when there is one. */
  readonly tag: string;
  /** Where it lies, when every release has a directory of its own. */
  readonly directory?: string | undefined;
}

export interface DeployContext {
  readonly plan: Plan;
  readonly release: Pick<Release, "id" | "tag" | "commit">;
  readonly host: Host;
  /** Where the files lie that this is about. */
  readonly directory: string;
  /** On the day before: every command is pointed to the scratch database. */
  readonly trial?: TrialSettings;
}

/** A migration that the release brings, with the operations by which data could not simply be had back. */
export interface NewMigration {
  readonly name: string;
  readonly drops: readonly string[];
  readonly rewrites: readonly string[];
}

/** Where a socket's folder and port lead, as settings: by name, and in a URL. */
export interface TrialServer {
  readonly host: string;
  readonly port: number;
}

/** How a built release is pointed to a scratch database. */
export interface TrialSettings {
  readonly database: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where it is, when that is not the service's server; its host is the folder of a socket. */
  readonly server: TrialServer | undefined;
  /** Setting that holds a database URL; it is pointed to the scratch database. */
  readonly url: string | undefined;
}

/** A built release at a scratch database. */
export interface ReleaseTrial {
  /** Name of the database its settings lead to; null when they cannot be read. */
  database(): Promise<string | null>;
  /**
   * The server they lead to, empty when libpq's own settings decide, and whether they hold a password for it; null when
   * they cannot be read.
   */
  server?(): Promise<{ readonly host: string; readonly password: boolean } | null>;
  pending(): Promise<readonly string[]>;
  /** Applies one migration, by a name that `pending` told. */
  apply(name: string): Promise<void>;
  command(words: readonly string[], timeoutSeconds: number, env?: Readonly<Record<string, string>>): Command;
}

/** Names of migrations that were not applied before, and of those that still are not. */
export interface Migrated {
  /** Null when nobody can tell. */
  readonly before: readonly string[] | null;
  readonly left: readonly string[];
}

/** What is wrong with the settings of a release. */
export interface SettingsProblem {
  readonly code: string;
  readonly problem: string;
  readonly mend: string;
}

/** What a kind of service needs beside its files, in the directory they lie in. Every function may be run again after it was cut off. */
export interface Preset {
  /** Programs the hosts need. */
  programs(plan: Plan): readonly string[];
  /** Commands of the plan that the preset runs, in words; what of them the release brings is there once it is built. */
  ownCommands(plan: Plan): readonly (readonly string[])[];
  /** What the tag lacks that `install` needs, and the programs that its files ask for. Read by day. */
  lacks?(plan: Plan, tree: TagTree): Promise<Lacks>;
  /** Whether releases have pytest in their virtual environment, deploy.venv. */
  readonly pytest: boolean;
  /** Whether `drift` can tell what the models hold. */
  readonly knowsModels: boolean;
  /** Whether releases may bring migrations. */
  migrates(plan: Plan): boolean;
  /** How often the release starts in `migrate`: to tell what is pending, to apply it, to tell what is left. */
  readonly startsToMigrate: 1 | 3;
  /** Why the way forward and back cannot be gone by day with a copy of the files; null where it can. */
  noPractice(): string | null;
  /** Migrations of the release that the commit `from` does not have, in their order. Changes no file and no reference. */
  newMigrations(context: DeployContext, from: string): Promise<readonly NewMigration[]>;
  /** Paths in the directory that `install` makes and that git does not know. */
  installed(plan: Plan): readonly string[];
  install(context: DeployContext): Promise<Done>;
  /** Files that say what to install, when a second install from the same ones finds nothing to do; null when it does all again. */
  installsFrom(plan: Plan): readonly string[] | null;
  /** Names of the migrations that are not applied. */
  pendingMigrations(context: DeployContext): Promise<readonly string[]>;
  /** Applies what is pending; is run also where nothing seems to be. */
  migrate(context: DeployContext): Promise<Migrated>;
  /** Where the release's models hold what none of its migrations makes; null when nobody can tell. */
  drift(context: DeployContext): Promise<readonly string[] | null>;
  /** Whether the static files end up in the directory itself, where no other release sees them. */
  staticInside(context: DeployContext): Promise<boolean>;
  /** The folder that they go to where it is another; null when it is not, or nobody knows. */
  staticElsewhere(context: DeployContext): Promise<string | null>;
  /** `look`: only find out what there is to do. */
  static(context: DeployContext, look?: "look"): Promise<Done>;
  /** A step of the plan's own, in the directory and with the service's settings. */
  command(context: DeployContext, words: readonly string[], timeoutSeconds: number): Command;
  /** Whether the settings can be read and name the plan's database; null when all is well. */
  settings(context: DeployContext): Promise<SettingsProblem | null>;
  trial(context: DeployContext, settings: TrialSettings): ReleaseTrial;
}

/** The deploy of a plan that names this preset; a preset is asked only for such a plan. */
export function deployOf<Name extends Deploy["preset"]>(
  { deploy }: Plan,
  preset: Name,
): Extract<Deploy, { preset: Name }> {
  if (!names(deploy, preset)) throw new InternalError(t`the plan's preset is ${deploy.preset}`);
  return deploy;
}

function names<Name extends Deploy["preset"]>(
  deploy: Deploy,
  preset: Name,
): deploy is Extract<Deploy, { preset: Name }> {
  return deploy.preset === preset;
}
