import { command } from "../core/command.ts";
import { figure } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import { whatItSaid } from "../hosts/why.ts";
import type { CheckContext } from "./check.ts";
import type { CommandCheck } from "./schema.ts";

/** Exit 0 passes; 126, 127 and a time-out mean that nothing was measured. */
export async function checkCommand(check: CommandCheck, { hosts }: CheckContext): Promise<Judgement> {
  const [file = "", ...args] = check.run;
  const host = hosts.get(check.host);
  const asked = command(file, args, { timeoutSeconds: check.timeout });
  const finished = await host.attempt(asked);
  const took = t`in ${figure(finished.seconds, 1)} s`;
  if (finished.timedOut) return { verdict: "error", evidence: t`${file} did not end within ${check.timeout} s` };
  if (finished.code === 0) return { verdict: "pass", evidence: t`exit 0 ${took}` };
  const said = await whatItSaid(host, asked, finished);
  if (finished.code === 126 || finished.code === 127 || finished.code === null)
    return { verdict: "error", evidence: t`${file} could not be run${said === "" ? "" : `: ${said}`}` };
  return { verdict: "fail", evidence: t`exit ${finished.code} ${took}${said === "" ? "" : `: ${said}`}` };
}
