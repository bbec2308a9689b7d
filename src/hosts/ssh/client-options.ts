import type { SshPlanHost } from "./plan-host.ts";

/** Lines of known_hosts: the keys that the plan says the host has. */
export function knownHostLines(plan: SshPlanHost): string {
  const spelled = plan.port === 22 ? plan.address : `[${plan.address}]:${plan.port}`;
  return plan.hostKey.map((key) => `${spelled} ${key}\n`).join("");
}

/** Words of the OpenSSH client for a host of the plan; nothing of the user's own known_hosts counts. */
export function sshArguments(
  plan: SshPlanHost,
  files: { knownHosts: string; identity: string | undefined; control: string },
): string[] {
  const options = {
    BatchMode: "yes",
    StrictHostKeyChecking: "yes",
    UserKnownHostsFile: pathValue(files.knownHosts),
    GlobalKnownHostsFile: "/dev/null",
    UpdateHostKeys: "no",
    ConnectTimeout: "15",
    ServerAliveInterval: "10",
    ServerAliveCountMax: "6",
    ControlMaster: "auto",
    ControlPath: files.control,
    ControlPersist: "120",
    ForwardAgent: "no",
    ...(files.identity === undefined ? {} : { IdentitiesOnly: "yes", IdentityFile: pathValue(files.identity) }),
  };
  return [
    "-T",
    "-p",
    String(plan.port),
    "-l",
    plan.user,
    ...Object.entries(options).flatMap(([key, value]) => ["-o", `${key}=${value}`]),
  ];
}

/** The client splits such a value at blanks, and reads % as the beginning of a token; quotes are quoted for it. */
function pathValue(path: string): string {
  const escaped = path.replaceAll("%", "%%");
  return /[\s"'\\]/.test(escaped) ? `"${escaped.replaceAll(/["\\]/g, String.raw`\$&`)}"` : escaped;
}
