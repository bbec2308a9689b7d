// `strategy.matrix` to the list of combinations.

export type Combination = Readonly<Record<string, unknown>>;

export function expandMatrix(matrix: Readonly<Record<string, unknown>>): readonly Combination[] {
  const { include = [], exclude = [], ...vectors } = matrix;
  let combinations: Combination[] = Object.keys(vectors).length === 0 ? [] : [{}];
  for (const [name, values] of Object.entries(vectors)) {
    if (!Array.isArray(values)) throw new Error(`Matrix vector '${name}' must be a list`);
    if (values.length === 0) throw new Error(`Matrix vector '${name}' does not contain any values`);
    combinations = combinations.flatMap((combination) =>
      values.map((value: unknown) => ({ ...combination, [name]: value })),
    );
  }
  const kept = combinations.filter((combination) => !listOf(exclude).some((pattern) => covers(combination, pattern)));
  const original = kept.map((combination) => ({
    base: combination,
    full: { ...combination } as Record<string, unknown>,
  }));
  const added: Combination[] = [];
  for (const extra of listOf(include)) {
    // It joins every combination whose own values it leaves alone, and stands alone when there is none.
    const joins = original.filter(({ base }) =>
      Object.entries(extra).every(([key, value]) => !(key in base) || same(base[key], value)),
    );
    for (const { full } of joins) Object.assign(full, extra);
    if (joins.length === 0) added.push(extra);
  }
  return [...original.map(({ full }) => full), ...added];
}

function listOf(value: unknown): readonly Combination[] {
  if (!Array.isArray(value)) throw new Error("Matrix 'include' and 'exclude' must be lists");
  return value as readonly Combination[];
}

function covers(combination: Combination, pattern: Combination): boolean {
  return Object.entries(pattern).every(([key, value]) => same(combination[key], value));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function describeCombination(combination: Combination): string {
  return Object.values(combination)
    .map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value)))
    .join(", ");
}
