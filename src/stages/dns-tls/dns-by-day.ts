import { prepareDns } from "../../journal/steps/steps.ts";
import { script } from "../../core/command.ts";
import { showDuration } from "../../core/text/figures.ts";
import { type Problem, problemsFrom } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { changeTitle, programsOf } from "../../dns/change.ts";
import { byCommand } from "../../dns/command.ts";
import { type Records, sameRecords, wantedRecords } from "../../dns/records.ts";
import { becomes, besideAlias, keyProblem, lookAt, nameServer, whyNot } from "../../dns/rfc2136.ts";
import type { Rfc2136 } from "../../dns/schema.ts";
import type { Host } from "../../hosts/host.ts";
import { minutesFrom, plannedOffsets } from "../../plan/window-times.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { behindOf, serversOf } from "./dns-servers.ts";
import type { Reach } from "../launch/launch.ts";

/** What can be known by day: the key may make each change, every server has what the primary has, and how long the old may be remembered. */
export async function dnsFinding(
  plan: Plan,
  { hosts }: Pick<Reach, "hosts">,
): Promise<{ step: string; problems: readonly Problem[]; note?: string }[]> {
  if (plan.dns.length === 0) return [];
  const found = await Promise.all(
    plan.dns.map(async (change): Promise<{ problems: readonly Problem[]; note: string }> => {
      const host = hosts.get(change.host);
      const { code } = await host.attempt(
        script('for p; do command -v -- "$p" >/dev/null || exit 1; done', programsOf(change), { timeoutSeconds: 30 }),
      );
      // Named by the look at the programs.
      if (code !== 0) return { problems: [], note: "" };
      if (change.kind === "command")
        return { problems: await byCommand(host, change).problems(), note: changeTitle(change) };
      let note = "";
      const problems = await problemsFrom(async () => {
        const looked = await lookByDay(plan, host, change);
        note = looked.note;
        return looked.problems;
      });
      return { problems, note };
    }),
  );
  return [
    {
      step: prepareDns.id,
      problems: found.flatMap(({ problems }) => problems),
      note: found.map(({ note }) => note).join("; "),
    },
  ];
}

async function lookByDay(
  plan: Plan,
  host: Host,
  change: Rfc2136,
): Promise<{ problems: readonly Problem[]; note: string }> {
  const where = t`${host.name}, dns ${change.id}`;
  const one = (problem: Problem): Problem => ({ ...problem, where });
  const key = await keyProblem(host, change);
  const { records, absentFor } = await lookAt(host, nameServer(change.server), change);
  if (key !== null) return { problems: [one(key)], note: "" };
  const beside = await besideAlias(host, change);
  if (beside.length > 0)
    return {
      problems: [
        one({
          code: "dns-alias-beside-records",
          what: t`${change.name} has ${beside.join(", ")} records, and an alias stands alone`,
          mend: t`take them away first, or name the addresses instead of an alias`,
        }),
      ],
      note: "",
    };
  const refused = await whyNot(host, change, records);
  if (refused !== null) return { problems: [one(refused)], note: "" };
  const servers = await serversOf(host, change);
  const behind = await behindOf(host, change, servers, records);
  return {
    problems: behind.map((what) =>
      one({
        code: "dns-servers-disagree",
        what: t`the servers of ${change.zone} do not agree today: ${what}`,
        mend: t`a change would not reach that one either; mend its transfer`,
      }),
    ),
    note: changeNote(plan, change, { records, absentFor }),
  };
}

/** What the change will do, and how long others may remember what is there now. */
function changeNote(
  plan: Plan,
  change: Rfc2136,
  { records, absentFor }: { readonly records: Records; readonly absentFor: number },
): string {
  if (sameRecords(records, wantedRecords(change))) return t`${change.name} is so already`;
  const remembered = records.length === 0 ? absentFor : Math.max(...records.map(({ ttl }) => ttl));
  const left = secondsLeft(plan);
  const late =
    remembered > left
      ? t` ⚠ longer than the ${showDuration(left)} from there to the window's end: lower the TTL at least ${showDuration(remembered)} before`
      : "";
  return t`${becomes(change, records)}, remembered for ${showDuration(remembered)} after it changes${late}`;
}

/** From the planned change to the window's end. */
function secondsLeft({ window }: Plan): number {
  const length = minutesFrom(window.start, window.end);
  return (length - plannedOffsets(window, length)["dns-tls"]) * 60;
}
