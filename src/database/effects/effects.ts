import type { Does, Effect } from "../../core/effects/effect.ts";
import type { Catalog, Column, Relation } from "./catalog.ts";

interface Both {
  readonly before: Catalog;
  readonly after: Catalog;
}

/** Tables in which tools keep which migrations ran. */
const records = new Set([
  ...["django_migrations", "django_content_type", "auth_permission", "knex_migrations", "knex_migrations_lock"],
  ...["alembic_version", "schema_migrations", "ar_internal_metadata", "migrations", "_prisma_migrations"],
  ...["flyway_schema_history", "databasechangelog", "databasechangeloglock", "goose_db_version", "pgmigrations"],
  ...["__EFMigrationsHistory", "SequelizeMeta", "doctrine_migration_versions", "phinxlog", "gorp_migrations"],
  ...[
    "__drizzle_migrations",
    "kysely_migration",
    "kysely_migration_lock",
    "mikro_orm_migrations",
    "atlas_schema_revisions",
  ],
]);

const order: readonly Does[] = ["drops", "rewrites", "binds", "builds", "adds"];

/** What lies between two looks at a database. It does not matter by which statements, in which language, or how deep. */
export function effectsBetween(before: Catalog, after: Catalog): Effect[] {
  const both = { before, after };
  const found = [
    ...relationsGone(both),
    ...thingsGone(both),
    ...keptTables(both).flatMap(([was, is]) => [...columnEffects(was, is), ...tableEffects(was, is)]),
    ...largeObjects(both),
    ...constraintsMade(both),
    ...indexesMade(both),
    ...relationsMade(both),
  ];
  return order.flatMap((does) => found.filter((effect) => effect.does === does));
}

const words: Readonly<Record<string, string>> = {
  r: "TABLE",
  p: "TABLE",
  f: "FOREIGN TABLE",
  v: "VIEW",
  m: "MATERIALIZED VIEW",
  S: "SEQUENCE",
};

const isTable = ({ type }: Relation) => type === "r" || type === "p" || type === "f";

/** As psql would name it: the schema only where it is another than the usual. */
function nameOf({ schema, name }: Pick<Relation, "schema" | "name">): string {
  return schema === "public" ? name : `${schema}.${name}`;
}

function relationsGone({ before, after }: Both): Effect[] {
  const ids = new Set(after.relations.map(({ id }) => id));
  const named = new Set(after.relations.map(nameOf));
  return (
    before.relations
      .filter((one) => !ids.has(one.id))
      // A view that is made anew holds no one's data; a table does.
      .filter((one) => isTable(one) || !named.has(nameOf(one)))
      .map((one) => ({ does: "drops", words: `DROP ${words[one.type]}`, on: nameOf(one) }))
  );
}

function thingsGone({ before, after }: Both): Effect[] {
  const left = new Set(after.things.map(({ type, name }) => `${type} ${name}`));
  const tables = new Set(after.relations.map(({ id }) => id));
  const was = before.things.filter(({ type, name }) => !left.has(`${type} ${name}`));
  return was
    .filter(({ table = null }) => table === null || tables.has(table))
    .map(({ type, name }) => ({ does: "drops", words: `DROP ${type}`, on: name.replace(/^public\./, "") }));
}

function keptTables({ before, after }: Both): [was: Relation, is: Relation][] {
  const now = new Map(after.relations.map((one) => [one.id, one]));
  return before.relations.filter(isTable).flatMap((was) => {
    const is = now.get(was.id);
    return is === undefined ? [] : [[was, is]];
  });
}

/** Where the file is another one, and no column is, the table was emptied: by TRUNCATE, which no count tells of. */
function emptied(was: Relation, is: Relation): boolean {
  const sameColumns =
    was.columns.length === is.columns.length && was.columns.every(([, , type], i) => type === is.columns[i]?.[2]);
  return sameColumns && (is.empty || is.rows[0] > was.rows[0]);
}

function tableEffects(was: Relation, is: Relation): Effect[] {
  const on = nameOf(is);
  const [inserted, updated, deleted] = is.rows.map((count, i) => count - (was.rows[i] ?? 0));
  const moved = was.type === "r" && was.file !== is.file;
  const renamed = nameOf(was) !== on;
  const recorded = records.has(is.name);
  const counted = (does: Does, statement: string, rows = 0): Effect[] =>
    recorded || rows <= 0 ? [] : [{ does, words: statement, on, rows }];
  return [
    ...(moved && emptied(was, is) ? [{ does: "drops", words: "TRUNCATE", on } as const] : []),
    ...counted("drops", "DELETE", deleted),
    ...(renamed
      ? [{ does: "rewrites", words: `RENAME ${words[is.type]}`, on: `${nameOf(was)} → ${on}` } as const]
      : []),
    ...(moved && !emptied(was, is) && !was.empty ? [{ does: "builds", words: "REWRITE TABLE", on } as const] : []),
    ...counted("rewrites", "UPDATE", updated),
    ...counted("adds", "INSERT", inserted),
  ];
}

