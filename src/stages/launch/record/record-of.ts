import type { Host } from "../../../hosts/host.ts";
import { localHost } from "../../../hosts/local.ts";
import { sshHost } from "../../../hosts/ssh/ssh.ts";
import type { Entry } from "../../../journal/event.ts";
import { openJournal } from "../../../journal/journal.ts";
import { type Held, openLock } from "../../../journal/lock.ts";
import type { RecordPlace } from "../../../plan/record-place.ts";
import type { RunContext } from "../context.ts";

/** What a control host has on record of a service's launches. */
export interface ServiceRecord {
  readonly entries: readonly Entry[];
  readonly held: Held | null;
  readonly control: Host;
}

/** Reads the record at a place, without a lock and without changing anything. `work` may read on while it is open. */
export async function withRecord<T>(
  place: RecordPlace,
  context: Pick<RunContext, "sshKey" | "run"> & Partial<Pick<RunContext, "jobDirectory">>,
  work: (record: ServiceRecord) => Promise<T>,
): Promise<T> {
  const control =
    place.connection.connect === "local"
      ? localHost(place.host)
      : await sshHost(place.host, place.connection, {
          privateKey: context.sshKey,
          session: `${context.run.id}-${context.run.attempt}`,
          temporary: context.jobDirectory,
        });
  try {
    const entries = await openJournal(control, place.directory).read();
    const held = await openLock(control, place.directory).held();
    return await work({ entries, held, control });
  } finally {
    await control.close();
  }
}
