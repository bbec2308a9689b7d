import { askingOf } from "../../checks/asking/request.ts";
import { curl } from "../../checks/kinds/http/curl.ts";
import { UserError } from "../../core/errors.ts";
import { pollUntil } from "../../core/poll-until.ts";
import { figure } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { type ExpectedVersion, isVersion, versionOn, versionPlace } from "./version.ts";

/** A start takes seconds or long: at first it is looked at often. */
const pauseAfter = (since: number) => (since < 5 ? 0.2 : 1);

/**
 * Waits until the host's own health page answers 200 and the version page names what is expected.
 * Throws a UserError with the last thing seen.
 */
export async function awaitHealth(host: Host, plan: Plan, expected: ExpectedVersion): Promise<string> {
  const started = Date.now();
  let problem: string | null = null;
  const look = async (): Promise<string | null> => {
    problem = await healthProblem(host, plan, expected);
    if (problem !== null) return null;
    return t`healthy after ${figure((Date.now() - started) / 1000, 1)} \
s${plan.health.version && expected !== null ? t`, version ${typeof expected === "string" ? expected : expected.tag}` : ""}`;
  };
  const healthy = await pollUntil(look, { every: pauseAfter, limit: plan.health.within });
  if (healthy !== null) return healthy;
  throw new UserError({
    code: "service-not-healthy",
    what: t`not healthy within ${plan.health.within} s: ${problem}`,
    where: host.name,
    mend: t`look at the service's log on that host`,
  });
}

export async function healthProblem(host: Host, plan: Plan, expected: ExpectedVersion): Promise<string | null> {
  const { url, version } = plan.health;
  const page = await curl(host, askingOf(plan, plan.health), 5);
  if (page.status !== 200)
    return `${url} ${page.status === 0 ? t`does not answer (${page.error})` : t`answers ${page.status}`}`;
  if (version === undefined || expected === null) return null;
  const told = await versionOn(host, plan);
  if (typeof told !== "string") return told.problem;
  return isVersion(told, expected)
    ? null
    : t`${versionPlace(version)} says ${told.slice(0, 60)}, not ${typeof expected === "string" ? expected : expected.tag}`;
}
