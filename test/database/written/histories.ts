// Random tables, and what may happen to one between the closing and the way back.

/** Whole numbers below `below`, the same for the same seed. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface Invented {
  readonly name: string;
  /** Columns of the key, as SQL; none where there is no key. */
  readonly key: readonly string[];
  readonly create: string;
  /** SQL: a row for the number `i`. */
  readonly row: string;
  /** SQL: rows of a number from 0 on, by which some are chosen. */
  readonly number: string;
}

const keys: readonly {
  readonly columns: string;
  readonly row: string;
  readonly key: readonly string[];
  number: string;
}[] = [
  { columns: "id int PRIMARY KEY", row: "i", key: ["id"], number: "id" },
  { columns: "id bigint PRIMARY KEY", row: "i", key: ["id"], number: "id" },
  { columns: "id bigint PRIMARY KEY", row: "i * 4294967296", key: ["id"], number: "(id / 4294967296)::int" },
  { columns: "id smallint PRIMARY KEY", row: "i - 9000", key: ["id"], number: "id + 9000" },
  { columns: "id int, day int, PRIMARY KEY (day, id)", row: "i, i % 7", key: ["id", "day"], number: "id" },
  { columns: 'id text COLLATE "C" PRIMARY KEY', row: "'k' || i", key: ["id"], number: "substr(id, 2)::int" },
  {
    columns: "id uuid PRIMARY KEY",
    row: "('00000000-0000-0000-0000-' || lpad(i::text, 12, '0'))::uuid",
    key: ["id"],
    number: "right(id::text, 12)::int",
  },
  { columns: "id numeric UNIQUE NOT NULL", row: "i", key: ["id"], number: "id::int" },
  { columns: "id int", row: "i % 500", key: [], number: "id" },
];

const values = `note text, flag bigint, price numeric, at timestamptz, extra jsonb, weight float8, mood mood`;
const valueRow = `CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'note ' || i || repeat('.', 150) END,
  i % 3, (i % 10) + 0.50, '2026-01-01'::timestamptz + i * interval '1 minute', jsonb_build_object('n', i), i / 7.0::float8, 'calm'`;

export function invent(name: string, random: Random): Invented {
  const key = keys[random(keys.length)] as (typeof keys)[number];
  const options = ["", " WITH (fillfactor = 40)", " WITH (autovacuum_enabled = off)"][random(3)] ?? "";
  return {
    name,
    key: key.key,
    create: `CREATE TABLE ${name} (${key.columns}, ${values})${options}`,
    row: `${key.row}, ${valueRow}`,
    number: key.number,
  };
}

export function fill({ name, row, key }: Invented, from: number, to: number): string {
  const columns = [...(key.length > 0 ? key : ["id"]), "note, flag, price, at, extra, weight, mood"];
  return `INSERT INTO ${name} (${columns}) SELECT ${row} FROM generate_series(${from}, ${to}) i ON CONFLICT DO NOTHING`;
}

const changes = [
  "note = note",
  "note = 'other'",
  "note = CASE WHEN note IS NULL THEN '' END",
  "flag = flag + 4294967296",
  "flag = NULL",
  "price = price * 1.0",
  "at = at + interval '1 microsecond'",
  "extra = extra || '{\"n\": 1}'",
  "weight = -weight",
  "mood = 'low'",
  "flag = 1, note = upper(note)",
];

type Event = (table: Invented, random: Random, next: () => number) => string;

const some = ({ number }: Invented, random: Random) => {
  const share = [2, 10, 400, 1500][random(4)] ?? 2;
  return `${number} % ${share} = ${random(share)}`;
};
const update: Event = (table, random) =>
  `UPDATE ${table.name} SET ${changes[random(changes.length)]} WHERE ${some(table, random)}`;
const remove: Event = (table, random) => `DELETE FROM ${table.name} WHERE ${some(table, random)}`;
const insert: Event = (table, random, next) => {
  const from = next();
  return fill(table, from, from + [0, 3, 200][random(3)]!);
};

