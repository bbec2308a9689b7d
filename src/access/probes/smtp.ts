import { z } from "zod";
import { msg, t } from "../../core/text/text.ts";
import { type AccessContext, failed, type Probed, unknown } from "../access.ts";
import { key, login } from "../asking/ask.ts";
import { prove, type Rule } from "../asking/prove.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { setting } from "../../plan/schema/fields.ts";
import { common, port, secret, within } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";

const smtpSchema = z
  .strictObject({
    kind: z.literal("smtp"),
    ...common,
    within,
    host: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9.-]*$|^\[[0-9A-Fa-f:.]+\]$/,
        msg`must be a name, an IPv4 address, or an IPv6 address in [ ]`,
      )
      .describe("Mail server."),
    port: port.default(587),
    user: z
      .string()
      .min(1, msg`is empty`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is kept out
      .regex(/^[^\x00-\x1f\x7f:]*$/, msg`holds a colon or a control character`)
      .optional()
      .describe("Login at the mail server."),
    "user-secret": setting("Setting that holds the login instead.").optional(),
    secret,
    tls: z.enum(["starttls", "implicit", "none"]).default("starttls"),
  })
  .refine((probe) => (probe.user === undefined) !== (probe["user-secret"] === undefined), {
    path: ["user"],
    message: msg`needs one of user and user-secret`,
  });
export type SmtpAccess = Parsed<typeof smtpSchema>;

export const smtp = defineProbe(smtpSchema, {
  programs: ["curl"],
  readsSettings: true,
  title: (probe) => t`Mail server ${probe.host} takes ${probe.secret}`,
  run: probeSmtp,
});

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
