import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { isAuthority } from "./known-hosts.ts";
import type { SshPlanHost } from "./plan-host.ts";

/** The key that it shows is told by its fingerprint: whoever stands at the host's console can compare it. */
export function hostKeyProblem(said: string, at: string, plan: SshPlanHost): Problem | null {
  const shown = /fingerprint for the (\S+) key sent by the remote host is\s+(SHA256:\S+?)\.?\s/i.exec(said);
  const kind = shown?.[1] ?? /No (\S+) host key is known/i.exec(said)?.[1];
  const changed = /REMOTE HOST IDENTIFICATION HAS CHANGED/.test(said);
  if (!changed && !/No .* host key is known|Host key verification failed/i.test(said)) return null;
  const certificate = certificateProblem(said, at, plan);
  if (certificate !== null) return certificate;
  const it = shown === null ? "" : t`it shows ${kind} ${shown[2]}; `;
  const console = t`read it on the host's own console (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub)`;
  if (changed && (kind === undefined || hasKind(plan, kind)))
    return {
      code: "ssh-host-key-changed",
      what: t`${at} shows another host key than the plan's`,
      mend: t`${it}${console}: if the host was reinstalled, change host-key in the plan; if not, somebody may be in between`,
    };
  return {
    code: "ssh-host-key-kind",
    what: t`${at} shows another host key than the plan's, of a kind that the plan has none of (${kind ?? "?"})`,
    mend: t`${it}${console} and put it into host-key in the plan, which may hold keys of several kinds`,
  };
}

/** ED25519 is ssh-ed25519, ECDSA ecdsa-sha2-nistp256. */
function hasKind(plan: SshPlanHost, kind: string): boolean {
  return plan.hostKey.some((key) => key.split(" ", 1)[0]?.split("-").includes(kind.toLowerCase()));
}

/** What a host with a certificate shows beside it is a key that no plan has. */
function certificateProblem(said: string, at: string, { hostKey, address }: SshPlanHost): Problem | null {
  const why = /Certificate invalid: (.*)/.exec(said)?.[1];
  const authorities = hostKey.filter(isAuthority);
  if (why !== undefined && authorities.length > 0)
    return {
      code: "ssh-host-certificate",
      what: /principal/.test(why)
        ? t`${at} shows a host certificate of the plan's authority that is for other names`
        : t`${at} shows a host certificate of the plan's authority that is not valid now (${why})`,
      mend: /principal/.test(why)
        ? t`sign it anew with -n ${address}, or write the address in the plan as the certificate has it`
        : t`sign it anew (ssh-keygen -s CA -h -V), and look at the clocks of the host and the runner`,
    };
  if (authorities.length < hostKey.length) return null;
  return {
    code: "ssh-host-authority",
    what: t`${at} shows no host certificate of the plan's authority: another one's, or none`,
    mend: t`compare host-key with the authority's own .pub file, and HostCertificate in sshd_config there (sshd -T says it)`,
  };
}
