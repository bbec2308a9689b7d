import { createTransport } from "nodemailer";
import { t } from "../core/text/text.ts";
import type { Message, Sent, Way } from "./channel.ts";
import type { ChannelOf } from "./schema.ts";

const patienceMs = 8000;

/** A mail of plain text, over TLS and to a server whose certificate holds. What may have been taken is not sent again. */
export async function sendEmail(
  { host, port, secure, user, from, to, ca }: ChannelOf<"email">,
  message: Message,
  { secret, signal, doubtful }: Way,
): Promise<Sent> {
  if (doubtful) return { status: "unknown", why: t`an earlier try may have arrived` };
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
