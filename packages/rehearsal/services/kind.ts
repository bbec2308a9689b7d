import type { MachineFacts } from "../production/facts.ts";
import type { RehearsedDatabase } from "./databases/kind.ts";
import type { Program } from "../production/processes/program.ts";

/** A program that the process manager keeps running. */
export interface ManagedProgram {
  readonly name: string;
  readonly command: string;
  /** Name of its log; that of the first one is what is collected. */
  readonly log: string;
}

export interface SmokeCheck {
  readonly id: string;
  readonly title: string;
  readonly host: string;
  /** Where the service answers. */
  readonly site: string;
}

/** What a plan says of a service of this kind. */
export interface ServicePlan {
  /** The keys of `deploy` that are the preset's own. */
  readonly deploy: object;
  readonly steps: readonly object[];
  /** prepare.trial, on a spare port; null where none is possible. */
  readonly trial: object | null;
  smoke(check: SmokeCheck): object;
}

/** An application that is rehearsed: all of them have the same pages and answers, so the same visitors come. */
export interface RehearsedService {
  /** For whoever waits: what is built. */
  readonly about: string;
  /** Folder with `base` and `overlays`, of which every tag's tree is made. */
  readonly layers: string;
  readonly database: RehearsedDatabase;
  /** The live checkout has the newest commit only, as some who deploy by hand clone it. */
  readonly shallow?: true;
  /** Whether a staging server of it can be had. */
  readonly staging: boolean;
  /** Lines of its settings beside those of the database. */
  settings(facts: MachineFacts): readonly string[];
  /** Servers of its own, before it is filled. */
  startBeside?(facts: MachineFacts, started: (program: Program) => void): Promise<void>;
  /** What the live directory needs beside its files. */
  install(facts: MachineFacts): Promise<void>;
  /** Migrates the empty database, fills it with so many clients, and builds what the service reads. */
  fill(facts: MachineFacts, clients: number): Promise<void>;
  programs(facts: MachineFacts): readonly ManagedProgram[];
  plan(facts: MachineFacts): ServicePlan;
  /** A step of the deploy that builds a file which git does not know and the service reads. */
  readonly builds: {
    readonly id: string;
    readonly title: string;
    readonly run: readonly string[];
    readonly "on-rollback"?: "again";
  };
}
