import { run, CommandFailed } from "../production/processes/run.ts";

export const programs = [
  "systemd-nspawn",
  "unshare",
  "nsenter",
  "setpriv",
  "ip",
  "mount",
  "mknod",
  "ssh",
  "ssh-keygen",
  "sudo",
  "sshd",
  "nginx",
];

/** What the machines are made of, each tried for real and gone with the namespace that it was tried in. */
const attempts = `
part() { echo "$1" >&2; }
part "a tmpfs"; mount -t tmpfs tmpfs /run || exit 1
part "control groups, version 2"; mount -t cgroup2 none /sys/fs/cgroup || exit 1
mkdir /run/lower /run/upper /run/work /run/root
part "a view of this machine's root"; mount --bind / /run/lower || exit 1
part "the overlay's marks (mknod)"; mknod /run/upper/x c 0 0 || exit 1
part "an overlay file system"; mount -t overlay overlay -o lowerdir=/run/lower,upperdir=/run/upper,workdir=/run/work /run/root || exit 1
part "a network bridge"; ip link add name hub type bridge || exit 1
part "a pair of network interfaces"; ip link add name one type veth peer name other || exit 1
part "a network namespace"; mkdir /run/netns && ip netns add x || exit 1
`;

const container =
  "run it on a machine or in a virtual machine; a container has to be privileged (docker run --privileged). Without hosts: script/rehearse";

/** Why machines cannot be had here, with the mend, in one text; null when they can. */
export async function hostsProblem(): Promise<string | null> {
  const refuse = (what: string, mend: string) => `Real hosts cannot be had here: ${what}.\n  → ${mend}`;
  if (process.platform !== "linux")
    return refuse(
      "they are systemd-nspawn containers, and this is not Linux",
      "run it on Linux. Without hosts: script/rehearse",
    );
  const missing = (
    await Promise.all(
      programs.map(async (name) => ((await runs("sh", ["-c", 'command -v "$1"', "sh", name])) === null ? [] : [name])),
    )
  ).flat();
  if (missing.length > 0)
    return refuse(
      `${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} not installed`,
      "run script/setup (package systemd-container and others; Debian or Ubuntu)",
    );
  if (process.getuid?.() !== 0)
    return refuse("only root may boot them", "sudo script/rehearse --stage hosts. Without hosts: script/rehearse");
  const problem = await runs("unshare", [
    "--mount",
    "--net",
    "--pid",
    "--fork",
    "--kill-child",
    "--mount-proc",
    "sh",
    "-c",
    attempts,
  ]);
  if (problem === null) return null;
  const lines = problem.trim().split("\n");
  const at = lines.findLastIndex((line) => attempts.includes(`part "${line}"`));
  const tried = at === -1 ? "namespaces of its own (mount, network, PID)" : lines[at];
  return refuse(
    `this machine does not let root have ${tried} (${
      lines
        .slice(at + 1)
        .join("; ")
        .slice(0, 300) || "no reason given"
    })`,
    container,
  );
}

/** Null when it exited 0, otherwise what it said. */
async function runs(file: string, args: readonly string[]): Promise<string | null> {
  try {
    await run(file, args);
    return null;
  } catch (error) {
    return error instanceof CommandFailed ? error.stderr || String(error.status) : String(error);
  }
}
