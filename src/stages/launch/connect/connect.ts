import { InternalError } from "../../../core/errors.ts";
import { createKnown } from "../../../core/redact/known.ts";
import { createNames } from "../../../core/redact/names.ts";
import { t } from "../../../core/text/text.ts";
import { type Bond, type Fence, scopeOf } from "../../../hosts/fence.ts";
import type { Host } from "../../../hosts/host.ts";
import { localHost } from "../../../hosts/local.ts";
import { type Hosts, openHosts } from "../../../hosts/open-hosts.ts";
import { sshHost } from "../../../hosts/ssh/ssh.ts";
import { sessionName } from "../../../hosts/ssh/leftovers.ts";
import { type Journal, openJournal } from "../../../journal/journal.ts";
import { type Lock, openLock } from "../../../journal/lock.ts";
import { knownOfPlan } from "../../../plan/known-of-plan.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { RunContext } from "../context.ts";
import { learnNames } from "./learn-names.ts";

/** Connections to the plan's hosts, and one to the control host that outlives a cancellation. */
export interface Connections {
  readonly hosts: Hosts;
  readonly control: Host;
  readonly journal: Journal;
  readonly lock: Lock;
  /** From here on every command is given as the lock's owner with this token, and refused once another has a later one. */
  bind(token: number): void;
  /** Whether commands are given as the lock's owner. */
  bound(): boolean;
  close(): Promise<void>;
}

export async function connect(
  plan: Plan,
  context: Pick<RunContext, "sshKey" | "signal" | "run"> & Partial<Pick<RunContext, "jobDirectory">>,
): Promise<Connections> {
  const session = sessionName(context.run);
  const temporary = context.jobDirectory;
  const bond: Bond = { fence: null };
  const names = createNames(createKnown(knownOfPlan(plan)));
  const settings = { privateKey: context.sshKey, session, temporary, bond, names };
  const hosts = await openHosts(plan, { ...settings, signal: context.signal });
  names.lookWith(() => learnNames(names.known, plan, hosts));
  const controlPlan = plan.hosts[plan.control.host];
  if (controlPlan === undefined) throw new InternalError(t`the control host is not among the hosts`);
  const control =
    controlPlan.connect === "local"
      ? localHost(plan.control.host, { bond, names })
      : await sshHost(plan.control.host, controlPlan, settings);
  return {
    hosts,
    control,
    journal: openJournal(control, plan.control.directory),
    lock: openLock(control, plan.control.directory),
    bind(token) {
      bond.fence = fenceOf(plan, token);
    },
    bound: () => bond.fence !== null,
    close: async () => void (await Promise.all([hosts.close(), control.close()])),
  };
}

export function fenceOf({ control }: Plan, token: number): Fence {
  return { scope: scopeOf(control.host, control.directory), token };
}
