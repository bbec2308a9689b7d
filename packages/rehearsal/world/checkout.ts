import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The files of a commit, without the repository around them. */
export async function checkout(repository: string, commit: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const archive = join(folder, ".archive.tar");
  const { stdout } = await run("git", ["-C", repository, "archive", "--format=tar", commit], {
    encoding: "buffer",
    maxBuffer: 256 << 20,
  });
  await writeFile(archive, stdout);
  await run("tar", ["-xf", archive, "-C", folder]);
  await rm(archive);
}
