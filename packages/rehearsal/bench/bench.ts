/** One thing to measure: returns what it measured, in the bench's unit. */
export interface Subject {
  readonly name: string;
  /** The bench's own unless said. */
  readonly unit?: string;
  measure(): Promise<number>;
}

export interface Bench {
  readonly about: string;
  readonly unit: string;
  readonly rounds: number;
  /** How many times each is run before anything is kept: files come into the page cache. */
  readonly warmUps: number;
  /** Names of what can be measured alone, for a bench that takes long. */
  readonly parts?: readonly string[];
  /** `parts`: of the bench's own, those that are wanted. */
  open(parts?: readonly string[]): Promise<Group>;
}

/** What is measured, what of it is compared, and how it is put away. */
export interface Group {
  readonly subjects: readonly Subject[];
  readonly ratios: readonly (readonly [string, string])[];
  close(): Promise<void>;
}

export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly median: number;
}

export interface Measured {
  readonly rows: readonly Row[];
  readonly ratios: Readonly<Record<string, number>>;
}

export interface RunOptions {
  readonly rounds?: number | undefined;
  readonly parts?: readonly string[] | undefined;
  /** Hears each value as soon as it is known. */
  readonly told?: (line: string) => void;
}

/** Runs the subjects in turn, each round all of them, so that what disturbs the machine disturbs all. */
export async function runBench(
  bench: Bench,
  { rounds = bench.rounds, parts = bench.parts, told = () => {} }: RunOptions = {},
): Promise<Measured> {
  const { subjects, ratios, close } = await bench.open(parts);
  try {
    const values = new Map(subjects.map(({ name }) => [name, [] as number[]]));
    for (let round = -bench.warmUps; round < rounds; round++) {
      for (const subject of subjects) {
        const value = await subject.measure();
        told(`  ${round + 1}/${rounds} ${subject.name}: ${show(value)} ${subject.unit ?? bench.unit}`);
        if (round >= 0) values.get(subject.name)?.push(value);
      }
    }
    const rows = subjects.map(({ name, unit = bench.unit }) => ({
      name,
      unit,
      values: values.get(name) ?? [],
      median: median(values.get(name) ?? []),
    }));
    const of = (name: string) => rows.find((row) => row.name === name)?.median ?? Number.NaN;
    return { rows, ratios: Object.fromEntries(ratios.map(([a, b]) => [`${a}/${b}`, of(a) / of(b)])) };
  } finally {
    await close();
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** For the terminal and for docs/performance.md: one table for both. */
export function tableOf({ rows, ratios }: Measured): string {
  const lines = rows.map(
    ({ name, unit, values, median: middle }) =>
      `| ${name} | ${show(middle)} ${unit} | ${show(Math.min(...values))} – ${show(Math.max(...values))} | ${values.length} |`,
  );
  const quotients = Object.entries(ratios).map(([name, ratio]) => `| ${name} | ${ratio.toFixed(2)} |`);
  const measured = ["| what | median | least – most | rounds |", "|---|---|---|---|", ...lines];
  const compared = ["| ratio | of medians |", "|---|---|", ...quotients];
  return `${[...measured, "", ...compared].join("\n")}\n`;
}

function show(value: number): string {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value.toFixed(value >= 1 ? 2 : 3);
}
