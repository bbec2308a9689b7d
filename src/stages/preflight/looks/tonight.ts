import { DateTime } from "luxon";
import { errorLine } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { currentOrNextWindow } from "../../../core/window/window.ts";
import type { Host } from "../../../hosts/host.ts";
import { prepareTonight } from "../../../journal/steps/steps.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Span } from "../../../services/fires/cron-times.ts";
import { fireText, mayName, type Telling } from "../../../services/fires/fire-text.ts";
import { type Fire, firesIn } from "../../../services/fires/fires.ts";
import { lookWhatFires } from "../../../services/fires/look.ts";
import { lineToPause, pausedBy, type Where } from "../../../services/fires/paused.ts";
import type { Seen } from "../../../services/fires/seen.ts";
import { nameOf } from "../../../services/scheduled.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { RunContext } from "../../launch/context.ts";
import type { Finding } from "../finding.ts";
import { rightsOn } from "../rights.ts";
import { workflowsTonight } from "./workflows.ts";

const hour = 3_600_000;

/** The window that comes, and the hour after it: a way back may take as long. */
export function tonight({ window, timezone }: Pick<Plan, "window" | "timezone">, now: DateTime): Span {
  const { start, end } = currentOrNextWindow(window, timezone, now);
  return { from: start.toMillis(), until: end.toMillis() + hour };
}

/**
 * What else runs by itself while the site is closed, on every host of the plan. Told and never refused: whether a dump
 * or a renewal may be there is the team's to say.
 */
export async function tonightFinding(
  plan: Plan,
  { hosts, github, run }: Pick<Connections, "hosts"> & Pick<RunContext, "github" | "run">,
  now: DateTime = DateTime.now(),
): Promise<Finding> {
  const span = tonight(plan, now);
  const told = await Promise.all([
    ...hosts.all.map((host) => onHost(plan, host, span)),
    workflowsTonight(plan, { github, run }, span),
  ]);
  const [from, until] = [span.from, span.until].map((at) =>
    DateTime.fromMillis(at, { zone: plan.timezone }).toFormat("HH:mm"),
  );
  const found = told.flat();
  return {
    step: prepareTonight.id,
    problems: [],
    note: found.length === 0 ? t`nothing, ${from} to ${until}` : t`${from} to ${until}: ${found.join("; ")}`,
  };
}

async function onHost(plan: Plan, host: Host, span: Span): Promise<string[]> {
  const users = rightsOn(plan, host.name).flatMap(({ as, words }) => (words === null ? [as] : []));
  let seen: Seen;
  try {
    seen = await lookWhatFires(host, [...new Set(users)], span);
  } catch (error) {
    return [t`${host.name} could not be asked: ${errorLine(error)}`];
  }
  const fires = firesIn(seen, span);
  const telling: Telling = { zone: plan.timezone, rotated: seen.rotated, known: accountsOf(plan, users) };
  const where: Where = {
    host: host.name,
    root: isRoot(plan, host.name),
    cron: seen.cron,
    mayName: (account) => mayName(account, telling.known),
  };
  return [
    ...fires.map((fire) => `${host.name} ${oneText(plan, fire, telling, where)}`),
    ...seen.unread.map((folder) => t`${host.name}: other users' crontabs (${folder}) cannot be read`),
    ...(seen.timersUnread ? [t`${host.name}: its timers cannot be read`] : []),
  ];
}

function oneText({ services }: Plan, fire: Fire, telling: Telling, where: Where): string {
  const text = fireText(fire, telling);
  const work = pausedBy(fire, where.host, services.pause);
  if (work !== undefined) return t`${text}: paused as ${nameOf(work)}`;
  const line = lineToPause(fire, where);
  return line === null ? text : t`${text} → to pause it, under services.pause: ${line}`;
}

function isRoot({ hosts }: Plan, name: string): boolean {
  const how = hosts[name];
  return how?.connect === "ssh" && how.user === "root";
}

function accountsOf({ hosts }: Plan, users: readonly string[]): ReadonlySet<string> {
  return new Set([...users, ...Object.values(hosts).flatMap((how) => (how.connect === "ssh" ? [how.user] : []))]);
}
