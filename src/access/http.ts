import type { AccessContext, Probed } from "./access.ts";
import { byStatus, key, prove } from "./ask.ts";
import type { HttpAccess } from "./schema.ts";

/** A GET with the key in a header. Redirects are not followed: the key belongs to that address only. */
export async function probeHttp(probe: HttpAccess, context: AccessContext): Promise<Probed> {
  const { answer: _, ...probed } = await prove(
    context,
    {
      secret: probe.secret,
      within: probe.within,
      lines: [
        ["url", probe.url],
        ["header", `${probe.header}: ${probe.prefix}`, key],
      ],
    },
    byStatus(probe.status, probe.denied),
  );
  return probed;
}
