import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Right, rightOf } from "../../hosts/sudo/sudo.ts";
import type { PlanCertificate } from "../../plan/schema/certificate-schema.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import type { Connections } from "../launch/connect/connect.ts";
import { certificateTitle, look, words } from "./certificate.ts";

/** Before anything is touched: whether the client is there and may run. What the window would do is the note. */
export async function certificateFinding(
  plan: Plan,
  { hosts }: Pick<Connections, "hosts">,
): Promise<{ readonly problems: readonly Problem[]; readonly note: string }> {
  const found = await Promise.all(
    plan.certificates.map(async (certificate) => {
      const { state, evidence } = await look({ plan, hosts }, certificate);
      const then = {
        good: evidence,
        bad: t`${evidence}: it is renewed in the window`,
        unknown: t`${evidence}: whether it has to be renewed is not known`,
      }[state];
      return {
        problems:
          state === "unknown" && certificate.required
            ? [
                {
                  code: "certificate-unseen",
                  what: t`the certificate cannot be looked at: ${evidence}`,
                  where: certificateTitle(certificate),
                  mend: t`nothing is renewed on a guess; mend the check or what it asks`,
                },
              ]
            : [],
        note: `${certificate.id}: ${then}`,
      };
    }),
  );
  return { problems: found.flatMap(({ problems }) => problems), note: found.map(({ note }) => note).join("; ") };
}

/** The programs that a host needs for it. With sudo it is sudo that finds them. */
export function certificatePrograms({ sudo, renew: client, reload, rehearse }: PlanCertificate): string[] {
  return sudo ? ["sudo"] : [client, reload, rehearse].flatMap((words) => (words?.[0] === undefined ? [] : [words[0]]));
}

/** What golive runs with sudo to renew it. */
export function certificateRights(certificate: PlanCertificate): Right[] {
  return [certificate.renew, certificate.reload, certificate.rehearse].flatMap((one) => {
    if (one === undefined) return [];
    const { file, args } = words(certificate, one);
    return rightOf([file, ...args]) ?? [];
  });
}
