import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { type AccessContext, type Probed, unknown } from "./access.ts";
import { type Access, probeKindOf } from "./registry.ts";

/** Proves one access from the host that needs it. A key that is refused fails; what cannot be asked is `error`. */
export async function probeAccess(probe: Access, context: AccessContext): Promise<Probed> {
  try {
    return await probeKindOf(probe).run(probe, context);
  } catch (error) {
    if (error instanceof UserError)
      return unknown(t`${context.host.name} itself cannot be reached, so nothing was asked`);
    throw error;
  }
}

export function accessTitle(probe: Access): string {
  return probe.title ?? probeKindOf(probe).title(probe);
}
