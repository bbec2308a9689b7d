// Entry of the shared bundle: the stubs in dist/ call one of these, and each loads what it needs.

export async function start(name: string): Promise<void> {
  const action = await import("./actions/runner/start.ts");
  await action.start(name);
}

export async function startPost(): Promise<void> {
  const post = await import("./actions/runner/post.ts");
  await post.startPost();
}

/** Loaded only for the command line, so that an action does not pay for it. */
export async function cli(args: readonly string[]): Promise<void> {
  const { main } = await import("./cli/main.ts");
  process.exitCode = await main(
    args,
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
