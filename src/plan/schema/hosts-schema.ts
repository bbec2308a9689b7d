import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { hostKeys } from "./host-keys.ts";
import { hostName, path, text, userName } from "./fields.ts";

const sshAddress = {
  address: text("Name or address that the runner connects to, or the host before it where there is one (via)."),
  port: z.int().min(1).max(65535).default(22),
  user: userName.describe("The user that the commands run as."),
  "host-key": hostKeys(
    msg`must be public host keys such as "ssh-ed25519 AAAA..." (ssh-keyscan HOST, compared with the one on the host)`,
    "Public key or keys of the host, as ssh-keyscan or its .pub file has them; a connection to a host that shows another one is refused. " +
      "After @cert-authority the key of an authority: then the host's certificate has to be of that one, and for this address.",
  ),
  "identity-file": path("Private key on the runner, when the key does not come as the input ssh-key.").optional(),
};

const jump = z.union([hostName, z.strictObject(sshAddress)]);

/** One host on the way or several, from the runner on; in the parsed plan a list. */
const via = z
  .union([jump, z.array(jump).min(1, msg`needs at least one host`)])
  .transform((hosts) => (Array.isArray(hosts) ? hosts : [hosts]))
  .describe(
    "Jump host that leads there (a bastion): another host of the plan, or an address with its own host-key. Of several the first is " +
      "the one that the runner reaches. No configuration of ssh on the runner counts then.",
  );

const sshHost = z.strictObject({ connect: z.literal("ssh"), ...sshAddress, via: via.optional() });

const localHost = z.strictObject({
  connect: z.literal("local").describe("The runner itself is the host (a self-hosted runner on the server)."),
});

/** A machine of the plan. */
export const planHost = z.discriminatedUnion("connect", [localHost, sshHost]);

/** The machines, by name. */
export const hostsSchema = z.record(hostName, planHost).describe("The machines, by name.");
