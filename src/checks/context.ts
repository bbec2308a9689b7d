import type { Finished } from "../core/command.ts";
import type { Release } from "../core/release.ts";
import type { Host } from "../hosts/host.ts";
import type { PageMark } from "../hosts/requests/probe.ts";

/** What checks read of the plan. Written out here, as the plan's own schema is made of the checks'. */
export interface CheckedPlan {
  readonly site: { readonly url: string; readonly ca?: string | undefined };
  readonly health: { readonly url: string };
  readonly prepare: { readonly trial?: { readonly start?: { readonly health: string } | undefined } | undefined };
  readonly hosts: Readonly<Record<string, unknown>>;
  readonly deploy: {
    readonly hosts: readonly string[];
    readonly directory: string;
    readonly strategy: string;
    readonly preset: string;
    /** Of presets that make one. */
    readonly venv?: string;
    readonly runAs?: string | undefined;
    readonly envFile?: string | undefined;
  };
  readonly services: {
    readonly hosts: readonly string[];
    readonly manager: string;
    readonly user?: string | undefined;
    readonly units: readonly (string | { readonly name: string; readonly hosts: readonly string[] })[];
    readonly pause: readonly { readonly kind: string; readonly secret?: string }[];
  };
  readonly loadBalancer: PageMark & { readonly addresses: readonly string[]; readonly bypass?: unknown };
}

/** What the kinds of the plan's other families can do, as far as a check hangs on it. */
export interface Abilities {
  /** Releases have pytest in a virtual environment of their own. */
  readonly pytest: boolean;
  /** It can be asked which migrations are not applied. */
  readonly migrations: boolean;
  /** It can be told where models and migrations differ. */
  readonly models: boolean;
  /** The units of the service are systemd's. */
  readonly systemd: boolean;
}

/** Asks the live release itself, on its host and with its settings. */
export interface Migrations {
  readonly host: string;
  /** Names of those that are not applied. */
  pending(): Promise<readonly string[]>;
  /** Where models and migrations differ; null when this preset cannot tell. */
  drift(): Promise<readonly string[] | null>;
}

/** A built release that is not live. */
export interface Built {
  readonly directory: string;
  /** Put over the check's own variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs words in the release as it is tried; without it a command is run on its host. */
  attempt?(words: readonly string[], timeoutSeconds: number): Promise<Finished>;
}

export interface CheckContext {
  readonly plan: CheckedPlan;
  /** What should be running: the new release, or the previous one after a rollback. */
  readonly expected: Pick<Release, "tag" | "commit">;
  readonly hosts: { get(name: string): Host };
  /** What leads past the maintenance page, while it is up. */
  readonly bypass?: string | undefined;
  /** When the journal has it that the services were started on a host; without a launch nothing is known of it. */
  readonly startedOn?: ((host: string) => string | undefined) | undefined;
  /** The live release's migrations, on the host that is named or the one that migrates; null when the plan does not tell of them. */
  readonly migrations?: ((host: string | undefined) => Migrations | null) | undefined;
  /** Id of the run that asks. */
  readonly run?: number | undefined;
  /** When the release was started, and when the site closed before that, as the journal has it; without a launch neither is known. */
  readonly since?: string | undefined;
  readonly closedAt?: string | undefined;
  /** The version that must not be there any more, where it is known. */
  readonly previous?: string | undefined;
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal | undefined;
  readonly built?: Built;
}

/** {tag} and {commit} of a text of the plan, written out. */
export function written(text: string, { tag, commit }: CheckContext["expected"]): string {
  return text.replaceAll("{tag}", tag).replaceAll("{commit}", commit);
}
