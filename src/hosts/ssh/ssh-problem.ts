import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { GivenKey } from "../keys/given-key.ts";
import { hostKeyProblem } from "./host-key-problem.ts";
import type { SshPlanHost } from "./plan-host.ts";

/** The host cannot be reached now, and may be later: it is being restarted, or the network broke. */
export const connectionLost = "connection-lost";

interface Cause {
  readonly said: RegExp;
  /** With the code of a lost connection: it may pass by itself. */
  readonly problem: (at: string) => Problem;
}

/** What the OpenSSH client says, the telling before the general: it says "Permission denied" after every other word. */
const causes: readonly Cause[] = [
  {
    said: /Identity file .* not accessible|Load key .*(No such file|Permission denied)/i,
    problem: () => ({
      code: "ssh-key-file",
      what: t`the private key's file on the runner is not there, or cannot be read`,
      mend: t`correct identity-file in the plan, or give the key as ssh-key`,
    }),
  },
  {
    said: /UNPROTECTED PRIVATE KEY|bad permissions/i,
    problem: () => ({
      code: "ssh-key-open",
      what: t`the private key's file on the runner is open to others`,
      mend: t`chmod 600 that file`,
    }),
  },
  {
    said: /no mutual signature|signature algorithm .*not (supported|in PubkeyAccepted)/i,
    problem: (at) => ({
      code: "ssh-host-old",
      what: t`${at} takes this RSA key only with SHA-1, which is broken and refused here`,
      mend: t`use an ed25519 key (ssh-keygen -t ed25519), or update OpenSSH on the host`,
    }),
  },
  {
    said: /Unable to negotiate|no matching (host key type|key exchange|cipher|MAC)|Protocol major versions differ/i,
    problem: (at) => ({
      code: "ssh-host-old",
      what: t`${at} speaks only forms of SSH that are broken and refused here`,
      mend: t`update OpenSSH on the host, or let its sshd_config offer what current clients take (ssh-keygen -A \
makes host keys of today's kinds)`,
    }),
  },
  {
    said: /Load key|invalid format|error in libcrypto/i,
    problem: () => ({
      code: "ssh-key-unreadable",
      what: t`the private key cannot be read`,
      mend: t`the secret has to hold the whole file, from BEGIN to END`,
    }),
  },
  {
    said: /Too many authentication failures/i,
    problem: (at) => ({
      code: "ssh-key-many",
      what: t`${at} ended the connection, as too many keys were offered`,
      mend: t`the agent or the user's folder ~/.ssh on the runner holds many: give one as ssh-key, or name it by identity-file in the plan`,
    }),
  },
  {
    said: /Could not resolve/i,
    problem: (at) => ({
      code: "ssh-host-name",
      what: t`${at} has no address`,
      mend: t`check the host's address in the plan, and the runner's DNS`,
    }),
  },
  {
    said: /Connection refused/i,
    problem: (at) => ({
      code: "connection-lost",
      what: t`${at} refuses the connection`,
      mend: t`is sshd running there, and is this its port?`,
    }),
  },
  {
    said: /timed out during banner exchange|banner line contains invalid characters|invalid SSH identification/i,
    problem: (at) => ({
      code: "connection-lost",
      what: t`something answers at ${at} that is no SSH server, or does not begin to speak`,
      mend: t`is this sshd's port? If it is, the host may be overloaded: look at it`,
    }),
  },
  {
    said: /timed out|No route to host|Network is unreachable/i,
    problem: (at) => ({
      code: "connection-lost",
      what: t`${at} cannot be reached`,
      mend: t`is the host up, and does its firewall let the runner in?`,
    }),
  },
  {
    said: /kex_exchange_identification/i,
    problem: (at) => ({
      code: "connection-lost",
      what: t`the connection to ${at} was closed before sshd said anything`,
      mend: t`is this sshd's port? If it is, sshd keeps the runner out (fail2ban, hosts.deny) or is overloaded \
(MaxStartups): its log says; then run the job again`,
    }),
  },
  {
    said: /closed by|Connection reset|Broken pipe|Connection closed/i,
    problem: (at) => ({
      code: "connection-lost",
      what: t`the connection to ${at} broke`,
      mend: t`look at sshd's log on the host; then run the job again`,
    }),
  },
];

/**
 * What an exit code of 255 was about, by what the client said; null when the remote command itself ended so. Without
 * `key` nothing is known of the key: it came from a file or an agent.
 */
export function sshProblem(said: string, host: string, plan: SshPlanHost, key?: GivenKey): Problem | null {
  const at = `${plan.user}@${plan.address}:${plan.port}`;
  const problem = hostKeyProblem(said, at, plan) ?? known(said, at) ?? refused(said, at, plan, key);
  if (problem !== null) return { ...problem, where: host };
  if (said.trim() !== "") return null;
  return {
    what: t`the connection to ${at}, or the command on it, was ended from outside without a word`,
    where: host,
    code: "connection-lost",
    mend: t`run the job again; look at sshd's log on the host`,
  };
}

function known(said: string, at: string): Problem | null {
  return causes.find((one) => one.said.test(said))?.problem(at) ?? null;
}

function refused(said: string, at: string, plan: SshPlanHost, key: GivenKey | undefined): Problem | null {
  const ways = /Permission denied(?: \(([\w,-]*)\))?/i.exec(said);
  if (ways === null) return null;
  if (ways[1] !== undefined && !ways[1].includes("publickey"))
    return {
      code: "ssh-host-asks",
      what: t`${at} asks for more than a key (${ways[1]})`,
      mend: t`let sshd take a key alone for ${plan.user} (AuthenticationMethods publickey in a Match block); nobody types at night`,
    };
  if (key?.kind === "none" && plan.identityFile === undefined)
    return {
      code: "ssh-key-missing",
      what: t`${at} lets nobody in without a key, and none was given: ssh-key is empty`,
      mend: t`put the private key into a secret GOLIVE_SSH_KEY of the environment that the job names (Settings → \
Environments), and hand it on as ssh-key; a called workflow gets a secret of an environment only by secrets: \
inherit, and never from another account`,
    };
  const name = key?.kind === "key" ? key.name : "";
  const given = name === "" ? "" : t`the key given is ${name}; `;
  const old = name.startsWith("ssh-rsa ")
    ? t`; an old host takes RSA keys with SHA-1 only: use an ed25519 key there`
    : "";
  return {
    code: "ssh-key-refused",
    what: t`${at} does not accept the key`,
    mend: t`${given}put its public half into authorized_keys of ${plan.user} there; if it is there, sshd's log says \
why (an account that is locked or has expired, AllowUsers, rights of ~/.ssh)${old}`,
  };
}
