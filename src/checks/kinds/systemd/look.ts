import { setTimeout as sleep } from "node:timers/promises";
import { command, type Finished } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { type Scope, unitScript } from "../../../hosts/systemd/scope.ts";
import type { SystemdCheck } from "./schema.ts";
import { showUnits } from "./scripts.ts";

/** What systemd says of a unit, a property by its name. Times are seconds of the host's clock. */
export type UnitFacts = Readonly<Record<string, string>>;

export interface JournalFacts {
  /** Entries of priority err or worse. */
  readonly errors: number;
  /** Whether anything of the unit can be seen at all since its start. */
  readonly seen: boolean;
  readonly trouble?: string;
}

export interface UnitSight {
  readonly unit: string;
  readonly shown: UnitFacts;
  /** Its second look. */
  readonly later: UnitFacts;
  readonly journal?: JournalFacts;
}

/** What units there are looked like. `started`: when the deploy began to start the services there, by the host's clock. */
export interface HostSight {
  readonly sights: readonly UnitSight[];
  readonly started: number | null;
}

/** Null when systemd does not answer. */
export async function lookAtUnits(
  check: SystemdCheck,
  host: Host,
  units: readonly string[],
  { startedAt, scope }: { readonly startedAt: string | undefined; readonly scope: Scope },
): Promise<HostSight | null> {
  const first = await show(host, units, scope);
  if (first === null) return null;
  await sleep(check.steady * 1000);
  const second = await show(host, units, scope);
  // The journal is read by the host's clock, the launch is on record by the runner's.
  const started = startedAt === undefined ? null : Date.parse(startedAt) / 1000 + first.ahead;
  const sights = await Promise.all(
    units.map(async (unit, index): Promise<UnitSight> => {
      const shown = first.units[index] ?? {};
      const since = Math.min(...[started, timeOf(shown.InactiveExitTimestamp)].filter((time) => time !== null));
      return {
        unit,
        shown,
        later: second?.units[index] ?? {},
        ...(check.journal && Number.isFinite(since)
          ? { journal: await readJournal(host, unit, Math.floor(since), scope) }
          : {}),
      };
    }),
  );
  return { sights, started };
}

const properties = "LoadState,ActiveState,SubState,Type,NRestarts,Result,InactiveExitTimestamp,ExecMainStartTimestamp";

/** `ahead`: seconds that the host's clock goes before the runner's. */
async function show(
  host: Host,
  units: readonly string[],
  scope: Scope,
): Promise<{ readonly units: readonly UnitFacts[]; readonly ahead: number } | null> {
  const { stdout } = await host.attempt(
    unitScript(scope, showUnits, [properties, ...units], {
      timeoutSeconds: 60,
      label: `systemctl show ${units.join(" ")}`,
    }),
  );
  const clock = /^golive-clock=(\d+)$/m.exec(stdout)?.[1];
  if (clock === undefined) return null;
  const parts = stdout.split(/^golive-next$/m).slice(0, -1);
  return {
    units: parts.map((part) =>
      Object.fromEntries([...part.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value])),
    ),
    ahead: Number(clock) - Date.now() / 1000,
  };
}

/** "Tue 2026-11-24 02:31:00 UTC", as systemctl writes it with LC_ALL=C and TZ=UTC. */
export function timeOf(text: string | undefined): number | null {
  const [, date, time] = /^\w{3} (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/.exec(text ?? "") ?? [];
  return date === undefined ? null : Date.parse(`${date}T${time}Z`) / 1000;
}

/** More are not counted. */
export const mostEntries = 1000;

/** Counts only: of an entry nothing but its priority is asked for. */
async function readJournal(host: Host, unit: string, since: number, { user }: Scope): Promise<JournalFacts> {
  const read = async (more: readonly string[]) => {
    const finished = await host.attempt(
      command(
        "journalctl",
        [
          "--no-pager",
          `--${user === undefined ? "" : "user-"}unit=${unit}`,
          `--since=@${since}`,
          "--output=json",
          "--output-fields=PRIORITY",
          ...more,
        ],
        { timeoutSeconds: 60, label: `journalctl -u ${unit}`, ...(user === undefined ? {} : { user }) },
      ),
    );
    return {
      entries: finished.stdout.split("\n").filter((line) => line.startsWith("{")).length,
      trouble: troubleOf(finished),
    };
  };
  const [errors, any] = await Promise.all([read(["--priority=err", `--lines=${mostEntries}`]), read(["--lines=1"])]);
  const trouble = errors.trouble ?? any.trouble;
  return { errors: errors.entries, seen: any.entries > 0, ...(trouble === null ? {} : { trouble }) };
}

function troubleOf({ stderr, timedOut, code }: Finished): string | null {
  if (/not seeing messages from other users|insufficient permissions/i.test(stderr))
    return t`its journal is not shown to this user (group systemd-journal)`;
  if (timedOut) return t`its journal could not be read in time`;
  return code === 0 ? null : t`its journal cannot be read (exit ${code})`;
}
