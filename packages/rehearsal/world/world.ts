import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseJournal } from "../../../src/journal/journal.ts";
import type { Entry } from "../../../src/journal/event.ts";
import { addWorkflows } from "./add-workflows.ts";
import { type GithubOptions, type GithubSettings, type GithubWorld, startGithub } from "./github-world.ts";
import type { TwinUser } from "@golive/github-twin";
import { type HostsProduction, startHostsProduction } from "../hosts/hosts-production.ts";
import { type PlanChange, planFor } from "../plan/plan-for.ts";
import { planForHosts } from "../plan/plan-for-hosts.ts";
import { type MachineProduction, startMachineProduction } from "../production/machine-production.ts";
import type { ServiceName } from "../services/names.ts";
import { serviceNamed } from "../services/registry.ts";
import type { Production } from "../production/production.ts";
import type { BalancerKind, Strategy } from "../production/facts.ts";

export type { LaunchOptions, Launched } from "../launch-options.ts";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
/** For a repository of one's own: what users copy. */
const ownWorkflows = join(root, "examples/workflows");

export interface WorldOptions {
  readonly change?: PlanChange;
  readonly ssh?: boolean;
  /** The application; Django unless told otherwise. */
  readonly service?: ServiceName;
  /** How releases lie on the host; in-place unless told otherwise. */
  readonly strategy?: Strategy;
  /** What stands in front of the service; nginx unless told otherwise. */
  readonly balancer?: BalancerKind;
  /** The plan rehearses the release on the nightly backup the day before; otherwise the window is only forecast. */
  readonly dayBefore?: boolean;
  /** Metrics and logs of the service are collected, and the plan asks them; for the day before there is a staging server as well. */
  readonly watched?: boolean;
  readonly clients?: number;
  /** Where the production lies; a new temporary folder unless told. */
  readonly directory?: string;
  /** Environments that are not as docs/approval.md has them; null: not there. */
  readonly environments?: Readonly<Record<string, GithubOptions["environments"][string] | null>>;
  /** The environments that hold the keys of this production, all three unless told; empty: they are secrets of the repository. */
  readonly keysIn?: readonly string[];
  /** Further secrets of the repository; those of an environment stand with it. */
  readonly repositorySecrets?: GithubOptions["repositorySecrets"];
  /** What else is said of this GitHub: its plan, teams, rules of branches. */
  readonly github?: GithubOptions["github"];
  readonly people?: readonly TwinUser[];
  readonly runners?: GithubOptions["runners"];
  readonly log?: (line: string) => void;
  /** The folder whose workflows lie on the default branch; those for a repository of one's own unless told. */
  readonly workflows?: string;
}

/** A throwaway production, a GitHub in front of its repository, and people. */
export interface World<S extends Production = MachineProduction> extends GithubWorld {
  readonly production: S;
  journal(): Promise<Entry[]>;
  issues(): Promise<{ number: number; title: string; body: string; state: string }[]>;
  stop(): Promise<void>;
}

export const repository = "clinic/psychology-api";
const people = [
  { login: "anna", token: "token-anna", permission: "admin" },
  { login: "dmitry", token: "token-dmitry", permission: "write" },
  { login: "vera", token: "token-vera", permission: "write" },
  { login: "guest", token: "token-guest", permission: "read" },
] as const;

/** As docs/approval.md has it set up: what a team does that wants its gate to hold. */
const careful: GithubSettings = {
  protectedBranches: ["main"],
  rulesets: [{ name: "tags", target: "tag", include: ["refs/tags/v*"], rules: [{ type: "update" }] }],
};
const carefulEnvironments: GithubOptions["environments"] = {
  production: { reviewers: ["dmitry"], branches: ["main"], adminsMayBypass: false },
  "production-day": { reviewers: [], branches: ["main"] },
  "production-rollback": { reviewers: ["dmitry"], branches: ["main"], adminsMayBypass: false },
};

export async function startWorld(
  options: WorldOptions & { readonly production: "hosts" },
): Promise<World<HostsProduction>>;
export async function startWorld(options?: WorldOptions & { readonly production?: "machine" }): Promise<World>;
export async function startWorld(options: WorldOptions & Where = {}): Promise<World<Production>> {
  const production = await startProduction(options);
  try {
    await addWorkflows(production.origin, options.workflows ?? ownWorkflows);
    const github = await startGithubFor(production, options);
    return worldOf(production, github);
  } catch (error) {
    await production.stop();
    throw error;
  }
}

