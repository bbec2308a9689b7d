import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "../production/processes/free-ports.ts";
import { run } from "../production/processes/run.ts";
import { type Sshd, startSshd } from "../production/servers/sshd.ts";

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

// The least that is a service: one process that answers with what lies in the checkout when it was started.
const service = `#!/bin/sh
# The unit's manager, as far as a deploy asks it.
case "$1" in
  show) [ -e "$HOME/pid" ] && kill -0 "$(cat "$HOME/pid")" 2>/dev/null && s=active || s=inactive; printf 'LoadState=loaded\\nActiveState=%s\\n' "$s" ;;
  stop) [ ! -e "$HOME/pid" ] || { kill "$(cat "$HOME/pid")" 2>/dev/null; rm -f "$HOME/pid"; } ;;
  start) printf 'HTTP/1.0 200 OK\\r\\nContent-Type: application/json\\r\\nConnection: close\\r\\n\\r\\n{"version": "%s"}' "$(cat "$LIVE/VERSION")" > "$HOME/answer"
    setsid socat "TCP-LISTEN:$PORT,bind=127.0.0.1,reuseaddr,fork" "EXEC:sh $BIN/answer" < /dev/null > /dev/null 2>&1 &
    echo $! > "$HOME/pid" ;;
esac
`;
const answer = `while IFS= read -r line && [ "\${#line}" -gt 1 ]; do :; done; cat "$HOME/answer"\n`;
// Packages that are the same for both tools and cost the network nothing.
const npm = `#!/bin/sh\nmkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json\n`;

// The page's address is one for all hosts of a plan, and here they are one machine: each is led to its own port.
const curl = '#!/bin/sh\nexec /usr/bin/curl -q --connect-to "::127.0.0.1:$PORT" "$@"\n';

/** Hosts of one machine: an sshd each, with a folder of its own on the path where all have their checkout. Needs root. */
export async function startFleet(count: number): Promise<Fleet> {
  if (process.getuid?.() !== 0)
    throw new Error(
      "a fleet on one machine gives every host mounts of its own, and only root may: run it as root, in a container say",
    );
  const directory = await mkdtemp(join(tmpdir(), "golive-fleet-"));
  const [origin, live, bin] = [join(directory, "origin.git"), join(directory, "live"), join(directory, "bin")];
  const key = join(directory, "host-1/ssh/client_key");
  const sshds: Sshd[] = [];
  const systemctl = ({ checkout }: Pick<FleetHost, "checkout">, ...words: string[]) =>
    run(join(bin, "systemctl"), words, { env: { HOME: join(checkout, "../ssh/home") } });
  const hosts: FleetHost[] = [];
  const stop = async () => {
    await Promise.all(hosts.map((host) => systemctl(host, "stop", "clinic")));
    await Promise.all(sshds.map((sshd) => sshd.stop()));
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await Promise.all([mkdir(live), mkdir(bin)]);
    for (const [name, text] of Object.entries({ systemctl: service, answer, npm, curl })) {
      await writeFile(join(bin, name), text);
      await chmod(join(bin, name), 0o755);
    }
    const commits = await makeOrigin(directory, origin);
    const ports = await freePorts(2 * count);
    for (let index = 0; index < count; index++) {
      const home = join(directory, `host-${index + 1}`);
      const checkout = join(home, "live");
      await run("git", ["clone", "--quiet", "--no-hardlinks", origin, checkout]);
      const [port = 0, sshPort = 0] = [ports[2 * index], ports[2 * index + 1]];
      const sshd = await startSshd(join(home, "ssh"), sshPort, {
        inside: [
          "unshare",
          "--mount",
          "--propagation",
          "private",
          "sh",
          "-c",
          'mount --bind -- "$1" "$2" && shift 2 && exec "$@"',
          "sh",
          checkout,
          live,
        ],
        env: { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, PORT: String(port), LIVE: live, BIN: bin },
      });
      sshds.push(sshd);
      await copyFile(`${key}.pub`, join(home, "ssh/authorized_keys"));
      hosts.push({ name: `app-${index + 1}`, sshd, port, checkout });
    }
    return {
      directory,
      origin,
      live,
      commits,
      hosts,
      key,
      stop,
      async reset(first) {
        for (const host of hosts.slice(0, first)) {
          await systemctl(host, "stop", "clinic");
          await run("git", ["-C", host.checkout, "checkout", "--quiet", "--force", "--detach", "v1.0.0"]);
          await run("sh", [
            "-c",
            'rm -rf -- "$1"/node_modules* && git -C "$1" tag --delete v1.1.0 2> /dev/null || :',
            "sh",
            host.checkout,
          ]);
        }
      },
    };
  } catch (error) {
    await stop();
    throw error;
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
