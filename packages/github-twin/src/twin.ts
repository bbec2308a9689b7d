import { startTwinWith } from "./start-twin.ts";
import type { Twin, TwinOptions } from "./twin-interface.ts";

export type * from "./twin-interface.ts";

/** GitHub, as far as golive uses it, on a free port of this machine. */
export function startTwin(options: TwinOptions): Promise<Twin> {
  return startTwinWith(options, {});
}
