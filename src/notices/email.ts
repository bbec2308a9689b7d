import { z } from "zod";
import { msg, t } from "../core/text/text.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { text } from "../plan/schema/fields.ts";
import { channelId, defineChannel, key, type Message, type Sent, type Way } from "./kind.ts";

const mailAddress = z.string().regex(/^[^\s<>"@,;:\\]+@[A-Za-z0-9.-]+$/, msg`is not a mail address`);
const emailSchema = z.strictObject({
  kind: z.literal("email"),
  id: channelId,
  host: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, msg`must be a name or an address`)
    .describe("The mail server."),
  port: z.int().min(1).max(65535).default(587),
  secure: z
    .boolean()
    .default(false)
    .describe("TLS from the first byte (port 465). Without it STARTTLS, which has to be there."),
  user: text("Who logs in. Without one nobody does.").optional(),
  key: key("The password."),
  from: mailAddress,
  to: z.array(mailAddress).min(1, msg`needs at least one address`),
  ca: z
    .string()
    .regex(
      /^-----BEGIN CERTIFICATE-----\s[\s\S]+-----END CERTIFICATE-----\s*$/,
      msg`must be certificates in PEM (-----BEGIN CERTIFICATE-----)`,
    )
    .optional()
    .describe("Certificates of a private CA, in PEM; no other is trusted then."),
});

const patienceMs = 8000;

/** A mail of plain text, over TLS and to a server whose certificate holds. What may have been taken is not sent again. */
export const email = defineChannel(emailSchema, { send });

async function send(
  { host, port, secure, user, from, to, ca }: Parsed<typeof emailSchema>,
  message: Message,
  { secret, signal, doubtful }: Way,
): Promise<Sent> {
  if (doubtful) return { status: "unknown", why: t`an earlier try may have arrived` };
  // Loaded with the first mail: most launches send none, and every action reads a plan.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === undefined ? {} : { auth: { user, pass: secret } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
  });
  const end = () => transport.close();
  signal.addEventListener("abort", end, { once: true });
  try {
    await transport.sendMail({
      from,
      to: [...to],
      subject: `${message.service} ${message.tag}: ${message.headline}`.slice(0, 200),
      text: [message.headline, "", ...message.lines, "", message.link].join("\n"),
      // The same in every try: a server or a reader that has it drops the second.
      messageId: `<${message.key.replaceAll(/[^A-Za-z0-9.-]/g, "-")}@golive.invalid>`,
      date: new Date(message.at),
    });
    return { status: "sent" };
  } catch (error) {
    const {
      command,
      code,
      responseCode,
      message: said,
    } = error as { command?: string; code?: string; responseCode?: number; message: string };
    // A connection that broke off or fell silent may have done so once the mail was taken.
    const unknown =
      responseCode === undefined &&
      (code === "ECONNECTION" || command === "DATA" || (code === "ETIMEDOUT" && said === "Timeout"));
    return {
      status: unknown ? "unknown" : "failed",
      why: t`the mail server ${host}: ${responseCode ?? code ?? t`no connection`}`,
    };
  } finally {
    signal.removeEventListener("abort", end);
    transport.close();
  }
}
