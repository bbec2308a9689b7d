import { z } from "zod";
import type { Parsed } from "../plan/schema/camel-keys.ts";
import type { ProbeDefinition } from "./define-probe.ts";
import { command } from "./probes/command.ts";
import { github } from "./probes/github.ts";
import { http } from "./probes/http.ts";
import { postgres } from "./probes/postgres.ts";
import { s3 } from "./probes/s3.ts";
import { smtp } from "./probes/smtp.ts";
import { ssh } from "./probes/ssh.ts";
import { telegram } from "./probes/telegram.ts";

/** Every kind of access probe. */
export const probeKinds = [http, smtp, s3, postgres, ssh, telegram, github, command] as const;

type Schema = (typeof probeKinds)[number]["schema"];

export const accessSchema = z.discriminatedUnion(
  "kind",
  probeKinds.map(({ schema }) => schema) as unknown as readonly [Schema, ...Schema[]],
);
export type Access = Parsed<typeof accessSchema>;

const byName: ReadonlyMap<string, ProbeDefinition<Access>> = new Map(probeKinds.map((one) => [one.kind, one]));

export function probeKindOf({ kind }: Pick<Access, "kind">): ProbeDefinition<Access> {
  return byName.get(kind) as ProbeDefinition<Access>;
}
