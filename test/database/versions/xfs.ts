import { chmod, mkdir, mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../packages/rehearsal/production/processes/run.ts";

/** A file system of its own in a file, as root may mount one. */
export interface Xfs {
  readonly directory: string;
  /** Bytes in use. */
  used(): Promise<number>;
  remove(): Promise<void>;
}

/** XFS of so many megabytes, whose files can share blocks or not. Throws where it cannot be mounted. */
export async function mountXfs(megabytes: number, { reflink }: { readonly reflink: boolean }): Promise<Xfs> {
  const folder = await mkdtemp(join(tmpdir(), "golive-xfs-"));
  const [image, directory] = [join(folder, "image"), join(folder, "mounted")];
  try {
    await chmod(folder, 0o755);
    await mkdir(directory);
    await run("truncate", ["-s", `${megabytes}M`, image]);
    await run("mkfs.xfs", ["-q", "-m", `reflink=${reflink ? 1 : 0}`, image]);
    await run("mount", ["-o", "loop", image, directory]);
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
  return {
    directory,
    async used() {
      await run("sync", ["-f", directory]);
      const { blocks, bfree, bsize } = await statfs(directory);
      return (blocks - bfree) * bsize;
    },
    async remove() {
      await run("umount", [directory]);
      await rm(folder, { recursive: true });
    },
  };
}

/** Why it cannot be here; null where it can. */
export async function noXfsHere(): Promise<string | null> {
  if (process.getuid?.() !== 0) return "only root mounts a file system";
  try {
    await (await mountXfs(320, { reflink: true })).remove();
    return null;
  } catch (error) {
    return `XFS cannot be mounted here: ${(error as Error).message.split("\n")[0]}`;
  }
}
