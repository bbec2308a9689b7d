import { InternalError } from "../../core/errors.ts";
import type { Action } from "./action.ts";

interface Entry {
  /** Only the one that runs is loaded. */
  load(): Promise<{ readonly action: Action }>;
  /** A cancelled run can leave it half-way; the others have only their connections to end. */
  readonly halfWay?: true;
}

/** The actions of the suite, by the name of their folder. */
export const actions: Readonly<Record<string, Entry>> = {
  gate: { load: () => import("../gate.ts") },
  plan: { load: () => import("../plan.ts") },
  prepare: { load: () => import("../prepare.ts"), halfWay: true },
  maintenance: { load: () => import("../maintenance.ts"), halfWay: true },
  backup: { load: () => import("../backup.ts"), halfWay: true },
  deploy: { load: () => import("../deploy.ts"), halfWay: true },
  verify: { load: () => import("../verify.ts"), halfWay: true },
  window: { load: () => import("../window.ts"), halfWay: true },
  rollback: { load: () => import("../rollback.ts"), halfWay: true },
  recall: { load: () => import("../recall.ts") },
  approve: { load: () => import("../approve.ts") },
  watch: { load: () => import("../watch.ts") },
  scenarios: { load: () => import("../scenarios.ts") },
  checklist: { load: () => import("../checklist.ts") },
};

export async function actionNamed(name: string): Promise<Action> {
  const entry = actions[name];
  if (!entry) throw new InternalError(`there is no action ${name}`);
  return (await entry.load()).action;
}
