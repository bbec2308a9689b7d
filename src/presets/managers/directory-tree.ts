import { command, type CommandOptions, script } from "../../core/command.ts";
import type { Host } from "../../hosts/host.ts";
import type { TagTree } from "../tag/kind.ts";

/** A release's directory, read as its tag is; of its files only those that are named. */
export async function directoryTree(
  host: Host,
  directory: string,
  names: readonly string[],
  options: CommandOptions,
): Promise<TagTree> {
  const look = 'cd -- "$1" || exit 1; shift; for p; do [ ! -f "$p" ] || printf "%s\\n" "$p"; done';
  const { stdout } = await host.run(script(look, [directory, ...names], { ...options, timeoutSeconds: 60 }));
  const files = new Map(stdout.split("\n").flatMap((path) => (path === "" ? [] : [[path, "100644"] as const])));
  const read = (path: string) =>
    command("cat", ["--", `${directory}/${path}`], { ...options, whole: true, timeoutSeconds: 60 });
  return { files, text: async (path) => (files.has(path) ? (await host.run(read(path))).stdout : null) };
}
