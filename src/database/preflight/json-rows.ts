/** A line of JSON that psql printed; `kind` says which of its queries it answers. */
export interface JsonRow {
  readonly kind: string;
}

/** Names and texts of others may hold anything: one JSON object a line keeps them apart. */
export function jsonRows(stdout: string): JsonRow[] {
  return stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as JsonRow] : []));
}

export function rowsOfKind<T>(rows: readonly JsonRow[], kind: string): (JsonRow & T)[] {
  return rows.filter((row): row is JsonRow & T => row.kind === kind);
}
