import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { quote } from "../../src/hosts/words.ts";

const boots = fileURLToPath(new URL("boot-systemd.sh", import.meta.url));
const namespaces = ["--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"];

/**
 * Boots a real systemd with nothing but its journal, runs the script as root in it, and ends it: what the script printed.
 * `root` holds another distribution (as debootstrap makes it); without it, this machine's own programs are booted.
 */
export async function atSystemd(script: string, args: readonly string[] = [], root = "/"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "golive-systemd-"));
  try {
    await writeFile(join(folder, "arguments"), `set -- ${args.map(quote).join(" ")}\n`);
    await writeFile(join(folder, "script"), script);
    await promisify(execFile)("unshare", [...namespaces, "sh", boots, folder, root], { timeout: 120_000 });
    return await readFile(join(folder, "output"), "utf8").catch(async () => {
      throw new Error(`systemd did not boot: ${await readFile(join(folder, "console"), "utf8")}`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
