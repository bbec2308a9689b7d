import { type Command, script } from "../../../core/command.ts";
import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { type Info, infoOf } from "./info.ts";
import { forget, keep, kept } from "./scripts.ts";

/** What the webhook was before it was paused, on its host. */
export interface Memory {
  keep(info: Info): Promise<void>;
  /** Null when nothing is kept. Its text is never shown. */
  recall(): Promise<Info | null>;
  forget(): Promise<void>;
}

/** `name` is what people call the webhook. */
export function memoryOn(host: Host, file: string, name: string): Memory {
  const where = host.name;
  const own = (text: string, stdin?: string): Command =>
    script(text, [file], { timeoutSeconds: 30, label: t`keep ${file}`, ...(stdin === undefined ? {} : { stdin }) });
  return {
    keep: async (info) => void (await host.run(own(keep, JSON.stringify(info)))),
    forget: async () => void (await host.run(own(forget))),
    async recall() {
      const { code, stdout } = await host.attempt(own(kept));
      if (code !== 0)
        throw new UserError({
          code: "webhook-memory-unreadable",
          what: t`what ${name} was cannot be read`,
          where,
          mend: t`is the home folder of the connection's user there?`,
        });
      try {
        return stdout.trim() === "" ? null : infoOf(JSON.parse(stdout), where);
      } catch {
        throw new UserError({
          code: "webhook-memory-broken",
          what: t`what ${name} was is no longer readable`,
          where,
          mend: t`set the webhook by hand, then remove ~/.local/state/golive/${file}`,
        });
      }
    },
  };
}
