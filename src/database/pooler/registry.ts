import { InternalError } from "../../core/errors.ts";
import type { PoolerKind } from "./kind.ts";
import { pgbouncer } from "./pgbouncer/pgbouncer.ts";
import type { PoolerPlan } from "./schema.ts";

/** Every kind of pooler, one line each. */
const kinds: { readonly [Kind in PoolerPlan["kind"]]: PoolerKind<Extract<PoolerPlan, { kind: Kind }>> } = {
  pgbouncer,
};

export function poolerKind({ kind }: PoolerPlan): PoolerKind<PoolerPlan> {
  const found = kinds[kind];
  if (found === undefined) throw new InternalError(`no kind ${kind}`);
  return found;
}
