import { isDeepStrictEqual } from "node:util";
import { type ClassTable, type KeyClass, keyClasses } from "./key-classes.ts";

type Fields = Readonly<Record<string, unknown>>;

export interface Composed {
  readonly value: unknown;
  /** Policy keys in which the release's plan says something else than holds: `approval.environment`. */
  readonly overruled: readonly string[];
}

/** The plan that holds: the policy of the default branch's, everything else of the release's. Values as YAML gives them. */
export function compose(policy: unknown, release: unknown): Composed {
  const overruled: string[] = [];
  const value = merge({ policy: fieldsOf(policy), release: fieldsOf(release) }, keyClasses, "", overruled);
  return { value, overruled };
}

/** What of a plan is policy, in an order that does not depend on how it was written. */
export function policyOf(value: unknown): unknown {
  const plan = fieldsOf(value);
  const scenarios = named(fieldsOf(plan.verify).scenarios) ?? [];
  const manual = named(plan.manual);
  return ordered(compose(value, { verify: { scenarios }, ...(manual === null ? {} : { manual }) }).value);
}

/** Lines that people tick, by their id alone; null where the plan has no list of them. */
function named(lines: unknown): { readonly id: unknown }[] | null {
  return Array.isArray(lines) ? lines.map((one) => ({ id: fieldsOf(one).id })) : null;
}

/** Policy keys in which two plans differ. */
export function policyChanges(before: unknown, after: unknown): readonly string[] {
  return compose(after, before).overruled;
}

/** What the two plans say at one place. */
interface Both<T> {
  readonly policy: T;
  readonly release: T;
}

function merge({ policy, release }: Both<Fields>, table: ClassTable, at: string, overruled: string[]): Fields {
  const known = Object.entries(table).map(([key, kind]) => {
    const here = at === "" ? key : `${at}.${key}`;
    const both = { policy: own(policy, key), release: own(release, key) };
    return [key, typeof kind === "string" ? chosen(both, kind, here, overruled) : inside(both, kind, here, overruled)];
  });
  // What nobody knows is left for the schema to tell.
  const unknown = Object.entries(release).filter(([key]) => !Object.hasOwn(table, key));
  // Not by assignment: a key `__proto__` would lend the release's values to every key that the policy leaves out.
  return Object.fromEntries([...known, ...unknown].filter(([, value]) => value !== undefined));
}

function inside({ policy, release }: Both<unknown>, table: ClassTable, at: string, overruled: string[]): unknown {
  if (policy === undefined && release === undefined) return undefined;
  // For the schema to tell, as it does of a plan that is read alone.
  const misshapen = [policy, release].find((one) => one !== undefined && !isFields(one));
  if (misshapen !== undefined) return misshapen;
  return merge({ policy: fieldsOf(policy), release: fieldsOf(release) }, table, at, overruled);
}

function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function chosen({ policy, release }: Both<unknown>, kind: KeyClass, at: string, overruled: string[]): unknown {
  if (kind === "release") return release;
  if (kind === "owners") return withOwners({ policy, release }, at, overruled);
  if (!isDeepStrictEqual(policy, release)) overruled.push(at);
  return policy;
}

/** The release's scenarios; whoever the default branch names for one of them is who may tick it. */
function withOwners({ policy, release }: Both<unknown>, at: string, overruled: string[]): unknown {
  if (!Array.isArray(release)) return release;
  const known = new Map((Array.isArray(policy) ? policy : []).map((one) => [fieldsOf(one).id, fieldsOf(one)]));
  return release.map((one: unknown) => {
    const scenario = fieldsOf(one);
    const ours = known.get(scenario.id);
    if (ours === undefined || isDeepStrictEqual(ours.owners, scenario.owners)) return one;
    overruled.push(`${at} ${String(scenario.id)} owners`);
    return { ...scenario, owners: ours.owners };
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, ordered(inside)]));
}
