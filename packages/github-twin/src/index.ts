/** What is used of the twin from outside. */
export { inTurn } from "./http/in-turn.ts";
export { runGit } from "./repository/git-process.ts";
export { startTwin } from "./twin.ts";
export type * from "./twin-interface.ts";
