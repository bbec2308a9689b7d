import { z } from "zod";
import { kindNamed, schemasOf } from "../core/kinds.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import type { CheckDefinition } from "./define-check.ts";
import { command } from "./kinds/command.ts";
import { dns } from "./kinds/dns/dns.ts";
import { elasticsearch } from "./kinds/logs/elasticsearch.ts";
import { grafana } from "./kinds/grafana.ts";
import { http } from "./kinds/http/http.ts";
import { loki } from "./kinds/logs/loki.ts";
import { migrations } from "./kinds/migrations.ts";
import { prometheus } from "./kinds/prometheus/prometheus.ts";
import { smoke } from "./kinds/smoke/smoke.ts";
import { systemd } from "./kinds/systemd/systemd.ts";
import { telegramBot } from "./kinds/telegram-bot/telegram-bot.ts";
import { tls } from "./kinds/tls/tls.ts";

/** Every kind of check. */
export const checkKinds = [
  http,
  smoke,
  command,
  tls,
  dns,
  systemd,
  migrations,
  telegramBot,
  prometheus,
  loki,
  elasticsearch,
  grafana,
] as const;

export const checkSchema = z.discriminatedUnion("kind", schemasOf(checkKinds));
export type PlanCheck = Parsed<typeof checkSchema>;

export function kindOf({ kind }: PlanCheck): CheckDefinition<PlanCheck> {
  return kindNamed(checkKinds, "kind", kind);
}

/** Those of one kind. */
export function checksOf<Name extends PlanCheck["kind"]>(
  name: Name,
  checks: readonly PlanCheck[],
): Extract<PlanCheck, { kind: Name }>[] {
  return checks.filter((check): check is Extract<PlanCheck, { kind: Name }> => check.kind === name);
}
