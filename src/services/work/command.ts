import { z } from "zod";
import { t } from "../../core/text/text.ts";
import { rootCommand } from "../../hosts/sudo/sudo.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { argv } from "../../plan/schema/fields.ts";
import { byExitCode, rightsOf, type Ways } from "./by-exit-code.ts";
import { defineWork, workKeys } from "./kind.ts";

const commandSchema = z.strictObject({
  kind: z.literal("command"),
  ...workKeys,
  pause: argv("Pauses it. No shell reads it."),
  resume: argv("Lets it work again."),
  status: argv("Exits 0 when it works, 3 when it is paused, anything else when it cannot tell."),
});

/** Whatever else works by itself, by the team's own commands. */
export const byCommand = defineWork(commandSchema, {
  name: ({ id }) => id,
  open: (host, work) =>
    byExitCode(host, {
      ...waysOf(work),
      name: work.title ?? work.id,
      mend: t`its status has to exit 0 when it works and 3 when it is paused`,
      problems: async () => [],
    }),
  rights: (work) => rightsOf(waysOf(work)),
});

function waysOf({ sudo, timeout, ...work }: Parsed<typeof commandSchema>): Ways {
  const words = (given: readonly string[]) => rootCommand(sudo, given, { timeoutSeconds: timeout });
  return { status: words(work.status), pause: words(work.pause), resume: words(work.resume) };
}
