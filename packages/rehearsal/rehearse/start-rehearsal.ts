import type { Production } from "../production/production.ts";
import type { PlanChange, PlanData } from "../plan/plan-for.ts";
import { serviceNamed } from "../services/registry.ts";
import { startWorld, type World } from "../world/world.ts";
import type { Ground } from "./ground.ts";
import type { Options } from "./options.ts";
import { withScenarios, withWatch } from "./testers.ts";

export async function startRehearsal(options: Options, { disk }: Ground): Promise<World<Production>> {
  const { rehearsed, production, balancer, service } = options;
  const change: PlanChange = (plan, tag) => {
    dressPlan(plan, options.locale);
    rehearsed.change?.(plan, tag, serviceNamed(service));
  };
  const log = (line: string): void => console.log(`  ${line}`);
  const dayBefore = rehearsed.untried !== true;
  if (production === "hosts") return startWorld({ production, dayBefore, watched: true, change, log });
  return startWorld({
    dayBefore,
    watched: true,
    change,
    // Whoever comes by ssh is seen.
    ssh: options.ssh || rehearsed.says !== undefined,
    balancer,
    service,
    strategy: options.releases ? "releases" : "in-place",
    ...(disk === null ? {} : { directory: disk.directory }),
    log,
  });
}

/** The plan in the language of the rehearsal, with people who test and a watch after the opening. */
function dressPlan(plan: PlanData, locale: string): void {
  plan.locale = locale;
  // The plan's own titles are English; without them the lines have those of the language.
  if (locale !== "en") {
    const titled = [...plan.verify.checks, ...(plan.prepare?.access ?? []), ...(plan.certificates ?? [])];
    for (const one of titled as { title?: string }[]) delete one.title;
  }
  withScenarios(plan);
  withWatch(plan);
}
