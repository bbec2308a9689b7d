import { z } from "zod";
import { kindNamed, schemasOf } from "../core/kinds.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { byCommand } from "./command.ts";
import type { ChangeKind } from "./kind.ts";
import { rfc2136 } from "./rfc2136/rfc2136.ts";

/** Every way to change DNS, one line each. */
const kinds = [
  rfc2136, //
  byCommand,
] as const;

export const dnsChange = z
  .discriminatedUnion("kind", schemasOf(kinds))
  .describe("A change of DNS records between deploy and verify, taken back by a rollback.");
export const dnsSchema = z.array(dnsChange).default([]);
export type DnsChange = Parsed<typeof dnsChange>;

export function changeKind({ kind }: DnsChange): ChangeKind<DnsChange> {
  return kindNamed(kinds, "kind", kind);
}