function columnEffects(was: Relation, is: Relation): Effect[] {
  const now = new Map(is.columns.map((column) => [column[0], column]));
  const old = new Set(was.columns.map(([place]) => place));
  const on = (name: string) => `${nameOf(is)}.${name}`;
  const added = is.columns.filter(([place]) => !old.has(place));
  return [
    ...was.columns.flatMap((column) => changed(column, now.get(column[0]), { on, moved: was.file !== is.file })),
    ...added.map(
      ([, name, , notNull, filled]): Effect =>
        notNull && !filled
          ? { does: "binds", words: "ADD COLUMN NOT NULL", on: on(name) }
          : { does: "adds", words: "ADD COLUMN", on: on(name) },
    ),
  ];
}

function changed(
  [, name, type, notNull]: Column,
  now: Column | undefined,
  { on, moved }: { readonly on: (name: string) => string; readonly moved: boolean },
): Effect[] {
  if (now === undefined) return [{ does: "drops", words: "DROP COLUMN", on: on(name) }];
  const [, newName, newType, nowNotNull] = now;
  const renamed: Effect = { does: "rewrites", words: "RENAME COLUMN", on: `${on(name)} → ${newName}` };
  // Where the file is the same, every value is as it was.
  const retyped: Effect = {
    does: moved ? "rewrites" : "adds",
    words: "ALTER COLUMN TYPE",
    on: `${on(newName)}: ${type} → ${newType}`,
  };
  return [
    ...(name === newName ? [] : [renamed]),
    ...(type === newType ? [] : [retyped]),
    ...(nowNotNull && !notNull ? [{ does: "binds", words: "SET NOT NULL", on: on(newName) } as const] : []),
  ];
}

function largeObjects({ before, after }: Both): Effect[] {
  const [updated, deleted] = after.largeObjects.map((count, i) => count - (before.largeObjects[i] ?? 0));
  return [
    ...((deleted ?? 0) > 0
      ? [{ does: "drops", words: "DELETE", on: "pg_largeobject", rows: deleted ?? 0 } as const]
      : []),
    ...((updated ?? 0) > 0
      ? [{ does: "rewrites", words: "UPDATE", on: "pg_largeobject", rows: updated ?? 0 } as const]
      : []),
  ];
}

const constraintWords: Readonly<Record<string, string>> = {
  c: "CHECK",
  f: "FOREIGN KEY",
  u: "UNIQUE",
  x: "EXCLUDE",
  p: "PRIMARY KEY",
};

/** On tables that were there. One that only has another name or is made anew under its own binds no more than before. */
function constraintsMade({ before, after }: Both): Effect[] {
  const ids = new Set(before.constraints.map(({ id }) => id));
  const key = ({ table, type, name }: { table: number; type: string; name: string }) => `${table} ${type} ${name}`;
  const named = new Set(before.constraints.map(key));
  const tables = tablesOf(before, after);
  return after.constraints
    .filter((one) => !ids.has(one.id) && !named.has(key(one)))
    .flatMap(({ table, name, type }) => {
      const of = tables.get(table);
      if (of === undefined) return [];
      return [{ does: "binds", words: `ADD ${constraintWords[type]}`, on: `${of}.${name}` } as const];
    });
}

function indexesMade({ before, after }: Both): Effect[] {
  const ids = new Set(before.indexes.map(({ id }) => id));
  const tables = tablesOf(before, after);
  // What a constraint brings along has its name.
  const own = new Set(after.constraints.map(({ table, name }) => `${table} ${name}`));
  return after.indexes
    .filter(({ id, table, name }) => !ids.has(id) && !own.has(`${table} ${name}`))
    .flatMap(({ table, name, valid, concurrently }): Effect[] => {
      const of = tables.get(table);
      if (of === undefined) return [];
      const on = `${of}.${name}`;
      if (!valid) return [{ does: "builds", words: "INVALID INDEX", on }];
      return concurrently === true
        ? [{ does: "adds", words: "CREATE INDEX CONCURRENTLY", on }]
        : [{ does: "builds", words: "CREATE INDEX", on }];
    });
}

/** Names of the tables that were there before and still are. */
function tablesOf(before: Catalog, after: Catalog): Map<number, string> {
  const old = new Set(before.relations.map(({ id }) => id));
  return new Map(after.relations.flatMap((one) => (old.has(one.id) ? [[one.id, nameOf(one)]] : [])));
}

function relationsMade({ before, after }: Both): Effect[] {
  const ids = new Set(before.relations.map(({ id }) => id));
  const named = new Set(before.relations.map(nameOf));
  return after.relations
    .filter((one) => !ids.has(one.id))
    .filter((one) => isTable(one) || !named.has(nameOf(one)))
    .map((one) => ({ does: "adds", words: `CREATE ${words[one.type]}`, on: nameOf(one) }));
}
