// The helper's own process: takes git's arguments, gives what it printed.

import { execFile } from "node:child_process";
import type { GitAnswer, GitQuestion } from "./git-process.ts";

process.on("message", ({ id, args, env }: GitQuestion) => {
  const options = { encoding: "buffer", maxBuffer: 256 << 20, ...(env === undefined ? {} : { env }) } as const;
  execFile("git", [...args], options, (error, stdout, stderr) => {
    const failed = error === null ? null : { message: error.message, code: error.code ?? null };
    const answer: GitAnswer = { id, stdout, stderr: stderr.toString("utf8"), failed };
    // Whoever asked may be gone meanwhile.
    if (process.connected) process.send?.(answer, () => {});
  });
});
// Ends with whoever asks, whatever a terminal's Ctrl-C or a signal to the group says.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
process.on("disconnect", () => process.exit(0));
