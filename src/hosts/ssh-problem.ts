import type { Problem } from "../core/errors.ts";
import { inWords, msg, t } from "../core/text.ts";
import type { SshPlanHost } from "./ssh.ts";

/** The host cannot be reached now, and may be later: it is being restarted, or the network broke. */
export const connectionLost = "connection-lost";

const causes: readonly { said: RegExp; what: (at: string) => string; mend: string; passes?: true }[] = [
  {
    said: /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key verification failed|No .* host key is known/i,
    what: (at) => t`${at} shows another host key than the plan's`,
    mend: msg`if the host was reinstalled, read its key on its own console (/etc/ssh/ssh_host_*_key.pub) and change host-key in the plan; if not, somebody may be in between`,
  },
  {
    said: /Permission denied/i,
    what: (at) => t`${at} does not accept the key`,
    mend: msg`put the public half of ssh-key into authorized_keys of that user, and check the secret`,
  },
  {
    said: /invalid format|error in libcrypto|Load key/i,
    what: () => t`the private key cannot be read`,
    mend: msg`the secret has to hold the whole file, from BEGIN to END`,
  },
  {
    said: /Could not resolve/i,
    what: (at) => t`${at} has no address`,
    mend: msg`check the host's address in the plan, and the runner's DNS`,
  },
  {
    said: /Connection refused/i,
    what: (at) => t`${at} refuses the connection`,
    mend: msg`is sshd running there, and is this its port?`,
    passes: true,
  },
  {
    said: /timed out|No route to host|Network is unreachable/i,
    what: (at) => t`${at} cannot be reached`,
    mend: msg`is the host up, and does its firewall let the runner in?`,
    passes: true,
  },
  {
    said: /closed by remote host|Connection reset|Broken pipe|kex_exchange_identification|Connection closed/i,
    what: (at) => t`the connection to ${at} broke`,
    mend: msg`look at sshd's log on the host; then run the job again`,
    passes: true,
  },
];

/** What an exit code of 255 was about, or null when the remote command itself ended so. */
export function sshProblem(stderr: string, host: string, plan: SshPlanHost): Problem | null {
  const found = causes.find(({ said }) => said.test(stderr));
  if (!found)
    return stderr.trim() === ""
      ? {
          what: t`the connection to ${plan.user}@${plan.address}:${plan.port}, or the command on it, was ended from outside without a word`,
          where: host,
          code: connectionLost,
          mend: t`run the job again; look at sshd's log on the host`,
        }
      : null;
  const problem = {
    what: found.what(`${plan.user}@${plan.address}:${plan.port}`),
    where: host,
    mend: inWords(found.mend),
  };
  return found.passes ? { ...problem, code: connectionLost } : problem;
}
