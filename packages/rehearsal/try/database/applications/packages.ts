import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandFailed, run } from "../../../production/processes/run.ts";

/** A package that cannot be had here; what needs it cannot be tried. */
export class PackageMissing extends Error {}

const kept = fileURLToPath(new URL("../../../../../build/packages", import.meta.url));
const asked = new Map<string, Promise<string>>();

/**
 * The folder that a package's files lie in, as they would below `/` (Debian) or in `node_modules` (npm, `name@version`).
 * It is downloaded once and unpacked, never installed: nothing of it runs.
 */
export function unpacked(registry: "debian" | "npm", name: string): Promise<string> {
  const folder = join(kept, registry, name.replaceAll("/", "+"));
  if (existsSync(folder)) return Promise.resolve(folder);
  const known = asked.get(folder);
  if (known !== undefined) return known;
  const coming = bring(registry, name, folder);
  asked.set(folder, coming);
  return coming;
}

async function bring(registry: "debian" | "npm", name: string, folder: string): Promise<string> {
  await mkdir(kept, { recursive: true });
  const work = await mkdtemp(join(kept, "partial-"));
  try {
    await fetchers[registry](work, name);
    await mkdir(join(kept, registry), { recursive: true });
    await rename(join(work, "files"), folder);
    return folder;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new PackageMissing(`${name} cannot be had from ${registry}: ${error.message}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const fetchers = {
  async debian(work: string, name: string): Promise<void> {
    const download = () => run("apt-get", ["download", "-q", "-o", "APT::Sandbox::User=root", name], { cwd: work });
    try {
      await download();
    } catch (error) {
      // The lists may be older than the mirror; only root may renew them.
      if (process.getuid?.() !== 0) throw error;
      await run("apt-get", ["update", "-qq"]);
      await download();
    }
    await run("dpkg-deb", ["-x", await onlyFile(work), join(work, "files")]);
  },
  async npm(work: string, name: string): Promise<void> {
    await run("npm", ["pack", "--silent", name], { cwd: work });
    const file = await onlyFile(work);
    await mkdir(join(work, "files"));
    await run("tar", ["-xzf", file, "-C", join(work, "files"), "--strip-components=1"]);
  },
};

async function onlyFile(folder: string): Promise<string> {
  const [name = ""] = await readdir(folder);
  return join(folder, name);
}
