// Manifests of earlier versions hold two hashes of each object, and one of them of a text with something left out.

import { createHash } from "node:crypto";
import { textOf } from "./bytes.ts";
import { definitionsIn } from "./definitions.ts";

/** What of an object is kept in the manifest now: a hash of its definition, as PostgreSQL writes it. */
export interface Definition {
  readonly exact: string;
}

export interface DefinitionBefore {
  readonly exact: string;
  readonly reduced: string;
}

/** Every object of a schema by type and name: tables, constraints, indexes, views, functions, grants, comments … */
export type Objects = Readonly<Record<string, Definition>>;

/** Objects as a manifest holds them, which may be an earlier golive's. */
export type KeptObjects = Objects | ObjectsBefore;

type ObjectsBefore = Readonly<Record<string, DefinitionBefore>>;

export function isBefore(objects: KeptObjects): objects is ObjectsBefore {
  return Object.values(objects).some((kept) => "reduced" in kept);
}

/** The owner was written in the language that golive spoke. */
const ownedBy = ["owner", "владелец"].map((word) => Buffer.from(word).toString("latin1"));

const withExpressions =
  /^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;

/** Names of objects of both that are not the same, as that version saw it. */
export function differencesBefore(source: ObjectsBefore, schema: string): ReadonlySet<string> {
  const texts = ownedBy.map((word) => definitionsIn(schema, { ownedBy: word, kept: false }));
  const differs = (name: string, { exact, reduced }: DefinitionBefore) =>
    texts.every((objects) => {
      const text = textOf(objects.get(name) ?? "");
      return hashOf(text) !== exact && !(withExpressions.test(name) && hashOf(withoutCasts(text)) === reduced);
    });
  return new Set(Object.entries(source).flatMap(([name, kept]) => (differs(name, kept) ? [name] : [])));
}

/** Without parentheses, casts and blanks. */
function withoutCasts(text: string): string {
  return text
    .replaceAll(
      /::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g,
      "",
    )
    .replaceAll(/[()\s]/g, "");
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
