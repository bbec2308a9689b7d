import { z } from "zod";
import { script } from "../../core/command.ts";
import { figure } from "../../core/text/figures.ts";
import { msg, t } from "../../core/text/text.ts";
import { type AccessContext, asUser, failed, milliseconds, type Probed, unknown } from "../access.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { path } from "../../plan/schema/fields.ts";
import { knownHostLine } from "../../hosts/ssh/known-hosts.ts";
import { hostKeys } from "../../plan/schema/host-keys.ts";
import { common, port, within } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";
import { letIn } from "./scripts.ts";

const sshSchema = z.strictObject({
  kind: z.literal("ssh"),
  ...common,
  within,
  address: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$|^[0-9A-Fa-f:]+$/, msg`must be a name or an address`),
  port: port.default(22),
  user: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, msg`is not a user name`),
  "host-key": hostKeys(
    msg`must be public host keys such as "ssh-ed25519 AAAA..."`,
    "Public key or keys of that server, as ssh-keyscan or its .pub file has them; another one is a failure.",
  ),
  "identity-file": path("Private key, on the host that asks."),
});
export type SshAccess = Parsed<typeof sshSchema>;

export const ssh = defineProbe(sshSchema, {
  programs: ["ssh"],
  readsSettings: false,
  title: (probe) => t`${probe.address} lets ${probe.user} in`,
  run: probeSsh,
});

/** Runs `true` over there. The server must show the plan's host key, and nothing is asked of anyone. */
export async function probeSsh(probe: SshAccess, context: AccessContext): Promise<Probed> {
  const known = probe.hostKey.map((key) => knownHostLine(probe.address, probe.port, key)).join("");
  const values = [
    probe.address,
    String(probe.port),
    probe.user,
    probe.identityFile,
    String(probe.within),
    String(Math.max(1, Math.ceil(probe.within))),
  ];
  const finished = await context.host.attempt(
    script(letIn, values, {
      stdin: known,
      timeoutSeconds: Math.ceil(probe.within) + 15,
      label: `ssh ${probe.address} true`,
      ...asUser(context),
    }),
  );
  if (finished.timedOut) return unknown(t`no answer within ${probe.within} s`);
  const problem = /^problem (\w+)$/m.exec(finished.stdout)?.[1];
  if (problem === "ssh") return unknown(t`ssh is not installed on ${context.host.name}`);
  if (problem === "identity") return failed(t`the private key is not there, or cannot be read`);
  const code = /^ended (\d+)$/m.exec(finished.stdout)?.[1];
  if (problem !== undefined || code === undefined)
    return unknown(t`ssh could not be run on ${context.host.name} (exit ${finished.code})`);
  return judgeSsh(Number(code), finished.stdout, finished.seconds, probe.within);
}

export function judgeSsh(code: number, said: string, seconds: number, within: number): Probed {
  const latencyMs = milliseconds(seconds);
  if (code === 0)
    return { verdict: "pass", evidence: t`let in in ${figure(seconds, 2)} s, host key as in the plan`, latencyMs };
  if (code === 124 || code === 137 || /timed out/i.test(said)) return unknown(t`no answer within ${within} s`);
  if (code !== 255) return { ...failed(t`let in, but \`true\` exited ${code} there`), latencyMs };
  if (/HOST IDENTIFICATION HAS CHANGED|Host key verification failed|No .* host key is known/i.test(said))
    return failed(t`shows another host key than the plan's`);
  if (/UNPROTECTED PRIVATE KEY|bad permissions/i.test(said))
    return failed(t`the private key is open to others (mode 0600)`);
  if (/Load key|invalid format|error in libcrypto/i.test(said))
    return failed(t`the private key cannot be used: not whole, or locked with a passphrase`);
  if (/Permission denied|Too many authentication failures/i.test(said))
    return { ...failed(t`the key is refused`), latencyMs };
  if (/Could not resolve/i.test(said)) return unknown(t`the name has no address (DNS)`);
  if (/Connection refused/i.test(said)) return unknown(t`the connection is refused`);
  if (/No route to host|Network is unreachable/i.test(said)) return unknown(t`no way there`);
  return unknown(t`the connection broke before an answer came`);
}