const events: readonly Event[] = [
  update,
  update,
  update,
  remove,
  remove,
  insert,
  insert,
  insert,
  // Taken back, as a whole or in part.
  (...all) => `BEGIN; ${update(...all)}; ${remove(...all)}; ROLLBACK`,
  (...all) =>
    `BEGIN; SAVEPOINT a; ${update(...all)}; ROLLBACK TO a; SAVEPOINT b; ${update(...all)}; ${remove(...all)}; RELEASE b; ${insert(...all)}; COMMIT`,
  // Set back to what it was.
  (table, random) => {
    const where = some(table, random);
    return `UPDATE ${table.name} SET flag = flag + 1 WHERE ${where}; UPDATE ${table.name} SET flag = flag - 1 WHERE ${where}`;
  },
  // There and gone again, and the other way round.
  (table, random, next) => {
    const at = next();
    const last = at + random(100);
    return `${fill(table, at, last)}; DELETE FROM ${table.name} WHERE ${table.number} BETWEEN ${at} AND ${last}`;
  },
  ({ name, number }, random) => {
    const one = random(300);
    return `CREATE TEMP TABLE kept ON COMMIT PRESERVE ROWS AS SELECT * FROM ${name} WHERE ${number} = ${one};
DELETE FROM ${name} WHERE ${number} = ${one}; INSERT INTO ${name} SELECT * FROM kept; DROP TABLE kept`;
  },
  // Locked, by one and by more than one.
  (table, random) =>
    `BEGIN; SELECT FROM ${table.name} WHERE ${some(table, random)} FOR SHARE; SAVEPOINT a; SELECT FROM ${table.name} FOR NO KEY UPDATE; COMMIT`,
  (table, random) =>
    `BEGIN; SELECT FROM ${table.name} FOR KEY SHARE; SAVEPOINT a; ${update(table, random, () => 0)}; COMMIT`,
  // Kept in another way.
  ({ name }) => `VACUUM ${name}`,
  ({ name }) => `VACUUM ${name}`,
  ({ name }) => `VACUUM (FREEZE) ${name}`,
  ({ name }) => `VACUUM FULL ${name}`,
  ({ name }) => `VACUUM (FULL, FREEZE) ${name}`,
  ({ name, number }) => `CREATE INDEX again ON ${name} ((-(${number}))); CLUSTER ${name} USING again; DROP INDEX again`,
  ({ name }) => `ALTER TABLE ${name} SET (fillfactor = 70); ANALYZE ${name}`,
  ({ name }) => `GRANT SELECT ON ${name} TO PUBLIC`,
  // Emptied, and filled again so that it is frozen at once.
  (table, random, next) =>
    `TRUNCATE ${table.name}; ${random(2) === 0 ? fill(table, 1, 700) : insert(table, random, next)}`,
  ({ name }, random) => `COPY ${name} TO ':file'; BEGIN; TRUNCATE ${name}; COPY ${name} FROM ':file' (FREEZE); COMMIT;
DELETE FROM ${name} WHERE ${random(2)} = 1 AND flag = 1`,
  // Made anew, or of another type.
  ({ name }) => `ALTER TABLE ${name} DROP COLUMN note; ALTER TABLE ${name} ADD COLUMN note text DEFAULT 'made'`,
  ({ name }) => `ALTER TABLE ${name} ALTER COLUMN note TYPE varchar(1000)`,
  ({ name }) => `ALTER TABLE ${name} ALTER COLUMN flag TYPE numeric; ALTER TABLE ${name} ALTER COLUMN flag TYPE bigint`,
];

/** What happens to the table, a statement or several a line. */
export function history(table: Invented, random: Random): string[] {
  let number = 5000 + random(2) * 1900;
  const next = () => (number += 300);
  const length = [0, 0, 1, 1, 2, 3, 6][random(7)] ?? 0;
  return Array.from({ length }, () => (events[random(events.length)] as Event)(table, random, next));
}
