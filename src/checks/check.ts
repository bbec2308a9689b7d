import { deferred } from "../core/deferred.ts";
import { showDuration } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import type { Release } from "../core/release.ts";
import type { Hosts } from "../hosts/open-hosts.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { checkCommand } from "./command.ts";
import { checkDns } from "./dns.ts";
import { checkElasticsearch } from "./elasticsearch.ts";
import { checkGrafana } from "./grafana.ts";
import { checkHttp } from "./http.ts";
import { checkLoki } from "./loki.ts";
import { checkMigrations, type Migrations } from "./migrations.ts";
import { checkPrometheus } from "./prometheus.ts";
import type { PlanCheck } from "./schema.ts";
import { checkSmoke } from "./smoke.ts";
import { checkSystemd } from "./systemd.ts";
import { checkTelegramBot } from "./telegram-bot.ts";
import { checkTls } from "./tls.ts";

export interface CheckContext {
  readonly plan: Plan;
  /** What should be running: the new release, or the previous one after a rollback. */
  readonly expected: Pick<Release, "tag" | "commit">;
  readonly hosts: Hosts;
  /** What leads past the maintenance page, while it is up. */
  readonly bypass?: string | undefined;
  /** When the journal has it that the services were started on a host; without a launch nothing is known of it. */
  readonly startedOn?: ((host: string) => string | undefined) | undefined;
  /** The live release's migrations, on the host that is named or the one that migrates; null when the plan does not tell of them. */
  readonly migrations?: ((host: string | undefined) => Migrations | null) | undefined;
  /** Id of the run that asks. */
  readonly run?: number | undefined;
  /** When the release was started, and when the site closed before that, as the journal has it; without a launch neither is known. */
  readonly since?: string | undefined;
  readonly closedAt?: string | undefined;
  /** The version that must not be there any more, where it is known. */
  readonly previous?: string | undefined;
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal | undefined;
  /** A built release that is not live: where it lies, and what is put over the check's own variables. */
  readonly built?: { readonly directory: string; readonly env?: Readonly<Record<string, string>> };
}

/** Runs one check of the plan, no longer than its limit. What a check cannot measure is `error`, told in its own words. */
export async function runCheck(check: PlanCheck, context: CheckContext): Promise<Judgement> {
  const over = new AbortController();
  const limit = deferred<Judgement>();
  const timer = setTimeout(() => {
    limit.resolve({
      verdict: "error",
      evidence: t`did not come to an end within its limit of ${showDuration(check.limit)}`,
    });
    over.abort();
  }, check.limit * 1000);
  const judged = runKind(check, {
    ...context,
    signal: context.signal ? AbortSignal.any([context.signal, over.signal]) : over.signal,
  });
  // One that ends after its limit is heard no more.
  judged.catch(() => {});
  return Promise.race([judged, limit.promise]).finally(() => clearTimeout(timer));
}

/**
 * What a check costs: `look` asks and has its answer; `work` starts programs on a host; `wait` mostly waits for
 * something to arrive.
 */
export function costOf({ kind }: PlanCheck): "look" | "work" | "wait" {
  switch (kind) {
    case "smoke":
    case "command":
    case "migrations":
      return "work";
    case "dns":
    case "prometheus":
    case "loki":
    case "elasticsearch":
      return "wait";
    default:
      return "look";
  }
}

function runKind(check: PlanCheck, context: CheckContext): Promise<Judgement> {
  switch (check.kind) {
    case "http":
      return checkHttp(check, context);
    case "smoke":
      return checkSmoke(check, context);
    case "command":
      return checkCommand(check, context);
    case "tls":
      return checkTls(check, context);
    case "dns":
      return checkDns(check, context);
    case "systemd":
      return checkSystemd(check, context);
    case "migrations":
      return checkMigrations(check, context);
    case "telegram-bot":
      return checkTelegramBot(check, context);
    case "prometheus":
      return checkPrometheus(check, context);
    case "loki":
      return checkLoki(check, context);
    case "elasticsearch":
      return checkElasticsearch(check, context);
    case "grafana":
      return checkGrafana(check, context);
  }
}

export function checkTitle(check: PlanCheck): string {
  if (check.title !== undefined) return check.title;
  switch (check.kind) {
    case "http":
      return t`${check.url} answers ${check.status}`;
    case "smoke":
      return t`Smoke tests: ${check.path}`;
    case "command":
      return t`${check.run[0]} says so on ${check.host}`;
    case "tls":
      return t`The certificate${check.name === undefined ? "" : t` of ${check.name}`} is good`;
    case "dns":
      return t`${check.name ?? t`The site's name`} leads where it should`;
    case "systemd":
      return t`${check.units?.join(", ") ?? t`The units of the service`} run${check.units?.length === 1 ? "s" : ""}${check.host === undefined ? "" : t` on ${check.host}`}`;
    case "migrations":
      return t`Every migration is applied`;
    case "telegram-bot":
      return t`The Telegram bot is well`;
    case "prometheus":
      return t`Prometheus scrapes the release (job ${check.job})`;
    case "loki":
      return t`Requests arrive in Loki`;
    case "elasticsearch":
      return t`Requests arrive in ${check.index}`;
    case "grafana":
      return t`Grafana is well`;
  }
}
