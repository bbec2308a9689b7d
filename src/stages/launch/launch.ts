export { connect as reach, type Connections as Reach, sessionOf } from "./connect/connect.ts";
export { shutOut } from "./connect/shut-out.ts";
export type * from "./context.ts";
export { endLaunch, requireForward, requireLock } from "./guards.ts";
export { type BeforeHosts, joinLaunch } from "./join-launch.ts";
export { launchOf } from "./open-launch.ts";
