import { troubles } from "../../../packages/rehearsal/rehearse/stubborn.ts";

/**
 * What goes wrong. `kill`: the runner is lost; `cancel`: somebody cancels the run; `ssh`: connections break, and none can
 * be made for a while; `itself`: what the step of the way back needs is broken.
 */
export type Fault =
  | "kill"
  | "cancel"
  | "ssh"
  | "database"
  | "disk"
  | "github-500"
  | "github-403"
  | "github-none"
  | "itself";

export interface Case {
  readonly fault: Fault;
  /** The step that has just begun when it happens. */
  readonly at: string;
  /** A release that goes live unless something goes wrong, or one whose verification fails, so that it is rolled back. */
  readonly tag: "v1.1.0" | "v1.1.0-broken";
}

const forward = [
  "isolate.on",
  "isolate.proof",
  "isolate.drain",
  "isolate.stop",
  "backup.copy",
  "backup.dump",
  "backup.manifest",
  "backup.read",
  "backup.proof",
  "deploy.fetch",
  "deploy.keep",
  "deploy.checkout",
  "deploy.environment",
  "deploy.migrate",
  "deploy.step-system-check",
  "deploy.static",
  "deploy.step-compress",
  "deploy.start",
  "deploy.health",
  "deploy.versions",
  "verify.smoke",
  "open.off",
  "open.proof",
];
const back = [
  "rollback.stop",
  "rollback.database",
  "rollback.code",
  "rollback.step-compress",
  "rollback.start",
  "rollback.health",
  "rollback.verify",
  "rollback.open",
];

const at = (fault: Fault, steps: readonly string[]): Case[] =>
  steps.map((step) => ({ fault, at: step, tag: step.startsWith("rollback.") ? "v1.1.0-broken" : "v1.1.0" }));

export const cases: readonly Case[] = [
  ...at("kill", [...forward, ...back]),
  ...at("cancel", [...forward, ...back]),
  ...at("ssh", [...forward, ...back]),
  ...at("database", [
    "isolate.on",
    "backup.copy",
    "backup.dump",
    "backup.proof",
    "deploy.migrate",
    "deploy.start",
    "verify.smoke",
    "open.off",
    "rollback.database",
    "rollback.start",
  ]),
  ...at("disk", [
    "isolate.on",
    "backup.copy",
    "backup.dump",
    "backup.manifest",
    "deploy.checkout",
    "deploy.environment",
    "deploy.migrate",
    "deploy.static",
    "rollback.database",
    "rollback.code",
  ]),
  ...at("github-500", ["isolate.on", "backup.dump", "deploy.migrate", "verify.smoke", "open.off", "rollback.database"]),
  ...at("github-403", ["isolate.on", "backup.dump", "deploy.migrate", "verify.smoke", "open.off", "rollback.database"]),
  ...at("github-none", ["isolate.on", "deploy.migrate", "verify.smoke", "rollback.database"]),
  ...at(
    "itself",
    troubles.flatMap(({ at: step }) => (step === null ? [] : [step])),
  ),
];

/** What no other test breaks, for every change; all of them by script/faults. */
export const everyChange: readonly Case[] = [...at("cancel", ["rollback.database"]), ...at("disk", ["backup.dump"])];

export const titleOf = ({ fault, at: step }: Case): string => `${fault} at ${step}`;
