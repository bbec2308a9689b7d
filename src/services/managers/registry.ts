import { compose } from "./compose.ts";
import type { Manager } from "./kind.ts";
import { supervisor } from "./supervisor.ts";
import { systemd } from "./systemd.ts";

/** Every kind of service manager, one line each. */
const managers = {
  systemd,
  supervisor,
  compose,
} satisfies Readonly<Record<string, Manager>>;

export type ManagerName = keyof typeof managers;
export const managerNames = Object.keys(managers) as readonly ManagerName[];

export function managerNamed(name: ManagerName): Manager {
  return managers[name];
}
