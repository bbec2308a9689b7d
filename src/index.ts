/** Entry of the shared bundle: the stubs in dist/ call one of these. */
export { start, startPost } from "./actions/runner/start.ts";

/** Loaded only for the command line, so that an action does not pay for it. */
export async function cli(args: readonly string[]): Promise<void> {
  const { main } = await import("./cli/main.ts");
  process.exitCode = await main(
    args,
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
