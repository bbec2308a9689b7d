import { setTimeout as sleep } from "node:timers/promises";
import { command, script } from "../core/command.ts";
import { errorLine } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { type Judgement, together, type Told, worst } from "../core/verdict.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { CheckContext } from "./check.ts";
import type { SystemdCheck } from "./systemd-schema.ts";

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

/** Looks at every unit twice, and counts what the journal has of errors since the release was started. Their text stays on the host. */
export async function checkSystemd(check: SystemdCheck, { plan, hosts, startedOn }: CheckContext): Promise<Judgement> {
  const names = check.host === undefined ? plan.services.hosts : [check.host];
  const found = await Promise.all(
    names.map(async (name): Promise<Judgement> => {
      const units = check.units ?? unitsOf(plan, name);
      if (units.length === 0) return { verdict: "error", evidence: t`no unit is named for ${name}` };
      try {
        return await lookAt(check, hosts.get(name), units, startedOn?.(name));
      } catch (error) {
        return { verdict: "error", evidence: `${name}: ${errorLine(error)}` };
      }
    }),
  );
  const verdict = worst(found.map((one) => one.verdict));
  if (verdict !== "pass")
    return {
      verdict,
      evidence: found
        .filter((one) => one.verdict !== "pass")
        .map(({ evidence }) => evidence)
        .join("; "),
    };
  return { verdict, evidence: found.map(({ evidence }) => evidence).join("; ") };
}

function unitsOf({ services }: Plan, host: string): string[] {
  return services.units.flatMap((unit) =>
    typeof unit === "string" ? [unit] : unit.hosts.includes(host) ? [unit.name] : [],
  );
}

async function lookAt(
  check: SystemdCheck,
  host: Host,
  units: readonly string[],
  startedAt: string | undefined,
): Promise<Judgement> {
  const first = await show(host, units);
  if (first === null) return { verdict: "error", evidence: t`systemd on ${host.name} does not answer` };
  await sleep(check.steady * 1000);
  const second = await show(host, units);
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
          ? { journal: await readJournal(host, unit, Math.floor(since)) }
          : {}),
      };
    }),
  );
  return judgeSystemd(check, host.name, sights, started);
}

const properties = "LoadState,ActiveState,SubState,Type,NRestarts,Result,InactiveExitTimestamp,ExecMainStartTimestamp";

// One process for all of them; the clock last, so that it is read when the answer is.
const showScript = `LC_ALL=C TZ=UTC; export LC_ALL TZ; p=$1; shift; for u; do systemctl show --property="$p" -- "$u" 2>/dev/null || exit 0; echo golive-next; done; date +golive-clock=%s`;

