import type { HostName } from "../../../packages/rehearsal/hosts/facts.ts";

export interface Case {
  readonly host: HostName;
  /** `cut`: the power is gone for a moment; `reboot`: somebody restarts it in order. */
  readonly how: "cut" | "reboot";
  /** The step that has just begun when it happens. */
  readonly at: string;
  /** A release that goes live unless something goes wrong, or one whose verification fails, so that it is rolled back. */
  readonly tag: "v1.1.0" | "v1.1.0-broken";
  /** Nobody installed the drop-in that keeps units stopped: what starts by itself is found and stopped again. */
  readonly bare?: true;
  /** The runner is lost at the same moment, so that it is the next run that finds the hosts as they are. */
  readonly runnerLost?: true;
}

/** Where a restart of a host meets work on it, or what rests there. The database host of this production is the control host as well. */
const steps: Readonly<Record<HostName, readonly string[]>> = {
  lb: ["isolate.on", "backup.dump", "deploy.migrate", "open.off", "rollback.database", "rollback.open"],
  "app-1": [
    "isolate.on",
    "isolate.stop@app-1",
    "backup.copy",
    "backup.dump",
    "deploy.fetch@app-1",
    "deploy.checkout@app-1",
    "deploy.environment@app-1",
    "deploy.migrate@app-1",
    "deploy.start@app-1",
    "verify.smoke-app-2",
    "rollback.stop@app-1",
    "rollback.database",
    "rollback.code@app-1",
    "rollback.start@app-1",
    "rollback.verify",
  ],
  "app-2": [
    "isolate.stop@app-2",
    "backup.dump",
    "deploy.migrate@app-1",
    "deploy.checkout@app-2",
    "deploy.start@app-2",
    "rollback.database",
    "rollback.code@app-2",
  ],
  db: [
    "isolate.on",
    "isolate.stop",
    "backup.copy",
    "backup.dump",
    "backup.manifest",
    "backup.proof",
    "deploy.checkout",
    "deploy.migrate",
    "deploy.start",
    "verify.smoke",
    "open.off",
    "rollback.stop",
    "rollback.database",
    "rollback.start",
    "rollback.verify",
  ],
};

const bare: readonly Case[] = [
  { host: "app-1", how: "cut", at: "backup.dump", tag: "v1.1.0", bare: true },
  { host: "app-2", how: "cut", at: "deploy.environment@app-1", tag: "v1.1.0", bare: true },
  { host: "app-2", how: "cut", at: "deploy.migrate@app-1", tag: "v1.1.0", bare: true },
  { host: "app-1", how: "cut", at: "rollback.database", tag: "v1.1.0-broken", bare: true },
  { host: "app-2", how: "cut", at: "deploy.static@app-1", tag: "v1.1.0", bare: true, runnerLost: true },
  { host: "app-2", how: "cut", at: "deploy.static@app-1", tag: "v1.1.0-broken", bare: true, runnerLost: true },
];

const withRunner: readonly Case[] = [
  { host: "app-1", how: "cut", at: "deploy.static@app-1", tag: "v1.1.0", runnerLost: true },
  { host: "app-1", how: "cut", at: "rollback.code@app-1", tag: "v1.1.0-broken", runnerLost: true },
  { host: "db", how: "cut", at: "backup.copy", tag: "v1.1.0", runnerLost: true },
  { host: "db", how: "cut", at: "deploy.migrate", tag: "v1.1.0", runnerLost: true },
  { host: "db", how: "cut", at: "rollback.database", tag: "v1.1.0-broken", runnerLost: true },
  { host: "lb", how: "cut", at: "open.off", tag: "v1.1.0", runnerLost: true },
];

const restarts: readonly Case[] = (Object.keys(steps) as HostName[]).flatMap((host) =>
  steps[host].flatMap((at) =>
    (["cut", "reboot"] as const).map(
      (how): Case => ({ host, how, at, tag: at.startsWith("rollback.") ? "v1.1.0-broken" : "v1.1.0" }),
    ),
  ),
);

export const cases: readonly Case[] = [...restarts, ...withRunner, ...bare];

/** One of each kind, for every change; all of them with GOLIVE_LONG=1. */
const few = new Set(["app-1 cut deploy.migrate@app-1"]);

export const everyChange = cases.filter((of) => few.has(titleOf(of)));

export function titleOf({ host, how, at, tag, bare: without, runnerLost }: Case): string {
  const words = [
    `${host} ${how} ${at}`,
    ...(tag === "v1.1.0-broken" && !at.startsWith("rollback.") ? ["a broken release"] : []),
    ...(runnerLost ? ["the runner lost"] : []),
    ...(without ? ["without the drop-in"] : []),
  ];
  return words.join(", ");
}
