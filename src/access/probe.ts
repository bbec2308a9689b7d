import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { type AccessContext, type Probed, unknown } from "./access.ts";
import { probeCommand } from "./command.ts";
import { probeGithub } from "./github.ts";
import { probeHttp } from "./http.ts";
import { probePostgres } from "./postgres.ts";
import { probeS3 } from "./s3.ts";
import type { Access } from "./schema.ts";
import { probeSmtp } from "./smtp.ts";
import { probeSsh } from "./ssh.ts";
import { probeTelegram } from "./telegram.ts";

/** Proves one access from the host that needs it. A key that is refused fails; what cannot be asked is `error`. */
export async function probeAccess(probe: Access, context: AccessContext): Promise<Probed> {
  try {
    return await probed(probe, context);
  } catch (error) {
    if (error instanceof UserError)
      return unknown(t`${context.host.name} itself cannot be reached, so nothing was asked`);
    throw error;
  }
}

function probed(probe: Access, context: AccessContext): Promise<Probed> {
  switch (probe.kind) {
    case "http":
      return probeHttp(probe, context);
    case "smtp":
      return probeSmtp(probe, context);
    case "s3":
      return probeS3(probe, context);
    case "postgres":
      return probePostgres(probe, context);
    case "ssh":
      return probeSsh(probe, context);
    case "telegram":
      return probeTelegram(probe, context);
    case "github":
      return probeGithub(probe, context);
    case "command":
      return probeCommand(probe, context);
  }
}

export function accessTitle(probe: Access): string {
  if (probe.title !== undefined) return probe.title;
  switch (probe.kind) {
    case "http":
      return t`${new URL(probe.url).host} takes ${probe.secret}`;
    case "smtp":
      return t`Mail server ${probe.host} takes ${probe.secret}`;
    case "s3":
      return t`Bucket ${probe.bucket} opens with ${probe.secret}`;
    case "postgres":
      return t`Database ${probe.database} lets the service in`;
    case "ssh":
      return t`${probe.address} lets ${probe.user} in`;
    case "telegram":
      return t`Telegram takes ${probe.secret}`;
    case "github":
      return t`GitHub takes ${probe.secret}`;
    case "command":
      return t`${probe.run[0]} says so`;
  }
}
