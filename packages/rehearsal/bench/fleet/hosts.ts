import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "../../production/processes/free-ports.ts";
import { run } from "../../production/processes/run.ts";
import { type Sshd, startSshd } from "../../production/servers/sshd.ts";
import { programs } from "./programs.ts";

export interface FleetHost {
  readonly name: string;
  readonly sshd: Sshd;
  /** Of its service's page. */
  readonly port: number;
  /** What it sees as `fleet.live`. */
  readonly checkout: string;
}

export interface Fleet {
  readonly directory: string;
  readonly origin: string;
  /** The same path on every host, and other files. */
  readonly live: string;
  readonly commits: Readonly<Record<string, string>>;
  readonly hosts: readonly FleetHost[];
  /** The private key that all of them let in. */
  readonly key: string;
  /** The first hosts serve the first release again. */
  reset(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Hosts of one machine: an sshd each, with a folder of its own on the path where all have their checkout. Needs root. */
export async function startFleet(count: number): Promise<Fleet> {
  if (process.getuid?.() !== 0)
    throw new Error(
      "a fleet on one machine gives every host mounts of its own, and only root may: run it as root, in a container say",
    );
  const directory = await mkdtemp(join(tmpdir(), "golive-fleet-"));
  const places: Places = {
    directory,
    origin: join(directory, "origin.git"),
    live: join(directory, "live"),
    bin: join(directory, "bin"),
    key: join(directory, "host-1/ssh/client_key"),
  };
  const sshds: Sshd[] = [];
  const hosts: FleetHost[] = [];
  const stop = async () => {
    await Promise.all(hosts.map((host) => systemctl(places, host, "stop", "clinic")));
    await Promise.all(sshds.map((sshd) => sshd.stop()));
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await installPrograms(places);
    const commits = await makeOrigin(directory, places.origin);
    const ports = await freePorts(2 * count);
    for (let index = 0; index < count; index++) {
      const [port = 0, sshPort = 0] = [ports[2 * index], ports[2 * index + 1]];
      const host = await startHost(places, { number: index + 1, port, sshPort, started: (sshd) => sshds.push(sshd) });
      hosts.push(host);
    }
    const { origin, live, key } = places;
    const reset = (first: number): Promise<void> => resetHosts(places, hosts.slice(0, first));
    return { directory, origin, live, commits, hosts, key, stop, reset };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Places {
  readonly directory: string;
  readonly origin: string;
  readonly live: string;
  readonly bin: string;
  readonly key: string;
}

function systemctl({ bin }: Places, { checkout }: Pick<FleetHost, "checkout">, ...words: string[]): Promise<string> {
  return run(join(bin, "systemctl"), words, { env: { HOME: join(checkout, "../ssh/home") } });
}

async function installPrograms({ live, bin }: Places): Promise<void> {
  await Promise.all([mkdir(live), mkdir(bin)]);
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(bin, name), text);
    await chmod(join(bin, name), 0o755);
  }
}

interface NewHost {
  readonly number: number;
  readonly port: number;
  readonly sshPort: number;
  /** Called as soon as there is something to stop. */
  readonly started: (sshd: Sshd) => void;
}

async function startHost(places: Places, { number, port, sshPort, started }: NewHost): Promise<FleetHost> {
  const { directory, origin, live, bin, key } = places;
  const home = join(directory, `host-${number}`);
  const checkout = join(home, "live");
  await run("git", ["clone", "--quiet", "--no-hardlinks", origin, checkout]);
  const ownMounts = ["unshare", "--mount", "--propagation", "private"];
  const bind = ["sh", "-c", 'mount --bind -- "$1" "$2" && shift 2 && exec "$@"', "sh", checkout, live];
  const sshd = await startSshd(join(home, "ssh"), sshPort, {
    inside: [...ownMounts, ...bind],
    env: { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, PORT: String(port), LIVE: live, BIN: bin },
  });
  started(sshd);
  await copyFile(`${key}.pub`, join(home, "ssh/authorized_keys"));
  return { name: `app-${number}`, sshd, port, checkout };
}

async function resetHosts(places: Places, hosts: readonly FleetHost[]): Promise<void> {
  const forget = 'rm -rf -- "$1"/node_modules* && git -C "$1" tag --delete v1.1.0 2> /dev/null || :';
  for (const host of hosts) {
    await systemctl(places, host, "stop", "clinic");
    await run("git", ["-C", host.checkout, "checkout", "--quiet", "--force", "--detach", "v1.0.0"]);
    await run("sh", ["-c", forget, "sh", host.checkout]);
  }
}

async function makeOrigin(directory: string, origin: string): Promise<Record<string, string>> {
  const work = join(directory, "work");
  const git = (...args: string[]) =>
    run("git", ["-C", work, "-c", "user.name=Team", "-c", "user.email=team@example.invalid", ...args], {
      env: { GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  await run("git", ["init", "--quiet", "--initial-branch=main", work]);
  const commits: Record<string, string> = {};
  for (const tag of ["v1.0.0", "v1.1.0"]) {
    await writeFile(join(work, "VERSION"), `${tag}\n`);
    await writeFile(join(work, "package-lock.json"), "{}\n");
    await writeFile(join(work, ".gitignore"), "node_modules*\n");
    await git("add", "--all");
    await git("commit", "--quiet", "--message", `Release ${tag}`);
    await git("tag", "--annotate", "--message", tag, tag);
    commits[tag] = (await git("rev-parse", "HEAD")).trim();
  }
  await run("git", ["clone", "--quiet", "--bare", work, origin]);
  await rm(work, { recursive: true });
  return commits;
}
