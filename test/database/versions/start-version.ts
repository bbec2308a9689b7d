import { chmod, mkdtemp, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresBinaries } from "../../../packages/rehearsal/production/servers/postgres.ts";
import { run } from "../../../packages/rehearsal/production/processes/run.ts";
import { type Cluster, startCluster } from "../throwaway-cluster.ts";
import { unpackServer } from "./server-package.ts";

const clientPrograms = ["psql", "pg_isready", "pg_dump", "pg_dumpall", "pg_restore"];

export interface VersionCluster extends Cluster {
  /** Where its programs are: the server's own and the clients that were asked for. */
  readonly programs: string;
}

/** The major version of the programs in a folder. */
export async function majorOf(programs: string): Promise<number> {
  return Number(/(\d+)/.exec(await run(join(programs, "psql"), ["--version"]))?.[1]);
}

/** A server of that version below `parent`, with the client programs of a folder: Debian's unless another is named. */
export async function startVersion(
  major: number,
  { clients, parent }: { readonly clients?: string; readonly parent?: string } = {},
): Promise<VersionCluster> {
  const debian = await postgresBinaries();
  if (clients === undefined && (await majorOf(debian)) === major)
    return { ...(await startCluster(debian, parent)), programs: debian };
  const folder = await mkdtemp(join(tmpdir(), "golive-version-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await chmod(folder, 0o755);
    const programs = await unpackServer(major, folder);
    for (const name of clientPrograms) {
      const client = join(clients ?? debian, name);
      if ((await stat(client).catch(() => null)) !== null) await symlink(client, join(programs, name));
    }
    const cluster = await startCluster(programs, parent);
    const stop = async () => {
      await cluster.stop();
      await remove();
    };
    return { ...cluster, stop, programs };
  } catch (error) {
    await remove();
    throw error;
  }
}
