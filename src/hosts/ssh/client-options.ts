import { knownHostLine } from "./known-hosts.ts";
import { quote } from "../words.ts";
import { jumpsOf, type SshPlanHost } from "./plan-host.ts";

/** Lines of known_hosts: the keys that the plan says the host has, and those of the hosts on the way to it. */
export function knownHostLines(plan: SshPlanHost): string {
  return [...jumpsOf(plan), plan]
    .flatMap(({ address, port, hostKey }) => hostKey.map((key) => knownHostLine(address, port, key)))
    .join("");
}

interface Files {
  readonly knownHosts: string;
  /** The key that was given; undefined when the plan names a file, or an agent holds it. */
  readonly identity: string | undefined;
}

/** Who is asked for, and as whom. */
interface Endpoint {
  readonly port: number;
  readonly user: string;
  readonly identityFile?: string | undefined;
}

/** Words of the OpenSSH client for a host of the plan; nothing of the user's own known_hosts counts. */
export function sshArguments(plan: SshPlanHost, files: Files & { readonly control: string }): string[] {
  return [
    ...(plan.via === undefined ? [] : ["-F", "none"]),
    "-T",
    ...endpointWords(plan, {
      ...trust(files),
      ControlMaster: "auto",
      ControlPath: files.control,
      ControlPersist: "120",
      ForwardAgent: "no",
      ...identityOf(plan, files),
    }),
  ];
}

/**
 * Words that lead a client by way of others; none without such a way. What each of these clients says goes to a file of
 * `logs`, as a person has to be told which host on the way did not let through.
 */
export function wayWords(plan: SshPlanHost, files: Files, logs?: readonly string[]): string[] {
  const through = jumpsOf(plan).reduce<string | null>((before, jump, index) => {
    const log = logs?.[index];
    const words = [
      ...["ssh", "-F", "none", "-T"],
      ...(log === undefined ? [] : ["-E", log]),
      // %h and %p are what the client that starts this one is asked for.
      ...["-W", "[%h]:%p"],
      ...endpointWords(jump, { ...trust(files), ControlPath: "none", ForwardAgent: "no", ...identityOf(jump, files) }),
      ...(before === null ? [] : ["-o", `ProxyCommand=${before}`]),
      ...["--", jump.address],
    ];
    return words.map((word) => (word === "[%h]:%p" ? quote(word) : quote(word.replaceAll("%", "%%")))).join(" ");
  }, null);
  return through === null ? [] : ["-o", `ProxyCommand=${through}`];
}

function trust({ knownHosts }: Files): Record<string, string> {
  return {
    BatchMode: "yes",
    StrictHostKeyChecking: "yes",
    UserKnownHostsFile: pathValue(knownHosts),
    GlobalKnownHostsFile: "/dev/null",
    UpdateHostKeys: "no",
    ConnectTimeout: "15",
    ServerAliveInterval: "10",
    ServerAliveCountMax: "6",
  };
}

function identityOf({ identityFile }: Endpoint, { identity = identityFile }: Files): Record<string, string> {
  return identity === undefined ? {} : { IdentitiesOnly: "yes", IdentityFile: pathValue(identity) };
}

function endpointWords({ port, user }: Endpoint, options: Readonly<Record<string, string>>): string[] {
  return [
    "-p",
    String(port),
    "-l",
    user,
    ...Object.entries(options).flatMap(([key, value]) => ["-o", `${key}=${value}`]),
  ];
}

/** The client splits such a value at blanks, and reads % as the beginning of a token; quotes are quoted for it. */
function pathValue(path: string): string {
  const escaped = path.replaceAll("%", "%%");
  return /[\s"'\\]/.test(escaped) ? `"${escaped.replaceAll(/["\\]/g, String.raw`\$&`)}"` : escaped;
}