/** `ahead`: seconds that the host's clock goes before the runner's. */
async function show(
  host: Host,
  units: readonly string[],
): Promise<{ readonly units: readonly UnitFacts[]; readonly ahead: number } | null> {
  const { stdout } = await host.attempt(
    script(showScript, [properties, ...units], { timeoutSeconds: 60, label: `systemctl show ${units.join(" ")}` }),
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
function timeOf(text: string | undefined): number | null {
  const [, date, time] = /^\w{3} (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/.exec(text ?? "") ?? [];
  return date === undefined ? null : Date.parse(`${date}T${time}Z`) / 1000;
}

const mostEntries = 1000;

/** Counts only: of an entry nothing but its priority is asked for. */
async function readJournal(host: Host, unit: string, since: number): Promise<JournalFacts> {
  const read = async (more: readonly string[]) => {
    const finished = await host.attempt(
      command(
        "journalctl",
        ["--no-pager", `--unit=${unit}`, `--since=@${since}`, "--output=json", "--output-fields=PRIORITY", ...more],
        { timeoutSeconds: 60, label: `journalctl -u ${unit}` },
      ),
    );
    const hidden = /not seeing messages from other users|insufficient permissions/i.test(finished.stderr);
    return {
      entries: finished.stdout.split("\n").filter((line) => line.startsWith("{")).length,
      trouble: hidden
        ? t`its journal is not shown to this user (group systemd-journal)`
        : finished.timedOut
          ? t`its journal could not be read in time`
          : finished.code === 0
            ? null
            : t`its journal cannot be read (exit ${finished.code})`,
    };
  };
  const [errors, any] = await Promise.all([read(["--priority=err", `--lines=${mostEntries}`]), read(["--lines=1"])]);
  const trouble = errors.trouble ?? any.trouble;
  return { errors: errors.entries, seen: any.entries > 0, ...(trouble === null ? {} : { trouble }) };
}

/** `started`: when the deploy began to start the services there, by the host's clock. */
export function judgeSystemd(
  check: SystemdCheck,
  host: string,
  sights: readonly UnitSight[],
  started: number | null,
): Judgement {
  const told = sights.flatMap((sight) =>
    ofUnit(check, sight, started).map(({ verdict, what }) => ({ verdict, what: t`${sight.unit} on ${host} ${what}` })),
  );
  if (told.length > 0) return together(told);
  return {
    verdict: "pass",
    evidence: `${host}: ${sights.map(({ unit }) => unit).join(", ")} ${sights.length === 1 ? "runs" : "run"}${check.mostRestarts === 0 ? t`, never restarted` : ""}${check.journal ? t`, ${sights.reduce((sum, { journal }) => sum + (journal?.errors ?? 0), 0)} errors in the journal` : ""}`,
  };
}

function ofUnit(check: SystemdCheck, { shown, later, journal }: UnitSight, started: number | null): readonly Told[] {
  const bad = (what: string): Told[] => [{ verdict: "fail", what }];
  const unknown = (what: string): Told[] => [{ verdict: "error", what }];
  if (shown.LoadState === undefined) return unknown(t`is not told of by systemd`);
  if (shown.LoadState === "not-found") return bad(t`is no unit there`);
  if (shown.LoadState === "masked") return bad(t`is masked`);
  for (const look of [shown, later]) {
    if (look.ActiveState === undefined) return unknown(t`is not told of by systemd a second time`);
    if (look.ActiveState === "activating" && look.SubState !== "auto-restart")
      return [{ verdict: "inconclusive", what: t`is still starting (${look.SubState})` }];
    if (look.ActiveState !== "active")
      return bad(
        t`is ${look.ActiveState} (${look.SubState}${look.Result === undefined || look.Result === "success" ? "" : `, ${look.Result}`})`,
      );
    if (!good(look)) return bad(t`is active, but ${look.SubState}`);
  }
  const isService = shown.Type !== undefined;
  if (isService && shown.NRestarts === undefined)
    return unknown(t`cannot be asked how often it was restarted: systemd there is too old`);
  const restarts = Math.max(Number(shown.NRestarts ?? 0), Number(later.NRestarts ?? 0));
  if (restarts > check.mostRestarts) return bad(t`was restarted ${restarts} {0:time|times|times} by systemd`);
  if (
    later.ExecMainStartTimestamp !== shown.ExecMainStartTimestamp ||
    later.InactiveExitTimestamp !== shown.InactiveExitTimestamp
  )
    return bad(t`was started anew between two looks`);
  const since = timeOf(shown.InactiveExitTimestamp);
  if (since === null) return unknown(t`does not say since when it runs`);
  // A second of either clock, and one for the way between them.
  if (started !== null && since < started - 2)
    return bad(t`runs since before the release was started (${Math.round(started - since)} s before)`);
  if (!check.journal) return [];
  if (journal?.trouble !== undefined) return unknown(t`is active, but ${journal.trouble}`);
  if (journal === undefined || !journal.seen)
    return unknown(
      t`is active, but its journal holds nothing since the start, not even that it started: may golive read it, and is it kept?`,
    );
  if (journal.errors > check.mostErrors)
    return bad(
      t`has ${journal.errors === mostEntries ? t`${mostEntries} or more` : journal.errors} entries of priority err or worse in its journal since the start`,
    );
  return [];
}

/** What a unit does when all is well, by its kind. */
function good({ SubState = "", Type }: UnitFacts): boolean {
  if (Type !== undefined) return SubState === "running" || (SubState === "exited" && Type === "oneshot");
  return !["failed", "dead", "exited"].includes(SubState);
}
