import { setTimeout as sleep } from "node:timers/promises";
import { curl } from "../checks/http.ts";
import { UserError } from "../core/errors.ts";
import type { Host } from "../hosts/host.ts";
import type { Plan } from "../plan/schema.ts";

/**
 * Waits until the host's own health page answers 200 and the version page names what is expected (tag or commit).
 * Throws a UserError with the last thing seen.
 */
export async function awaitHealth(host: Host, plan: Plan, expected: { tag: string; commit: string }): Promise<string> {
  const started = Date.now();
  for (;;) {
    const problem = await healthProblem(host, plan, expected);
    const seconds = (Date.now() - started) / 1000;
    if (problem === null) return `healthy after ${seconds.toFixed(1)} s${plan.health.version ? `, version ${expected.tag}` : ""}`;
    if (seconds > plan.health.within) throw new UserError({ what: `not healthy within ${plan.health.within} s: ${problem}`, where: host.name, mend: "look at the service's log on that host" });
    await sleep(seconds < 5 ? 200 : 1000);
  }
}

async function healthProblem(host: Host, plan: Plan, expected: { tag: string; commit: string }): Promise<string | null> {
  const { url, version } = plan.health;
  const page = await curl(host, url, 5);
  if (page.status !== 200) return `${url} ${page.status === 0 ? `does not answer (${page.error})` : `answers ${page.status}`}`;
  if (version === undefined) return null;
  const told = await curl(host, version.url, 5);
  if (told.status !== 200) return `${version.url} answers ${told.status}`;
  const running = versionOf(told.body, version.json);
  if (running === null) return `${version.url} holds no "${version.json}"`;
  return running === expected.tag || (running.length >= 7 && expected.commit.startsWith(running)) ? null : `${version.url} says ${running.slice(0, 60)}, not ${expected.tag}`;
}

/** The value of a key of a JSON answer, as text; null when there is none. */
export function versionOf(body: string, key: string): string | null {
  try {
    const value = (JSON.parse(body) as Record<string, unknown> | null)?.[key];
    return typeof value === "string" && value !== "" ? value : null;
  } catch {
    return null;
  }
}