interface Where {
  readonly production?: "machine" | "hosts";
}

function startProduction(options: WorldOptions & Where): Promise<Production> {
  const change: PlanChange = (plan, of) => {
    if (options.dayBefore !== true) delete plan.prepare;
    options.change?.(plan, of);
  };
  const { clients, log, balancer, directory, strategy, service } = options;
  const common = { ...(clients === undefined ? {} : { clients }), ...(log === undefined ? {} : { log }) };
  if (options.production === "hosts")
    return startHostsProduction({
      ...common,
      watched: options.watched ?? false,
      planFor: (tag, facts) => planForHosts(facts, tag, change),
    });
  return startMachineProduction({
    ...common,
    planFor: (tag, facts) => planFor(facts, tag, change),
    ssh: options.ssh ?? false,
    watched: options.watched ?? false,
    ...(service === undefined ? {} : { service }),
    staging: options.watched === true && options.dayBefore === true && serviceNamed(service ?? "django").staging,
    ...(balancer === undefined ? {} : { balancer }),
    ...(directory === undefined ? {} : { directory }),
    ...(strategy === undefined ? {} : { strategy }),
  });
}

async function startGithubFor(production: Production, options: WorldOptions): Promise<GithubWorld> {
  const remote = (name: string): string => join(root, "packages/rehearsal/remote", name);
  const { NODE_COMPILE_CACHE } = process.env;
  return startGithub({
    repository,
    origin: production.origin,
    directory: production.directory,
    people: options.people ?? people,
    ...(await secretsOf(production, options)),
    github: { ...careful, ...options.github },
    ...(options.runners === undefined ? {} : { runners: options.runners }),
    remoteActions: {
      "OWNER/golive": root,
      "actions/upload-artifact": remote("upload-artifact"),
      "actions/download-artifact": remote("download-artifact"),
      "actions/attest": remote("attest"),
    },
    baseEnv: {
      PATH: `${join(root, "packages/rehearsal/production/bin")}:${process.env.PATH ?? "/usr/bin:/bin"}`,
      HOME: process.env.HOME ?? "/",
      XDG_STATE_HOME: join(production.directory, "home-state"),
      LANG: "C.UTF-8",
      // The tests have one: each of a launch's ten processes compiles the same modules otherwise.
      ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
    },
  });
}

function worldOf(production: Production, github: GithubWorld): World<Production> {
  return {
    production,
    ...github,
    async journal() {
      return parseJournal(await production.journal(), "journal");
    },
    issues: () => github.api("anna", "GET", `/repos/${repository}/issues?state=all&labels=golive`),
    async stop() {
      await github.stop();
      await production.stop();
    },
  };
}

/** The keys of this production, in the repository or in the environments that were named, and what else a test put there. */
async function secretsOf(
  production: Production,
  options: WorldOptions,
): Promise<Pick<GithubOptions, "environments" | "repositorySecrets">> {
  const key = production.ssh ? await readFile(production.ssh.privateKeyFile, "utf8") : "";
  const team = "team" in production ? (production.team as { token: string } | undefined) : undefined;
  const keys = { GOLIVE_SSH_KEY: key, ...(team ? { GOLIVE_NOTICES: `TELEGRAM_TOKEN=${team.token}` } : {}) };
  const named = Object.entries({ ...carefulEnvironments, ...options.environments });
  const environments = Object.fromEntries(named.flatMap(([name, rules]) => (rules === null ? [] : [[name, rules]])));
  const keysIn = options.keysIn ?? Object.keys(environments);
  if (keysIn.length === 0) return { environments, repositorySecrets: { ...keys, ...options.repositorySecrets } };
  const withKeys = keysIn.map((name) => {
    const rules = environments[name] ?? { reviewers: [] };
    return [name, { ...rules, secrets: { ...keys, ...rules.secrets } }] as const;
  });
  return {
    environments: { ...environments, ...Object.fromEntries(withKeys) },
    repositorySecrets: options.repositorySecrets ?? {},
  };
}
