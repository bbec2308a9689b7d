/** Entry of the shared bundle: the stubs in dist/ call one of these. */
import { logText } from "./core/log-text.ts";

export { start, startPost } from "./actions/start.ts";

/** Loaded only for the command line, so that an action does not pay for it. */
export async function cli(args: readonly string[]): Promise<void> {
  const { main } = await import("./cli/main.ts");
  // In a step of a workflow a runner reads what is printed, at a keyboard a terminal.
  process.exitCode = await main(
    args,
    (text) => process.stdout.write(logText(text)),
    (text) => process.stderr.write(logText(text)),
  );
}
