import { loadPlan } from "../../src/plan/load.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import type { OnPostgresql } from "../../src/plan/engine/engine.ts";

/** A plan of two local hosts with nothing that is not required. */
export const samplePlanText = `version: 1
service: clinic
window: { start: "02:00", end: "04:00" }
hosts:
  app-1: { connect: local }
  app-2: { connect: local }
control: { host: app-1, directory: /var/lib/golive }
site:
  url: http://127.0.0.1:8080/
load-balancer: { kind: nginx, hosts: [app-1], flag: /run/golive/flag }
database:
  engine: postgresql
  host: app-1
  name: clinic
  backup: { directory: /var/backups/golive }
services: { manager: systemd, hosts: [app-1], units: [web, bot] }
health: { url: "http://127.0.0.1:8000/health/" }
deploy: { preset: django, hosts: [app-1], directory: /srv/clinic }
verify:
  checks:
    - { kind: http, id: health, url: "http://127.0.0.1:8000/" }
files: none
`;

export type PlanChange = { readonly [Key in keyof Plan]?: Partial<Plan[Key]> };

/** The sample with some of its keys put over, one level deep. */
export function samplePlan(change: PlanChange = {}): OnPostgresql {
  const plan = loadPlan(samplePlanText, "sample.yml");
  const over = (old: unknown, added: unknown) =>
    typeof old === "object" && old !== null && !Array.isArray(old) ? { ...old, ...(added as object) } : added;
  return {
    ...plan,
    ...Object.fromEntries(Object.entries(change).map(([key, added]) => [key, over(plan[key as keyof Plan], added)])),
  } as OnPostgresql;
}
