import { z } from "zod";
import { command as commandOf } from "../../core/command.ts";
import { figure } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { type AccessContext, asUser, failed, milliseconds, type Probed, unknown } from "../access.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { argv, duration } from "../../plan/schema/fields.ts";
import { common } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";

const commandSchema = z.strictObject({
  kind: z.literal("command"),
  ...common,
  run: argv(
    "Program and arguments; exit 0 is a pass, anything else a failure. No shell reads it, and no key belongs in it.",
  ),
  timeout: duration("2m"),
});
export type CommandAccess = Parsed<typeof commandSchema>;

export const command = defineProbe(commandSchema, {
  programs: [],
  readsSettings: false,
  title: (probe) => t`${probe.run[0]} says so`,
  run: probeCommand,
});

/** Exit 0 passes. Whatever the program prints stays where it is: it may be the key. */
export async function probeCommand(probe: CommandAccess, context: AccessContext): Promise<Probed> {
  const [file = "", ...args] = probe.run;
  const finished = await context.host.attempt(
    commandOf(file, args, { timeoutSeconds: probe.timeout, ...asUser(context) }),
  );
  if (finished.timedOut) return unknown(t`did not end within ${probe.timeout} s`);
  const latencyMs = milliseconds(finished.seconds);
  if (finished.code === 0)
    return { verdict: "pass", evidence: t`exit 0 in ${figure(finished.seconds, 1)} s`, latencyMs };
  if (finished.code === 126 || finished.code === 127 || finished.code === null)
    return unknown(t`the program could not be run`);
  return { ...failed(t`exit ${finished.code} in ${figure(finished.seconds, 1)} s`), latencyMs };
}
