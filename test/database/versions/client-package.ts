// Client programs of versions newer than Debian's own, from its later suites. They need a newer C library than the
// machine may have: they are unpacked with their own, and started by its loader.

import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../packages/rehearsal/production/processes/run.ts";

const kept = join(import.meta.dirname, "../../../build/postgres");

const suites: Readonly<Record<number, string>> = { 17: "trixie", 18: "sid" };

/** What the programs are linked with, and what those are. */
const libraries = [
  ...["libc6", "libpq5", "zlib1g", "liblz4-1", "libzstd1", "libssl3t64", "libreadline8t64", "libtinfo6"],
  ...["libgssapi-krb5-2", "libkrb5-3", "libk5crypto3", "libkrb5support0", "libcom-err2", "libkeyutils1"],
  ...["libldap2", "libsasl2-2"],
];

const programs = ["psql", "pg_dump", "pg_dumpall", "pg_restore", "pg_isready"];

/** Where the client programs of a version are, fetched once; null for a version that no suite has. */
export async function clientsOf(major: number): Promise<string | null> {
  const suite = suites[major];
  if (suite === undefined) return null;
  const folder = join(kept, `clients-${major}`);
  const found = join(folder, "bin");
  if ((await stat(found).catch(() => null)) !== null) return found;
  const fresh = `${folder}.${process.pid}`;
  await fetchInto(fresh, major, suite);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  // The wrappers name the folder they were made for.
  await wrap(folder, major);
  return found;
}

async function fetchInto(folder: string, major: number, suite: string): Promise<void> {
  const [state, archives, root] = [join(folder, "apt"), join(folder, "archives"), join(folder, "root")];
  for (const made of [join(state, "lists/partial"), join(state, "cache/archives/partial"), archives, root])
    await mkdir(made, { recursive: true });
  const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
  const source = `deb [signed-by=${keyring}] http://deb.debian.org/debian ${suite} main\n`;
  await writeFile(join(state, "sources.list"), source);
  const options = [
    `Dir::State::lists=${state}/lists`,
    `Dir::State::status=/dev/null`,
    `Dir::Cache=${state}/cache`,
    `Dir::Etc::sourcelist=${state}/sources.list`,
    "Dir::Etc::sourceparts=/dev/null",
    "APT::Sandbox::User=root",
  ].flatMap((option) => ["-o", option]);
  await run("apt-get", [...options, "--quiet", "update"]);
  const wanted = [`postgresql-client-${major}`, ...libraries];
  await run("apt-get", [...options, "--quiet", "download", ...wanted], { cwd: archives });
  for (const archive of await readdir(archives)) await run("dpkg", ["-x", join(archives, archive), root]);
  await rm(state, { recursive: true });
  await rm(archives, { recursive: true });
}

async function wrap(folder: string, major: number): Promise<void> {
  const found = join(folder, "bin");
  await mkdir(found);
  const root = join(folder, "root/usr");
  for (const program of programs) {
    const words = [
      `"${root}/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2"`,
      `--library-path "${root}/lib/x86_64-linux-gnu"`,
      `--argv0 "${found}/${program}"`,
      `"${root}/lib/postgresql/${major}/bin/${program}"`,
    ];
    await writeFile(join(found, program), `#!/bin/sh\nexec ${words.join(" ")} "$@"\n`);
    await chmod(join(found, program), 0o755);
  }
}
