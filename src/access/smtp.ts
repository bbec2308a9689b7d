import { t } from "../core/text/text.ts";
import type { AccessContext, Probed } from "./access.ts";
import { unknown, failed } from "./access.ts";
import { key, login, prove, type Rule } from "./ask.ts";
import type { SmtpAccess } from "./schema.ts";

const rule: Rule = {
  good: ({ status, loginDenied }) => loginDenied !== true && status >= 200 && status < 300,
  // A 4xx means "not now", whatever the login.
  denied: ({ status, loginDenied }) => loginDenied === true && !(status >= 400 && status < 500),
  otherwise: ({ status }) =>
    status >= 400 && status < 500
      ? unknown(t`status ${status}: the server is not able to tell now`)
      : failed(t`status ${status} after the login`),
};

/** Logs in and says NOOP: no sender, no recipient, no message. */
export async function probeSmtp(probe: SmtpAccess, context: AccessContext): Promise<Probed> {
  const scheme = probe.tls === "implicit" ? "smtps" : "smtp";
  const user = probe.user ?? login;
  const { answer: _, ...probed } = await prove(
    context,
    {
      secret: probe.secret,
      login: probe.userSecret,
      within: probe.within,
      lines: [
        ["url", `${scheme}://${probe.host}:${probe.port}`],
        ["user", user, ":", key],
        ["request", "NOOP"],
        ...(probe.tls === "starttls" ? [["ssl-reqd"] as const] : []),
      ],
    },
    rule,
  );
  return probed;
}
