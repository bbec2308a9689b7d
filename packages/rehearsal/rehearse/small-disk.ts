import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface SmallDisk {
  readonly directory: string;
  fill(): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** A small disk of its own, so that it can be filled. Null where none can be mounted. */
export async function smallDisk(megabytes = 320): Promise<SmallDisk | null> {
  const mount = await mkdtemp(join(tmpdir(), "golive-disk-"));
  const filler = join(mount, "filler");
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=711`, "tmpfs", mount]);
  } catch {
    await rm(mount, { recursive: true });
    return null;
  }
  return {
    directory: join(mount, "s"),
    fill: async () => void (await run("sh", ["-c", 'cat /dev/zero > "$1" 2>/dev/null; true', "sh", filler])),
    free: () => rm(filler, { force: true }),
    async remove() {
      await run("umount", ["--lazy", mount]);
      await rm(mount, { recursive: true });
    },
  };
}
