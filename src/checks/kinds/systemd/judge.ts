import { t } from "../../../core/text/text.ts";
import { type Judgement, together, type Told } from "../../../core/verdict.ts";
import { type JournalFacts, mostEntries, timeOf, type UnitFacts, type UnitSight } from "./look.ts";
import type { SystemdCheck } from "./schema.ts";

/** `started`: when the deploy began to start the services there, by the host's clock. */
export function judgeSystemd(
  check: SystemdCheck,
  host: string,
  sights: readonly UnitSight[],
  started: number | null,
): Judgement {
  const told = sights.flatMap((sight) => {
    const found = ofUnit(check, sight, started);
    return found === null ? [] : [{ verdict: found.verdict, what: t`${sight.unit} on ${host} ${found.what}` }];
  });
  if (told.length > 0) return together(told);
  const units = sights.map(({ unit }) => unit).join(", ");
  const restarts = check.mostRestarts === 0 ? t`, never restarted` : "";
  const errors = sights.reduce((sum, { journal }) => sum + (journal?.errors ?? 0), 0);
  const counted = check.journal ? t`, ${errors} errors in the journal` : "";
  return {
    verdict: "pass",
    evidence: `${host}: ${units} ${sights.length === 1 ? "runs" : "run"}${restarts}${counted}`,
  };
}

const bad = (what: string): Told => ({ verdict: "fail", what });
const unknown = (what: string): Told => ({ verdict: "error", what });

/** What is wrong with a unit, the plainest first; null when nothing is. */
function ofUnit(check: SystemdCheck, { shown, later, journal }: UnitSight, started: number | null): Told | null {
  if (shown.LoadState === undefined) return unknown(t`is not told of by systemd`);
  if (shown.LoadState === "not-found") return bad(t`is no unit there`);
  if (shown.LoadState === "masked") return bad(t`is masked`);
  return (
    ofState(shown) ??
    ofState(later) ??
    ofRestarts(check, shown, later) ??
    ofStart(shown, started) ??
    (check.journal ? ofJournal(check, journal) : null)
  );
}

function ofState(look: UnitFacts): Told | null {
  if (look.ActiveState === undefined) return unknown(t`is not told of by systemd a second time`);
  if (look.ActiveState === "activating" && look.SubState !== "auto-restart")
    return { verdict: "inconclusive", what: t`is still starting (${look.SubState})` };
  if (look.ActiveState !== "active") {
    const result = look.Result === undefined || look.Result === "success" ? "" : `, ${look.Result}`;
    return bad(t`is ${look.ActiveState} (${look.SubState}${result})`);
  }
  return good(look) ? null : bad(t`is active, but ${look.SubState}`);
}

/** What a unit does when all is well, by its kind. */
function good({ SubState = "", Type }: UnitFacts): boolean {
  if (Type !== undefined) return SubState === "running" || (SubState === "exited" && Type === "oneshot");
  return !["failed", "dead", "exited"].includes(SubState);
}

function ofRestarts({ mostRestarts }: SystemdCheck, shown: UnitFacts, later: UnitFacts): Told | null {
  const isService = shown.Type !== undefined;
  if (isService && shown.NRestarts === undefined)
    return unknown(t`cannot be asked how often it was restarted: systemd there is too old`);
  const restarts = Math.max(Number(shown.NRestarts ?? 0), Number(later.NRestarts ?? 0));
  if (restarts > mostRestarts) return bad(t`was restarted ${restarts} {0:time|times|times} by systemd`);
  const anew =
    later.ExecMainStartTimestamp !== shown.ExecMainStartTimestamp ||
    later.InactiveExitTimestamp !== shown.InactiveExitTimestamp;
  return anew ? bad(t`was started anew between two looks`) : null;
}

function ofStart(shown: UnitFacts, started: number | null): Told | null {
  const since = timeOf(shown.InactiveExitTimestamp);
  if (since === null) return unknown(t`does not say since when it runs`);
  // A second of either clock, and one for the way between them.
  if (started !== null && since < started - 2)
    return bad(t`runs since before the release was started (${Math.round(started - since)} s before)`);
  return null;
}

function ofJournal({ mostErrors }: SystemdCheck, journal: JournalFacts | undefined): Told | null {
  if (journal?.trouble !== undefined) return unknown(t`is active, but ${journal.trouble}`);
  if (journal === undefined || !journal.seen)
    return unknown(
      t`is active, but its journal holds nothing since the start, not even that it started: may golive read it, and is it kept?`,
    );
  if (journal.errors <= mostErrors) return null;
  const count = journal.errors === mostEntries ? t`${mostEntries} or more` : journal.errors;
  return bad(t`has ${count} entries of priority err or worse in its journal since the start`);
}
