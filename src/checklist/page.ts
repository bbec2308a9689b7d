import type { Release } from "../core/release.ts";
import type { Window } from "../core/window/window.ts";
import type { LaunchState } from "../journal/launch-state.ts";
import type { Messages } from "../locale/messages.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { Phase } from "./model.ts";

/** All that the checklist is drawn from. */
export interface Page {
  readonly plan: Plan;
  readonly release: Release;
  readonly phases: readonly Phase[];
  readonly state: LaunchState;
  readonly window: Window;
  readonly runUrl: string;
  readonly messages: Messages;
}
