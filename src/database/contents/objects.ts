import { createHash } from "node:crypto";
import { t } from "../../core/text/text.ts";
import { definitionsIn } from "./definitions.ts";
import { differencesBefore, isBefore, type KeptObjects, type Objects } from "./objects-before.ts";

/** Of the text of a schema, as bytes. */
export function parseObjects(schema: string): Objects {
  return Object.fromEntries([...definitionsIn(schema)].map(([name, text]) => [name, { exact: hashOf(text) }]));
}

function hashOf(bytes: string): string {
  return createHash("sha256").update(Buffer.from(bytes, "latin1")).digest("hex").slice(0, 32);
}

/** An object that is not in the copy, not in the source, or in both of them and not the same. */
export interface ObjectDifference {
  readonly name: string;
  readonly how: "missing" | "extra" | "otherwise";
}

/** What of a schema's text, as bytes, is not what the source held. */
export function objectDifferences(source: KeptObjects, schema: string): ObjectDifference[] {
  const otherwise = isBefore(source) ? differencesBefore(source, schema) : null;
  const objects = parseObjects(schema);
  return [...new Set([...Object.keys(source), ...Object.keys(objects)])]
    .toSorted()
    .flatMap((name): ObjectDifference[] => {
      if (!(name in objects)) return [{ name, how: "missing" }];
      if (!(name in source)) return [{ name, how: "extra" }];
      const same = otherwise === null ? source[name]?.exact === objects[name]?.exact : !otherwise.has(name);
      return same ? [] : [{ name, how: "otherwise" }];
    });
}

const withExpressions = new RegExp(
  `^(?:${[
    ...["TABLE", "TABLE ATTACH", "CONSTRAINT", "CHECK CONSTRAINT", "INDEX", "VIEW", "MATERIALIZED VIEW", "DEFAULT"],
    ...["POLICY", "RULE", "TRIGGER", "DOMAIN", "FUNCTION", "PROCEDURE", "STATISTICS", "PUBLICATION TABLE"],
  ].join("|")}) `,
);

/**
 * Without what PostgreSQL writes otherwise once it was restored, such as the casts of `IN ('a', 'b')` on a varchar: the
 * source's own schema, restored by itself (`again`), says it in the words of the copy.
 */
export function withoutRewritten(
  differences: readonly ObjectDifference[],
  { copy, again }: { readonly copy: string; readonly again: string },
): ObjectDifference[] {
  const [have, made] = [definitionsIn(copy), definitionsIn(again)];
  return differences.filter(
    ({ name, how }) => how !== "otherwise" || !withExpressions.test(name) || have.get(name) !== made.get(name),
  );
}

/** Whether a look at the second generation may tell that some of these are none. */
export function mayBeRewritten(differences: readonly ObjectDifference[]): boolean {
  return differences.some(({ name, how }) => how === "otherwise" && withExpressions.test(name));
}

/** A line each: `CONSTRAINT public.clients clients_pkey is missing`. */
export function toldObjects(differences: readonly ObjectDifference[]): string[] {
  return differences.map(({ name, how }) => {
    if (how === "missing") return t`${name} is missing`;
    return how === "extra" ? t`${name} should not be there` : t`${name} is defined otherwise`;
  });
}
