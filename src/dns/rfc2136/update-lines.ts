import { InternalError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Records } from "../kind.ts";
import type { NameServer } from "./ask.ts";
import { besideNoAlias, typesTouched } from "./records.ts";
import type { Rfc2136 } from "./schema.ts";

export interface Update {
  readonly from: Records;
  readonly to: Records;
  /** Types that count as changed though neither has them. */
  readonly also?: readonly string[] | undefined;
}

/**
 * Lines for nsupdate: `to` takes the place of `from` in one piece, and only if `from` is what stands there. With `from`
 * and `to` the same nothing changes, and the server says whether the key may change it.
 */
export function updateLines(
  { zone, name, type }: Pick<Rfc2136, "zone" | "name" | "type">,
  server: NameServer,
  { from, to, also = [] }: Update,
): string {
  const owner = `${name}.`;
  const held = typesTouched(type).flatMap((one) => {
    const set = from.find((known) => known.type === one);
    return set === undefined
      ? [`prereq nxrrset ${owner} ${one}`]
      : set.values.map((value) => `prereq yxrrset ${owner} ${one} ${value}`);
  });
  const alone = to.some((set) => set.type === "CNAME")
    ? besideNoAlias.map((one) => `prereq nxrrset ${owner} ${one}`)
    : [];
  const gone = [...new Set([...from, ...to].map((set) => set.type).concat(also))].map(
    (one) => `update delete ${owner} ${one}`,
  );
  const added = to.flatMap((set) => set.values.map((value) => `update add ${owner} ${set.ttl} ${set.type} ${value}`));
  const lines = [`server ${server.name} ${server.port}`, `zone ${zone}.`, ...held, ...alone, ...gone, ...added, "send"];
  // What the plan holds was checked when it was read; this is about what a server answered.
  if (lines.some((line) => !/^[ -~]+$/.test(line)))
    throw new InternalError(t`a record holds what no line of nsupdate can`);
  return `${lines.join("\n")}\n`;
}
