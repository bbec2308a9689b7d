import { command } from "../../../core/command.ts";
import { errorLine } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Told } from "../../../core/verdict.ts";
import type { Host } from "../../../hosts/host.ts";

export type Renewal = { readonly timer: string; readonly problem: Told | null } | null;

const bad = (what: string): Told => ({ verdict: "fail", what });
const unknown = (what: string): Told => ({ verdict: "error", what });

/** Whether a timer of systemd is active and has a next run, and its last run was good. */
export async function renewalOf(host: Host, timer: string): Promise<Renewal> {
  const show = (properties: string, unit: string) =>
    host.attempt(command("systemctl", ["show", `--property=${properties}`, "--", unit], { timeoutSeconds: 30 }));
  try {
    const shown = await show("LoadState,ActiveState,NextElapseUSecRealtime,NextElapseUSecMonotonic,Unit", timer);
    const service = /^Unit=(.+)$/m.exec(shown.stdout)?.[1];
    const last = service === undefined ? "" : (await show("Result", service)).stdout;
    return { timer, problem: renewalProblem(timer, host.name, shown.stdout, last) };
  } catch (error) {
    return { timer, problem: unknown(t`${timer} cannot be asked for: ${errorLine(error)}`) };
  }
}

function renewalProblem(timer: string, host: string, shown: string, service: string): Told | null {
  const of = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(shown)?.[1];
  if (of("LoadState") === undefined) return unknown(t`systemd on ${host} does not say how ${timer} is`);
  if (of("LoadState") !== "loaded") return bad(t`there is no ${timer} on ${host}`);
  if (of("ActiveState") !== "active") return bad(t`${timer} on ${host} is ${of("ActiveState")}`);
  const next = [of("NextElapseUSecRealtime"), of("NextElapseUSecMonotonic")].some(
    (time) => time !== undefined && !["", "0", "infinity", "n/a"].includes(time),
  );
  if (!next) return bad(t`${timer} on ${host} has no next run`);
  const result = /^Result=(.*)$/m.exec(service)?.[1];
  if (result === undefined) return unknown(t`systemd on ${host} does not say how the last run of ${timer} went`);
  return result === "success" ? null : bad(t`the last run of ${timer} on ${host} failed (${result})`);
}
