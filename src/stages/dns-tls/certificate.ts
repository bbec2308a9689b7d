import { lookAtCertificate } from "../../checks/kinds/tls/tls.ts";
import { checksOf } from "../../checks/registry.ts";
import type { Command } from "../../core/command.ts";
import { InternalError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { rootCommand } from "../../hosts/sudo/sudo.ts";
import type { PlanCertificate } from "../../plan/schema/certificate-schema.ts";
import type { Launch } from "../launch/context.ts";

export function certificateTitle({ title, check }: PlanCertificate): string {
  return title ?? t`The certificate of ${check} is good, or renewed`;
}

export type Seen = Awaited<ReturnType<typeof lookAtCertificate>>;

/** How its check finds it. */
export function look({ plan, hosts }: Pick<Launch, "plan" | "hosts">, { check: id }: PlanCertificate): Promise<Seen> {
  const check = checksOf("tls", plan.verify.checks).find((one) => one.id === id);
  if (check === undefined) throw new InternalError(t`there is no check ${id} of kind tls`);
  return lookAtCertificate(check, { plan, hosts });
}

/** One of its commands as it is run. */
export function words({ sudo, timeout }: PlanCertificate, given: readonly string[]): Command {
  return rootCommand(sudo, given, { timeoutSeconds: timeout });
}
