import type { Phase } from "../../checklist/model.ts";
import type { View } from "../../checklist/view.ts";
import type { Log } from "../../core/log.ts";
import type { Release } from "../../core/release.ts";
import type { GitHub } from "../../github/client.ts";
import type { Hosts } from "../../hosts/open-hosts.ts";
import type { Event } from "../../journal/event.ts";
import type { Journal } from "../../journal/journal.ts";
import type { Lock } from "../../journal/lock.ts";
import type { LaunchState } from "../../journal/state.ts";
import type { Messages } from "../../locale/messages.ts";
import type { Plan } from "../../plan/schema/schema.ts";

/** The run of a workflow that acts, or a person at the keyboard. */
export interface Run {
  readonly id: number;
  readonly attempt: number;
  /** Who started it, or started it again. */
  readonly actor: string;
  /** Both: who started it first, and who started it again. */
  readonly starters?: readonly string[];
  /** Branch or tag that was chosen when it was started: refs/heads/main. */
  readonly ref?: string;
  /** The workflow file it follows, and the commit that it is of. */
  readonly workflow?: { readonly path: string; readonly commit: string };
}

/** The run that acts, and how it reaches the world. */
export interface RunContext {
  readonly github: GitHub;
  readonly log: Log;
  readonly run: Run;
  /** Text of the private SSH key; empty when no host needs one. */
  readonly sshKey: string;
  /** Path of the plan file in the repository. */
  readonly planFile: string;
  /** Its text as a person at the keyboard gave it; then GitHub is not asked for one. */
  readonly planText?: string | undefined;
  /** Folder of the runner that lasts as long as the job: later stages need not ask GitHub for the plan again. */
  readonly jobDirectory: string;
  /** Keys of the channels that tell people; without them nobody is told by this process. */
  readonly noticeKeys?: Readonly<Record<string, string>> | undefined;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Everything a stage works with. */
export interface Launch extends RunContext {
  readonly plan: Plan;
  readonly release: Release;
  readonly messages: Messages;
  readonly phases: readonly Phase[];
  readonly hosts: Hosts;
  readonly journal: Journal;
  readonly lock: Lock;
  readonly view: View;
  state(): LaunchState;
  /** The lock taken anew by the run that has it, so that nothing it left running goes on. False when it has it no longer. */
  shutOutOwn(): Promise<boolean>;
  /** On disk of the control host when it returns. */
  record(event: Event): Promise<void>;
  /** Reads the journal again, and what other jobs of this launch wrote in it. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** A launch as far as its record and its hosts go. */
export type Recorded = Pick<Launch, "plan" | "release" | "hosts" | "state">;
