import { type Command, type CommandOptions, script } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { HaproxyPlan } from "./schema.ts";
import { say } from "./scripts.ts";

/** A script on a balancer, as the user that may write the map and the socket. */
export function asked(
  { runAs: user }: HaproxyPlan,
  text: string,
  values: readonly string[],
  options: CommandOptions,
): Command {
  return script(text, values, { timeoutSeconds: 30, ...options, ...(user === undefined ? {} : { user }) });
}

/** One command at HAProxy's runtime socket, and its answer. */
export async function tell(host: Host, plan: HaproxyPlan, text: string): Promise<string> {
  return (await host.run(asked(plan, say, [text, plan.socket], { label: text }))).stdout;
}

interface Row {
  readonly name: string;
  readonly sessions: number;
  readonly status: string;
}

/** A backend's rows of `show stat`, by the names of its columns. */
export async function rowsOf(host: Host, plan: HaproxyPlan, backend: string): Promise<readonly Row[]> {
  const [head = "", ...lines] = (await tell(host, plan, "show stat")).split("\n");
  const names = head.replace(/^# /, "").split(",");
  const [at, name, sessions, status] = ["pxname", "svname", "scur", "status"].map((column) => names.indexOf(column));
  const rows = lines
    .map((line) => line.split(","))
    .filter((cells) => cells[at ?? -1] === backend && cells[name ?? -1] !== "FRONTEND");
  if (rows.length === 0)
    throw new UserError({
      code: "haproxy-backend-unknown",
      what: t`HAProxy has no backend ${backend}`,
      where: host.name,
      mend: t`is load-balancer.backend spelled as in haproxy.cfg?`,
    });
  return rows.map((cells) => ({
    name: cells[name ?? -1] ?? "",
    sessions: Number(cells[sessions ?? -1]),
    status: cells[status ?? -1] ?? "",
  }));
}

/** The requests that run in a backend: its own count, as the page is answered before it and health checks are none of it. */
export async function runningIn(host: Host, plan: HaproxyPlan, backend: string): Promise<number> {
  const rows = await rowsOf(host, plan, backend);
  return rows.filter(({ name }) => name === "BACKEND").reduce((sum, { sessions }) => sum + sessions, 0);
}
