import { z } from "zod";
import { kindNamed, schemasOf } from "../core/kinds.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import type { ProbeDefinition } from "./define-probe.ts";
import { command } from "./probes/command.ts";
import { github } from "./probes/github.ts";
import { http } from "./probes/http.ts";
import { postgres } from "./probes/postgres.ts";
import { s3 } from "./probes/s3.ts";
import { smtp } from "./probes/smtp.ts";
import { ssh } from "./probes/ssh.ts";
import { telegram } from "./probes/telegram.ts";

/** Every kind of access probe, one line each. */
export const probeKinds = [
  http, //
  smtp,
  s3,
  postgres,
  ssh,
  telegram,
  github,
  command,
] as const;

export const accessSchema = z.discriminatedUnion("kind", schemasOf(probeKinds));
export type Access = Parsed<typeof accessSchema>;

export function probeKindOf({ kind }: Access): ProbeDefinition<Access> {
  return kindNamed(probeKinds, "kind", kind);
}
