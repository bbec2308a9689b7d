import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { keyOf, linesOf, runCommand } from "./run.ts";
import type { CommandsPlan } from "./schema.ts";

/** Bytes that a backup takes at most, by the plan's command. */
export async function sizeOf(host: Host, plan: CommandsPlan): Promise<number> {
  const lines = linesOf(host, "size", await runCommand(host, plan, "size"));
  const bytes = Number(lines[0]?.trim());
  if (lines.length === 1 && /^\s*\d{1,16}$/.test(lines[0] ?? "") && bytes > 0) return bytes;
  throw new UserError({
    code: "engine-size-no-number",
    what: t`${keyOf("size")} printed something else than one number of bytes above 0`,
    where: host.name,
    mend: t`let it print the bytes as digits, and nothing else`,
  });
}
