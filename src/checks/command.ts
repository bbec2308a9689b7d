import { command } from "../core/command.ts";
import { publicTail } from "../core/public-tail.ts";
import { figure } from "../core/figures.ts";
import { t } from "../core/text.ts";
import type { Judgement } from "../core/verdict.ts";
import type { CheckContext } from "./check.ts";
import type { CommandCheck } from "./schema.ts";

/** Exit 0 passes; 126, 127 and a time-out mean that nothing was measured. */
export async function checkCommand(check: CommandCheck, { hosts }: CheckContext): Promise<Judgement> {
  const [file = "", ...args] = check.run;
  const finished = await hosts.get(check.host).attempt(command(file, args, { timeoutSeconds: check.timeout }));
  const took = t`in ${figure(finished.seconds, 1)} s`;
  if (finished.timedOut) return { verdict: "error", evidence: t`${file} did not end within ${check.timeout} s` };
  if (finished.code === 0) return { verdict: "pass", evidence: t`exit 0 ${took}` };
  const said = publicTail(finished.stderr, [], 1);
  if (finished.code === 126 || finished.code === 127 || finished.code === null)
    return { verdict: "error", evidence: t`${file} could not be run${said === "" ? "" : `: ${said}`}` };
  return { verdict: "fail", evidence: t`exit ${finished.code} ${took}${said === "" ? "" : `: ${said}`}` };
}
