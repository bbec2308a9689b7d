import { z } from "zod";
import { command as commandOf, type Finished } from "../../core/command.ts";
import { figure } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";
import { whatItSaid } from "../../hosts/why.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { argv, duration, hostName } from "../../plan/schema/fields.ts";
import { common } from "../common-schema.ts";
import type { CheckContext } from "../context.ts";
import { defineCheck } from "../define-check.ts";

const commandSchema = z.strictObject({
  kind: z.literal("command"),
  ...common,
  host: hostName,
  run: argv("Program and arguments; exit 0 is a pass, anything else a failure. No shell reads it."),
  timeout: duration("2m"),
});
export type CommandCheck = Parsed<typeof commandSchema>;

export const command = defineCheck(commandSchema, {
  cost: "work",
  phases: ["verify", "prepare", "trial"],
  title: (check) => t`${check.run[0]} says so on ${check.host}`,
  hosts: (check) => [{ path: ["host"], host: check.host }],
  commands: (check) => [{ host: check.host, words: check.run }],
  run: checkCommand,
});

/** Exit 0 passes; 126, 127 and a time-out mean that nothing was measured. */
export async function checkCommand(check: CommandCheck, { hosts, built }: CheckContext): Promise<Judgement> {
  if (built?.attempt) return judgeTried(check, await built.attempt(check.run, check.timeout));
  const [file = "", ...args] = check.run;
  const host = hosts.get(check.host);
  const asked = commandOf(file, args, { timeoutSeconds: check.timeout });
  const finished = await host.attempt(asked);
  const took = t`in ${figure(finished.seconds, 1)} s`;
  if (finished.timedOut) return { verdict: "error", evidence: t`${file} did not end within ${check.timeout} s` };
  if (finished.code === 0) return { verdict: "pass", evidence: t`exit 0 ${took}` };
  const said = await whatItSaid(host, asked, finished);
  if (unrun(finished))
    return { verdict: "error", evidence: t`${file} could not be run${said === "" ? "" : `: ${said}`}` };
  return { verdict: "fail", evidence: t`exit ${finished.code} ${took}${said === "" ? "" : `: ${said}`}` };
}

/** In a release that is only tried: what it printed may be of the copy's data, so its exit code alone is told. */
function judgeTried({ timeout }: CommandCheck, { code, timedOut }: Finished): Judgement {
  if (timedOut) return { verdict: "error", evidence: t`did not end within ${timeout} s` };
  if (code === 0) return { verdict: "pass", evidence: "exit 0" };
  return { verdict: code === 126 || code === 127 ? "error" : "fail", evidence: t`exited ${code}` };
}

function unrun({ code }: Finished): boolean {
  return code === 126 || code === 127 || code === null;
}
