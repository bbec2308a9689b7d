import { fieldOf, type LogLine } from "./log-store.ts";

interface Answer {
  readonly status?: unknown;
  readonly data?: { readonly resultType?: unknown; readonly result?: unknown } | null;
}

interface Stream {
  readonly stream?: Readonly<Record<string, unknown>>;
  readonly values?: unknown;
}

/** What of a line names the version, and what it has to be. */
interface VersionOf {
  readonly version: { readonly label?: string | undefined; readonly field?: string | undefined; readonly is: string };
}

/** The lines of an answer; null when it is none of Loki's. */
export function linesOf(json: unknown, { version }: VersionOf): LogLine[] | null {
  const streams = resultOf(json, "streams")?.map((stream: Stream) => linesOfStream(stream, version));
  if (streams === undefined) return null;
  const lines: LogLine[] = [];
  for (const found of streams) {
    if (found === null) return null;
    lines.push(...found);
  }
  return lines;
}

/** Nothing counted is an empty result in Loki: 0. */
export function countOf(json: unknown): number | null {
  const result = resultOf(json, "vector");
  if (result === undefined) return null;
  if (result.length === 0) return 0;
  const value = (result[0] as { value?: unknown[] }).value?.[1];
  return typeof value === "string" && Number.isFinite(Number(value)) ? Number(value) : null;
}

function resultOf(json: unknown, type: string): readonly object[] | undefined {
  const { status, data } = (json ?? {}) as Answer;
  return status === "success" && data?.resultType === type && Array.isArray(data.result) ? data.result : undefined;
}

function linesOfStream({ stream: labels = {}, values }: Stream, version: VersionOf["version"]): LogLine[] | null {
  if (!Array.isArray(values)) return null;
  const texts = (values as unknown[]).map((value) => (Array.isArray(value) ? (value[1] as unknown) : undefined));
  if (!texts.every((text) => typeof text === "string")) return null;
  return texts
    .filter((text) => !isEcho(labels, text))
    .map((text) => ({ text, version: versionOf(labels, text, version) }));
}

/** Loki writes every query into its own log, and a gateway before it does: what only quotes our question is no arrival. */
const ownLabels = [
  "app",
  "app_kubernetes_io_name",
  "component",
  "container",
  "container_name",
  "job",
  "name",
  "service",
  "service_name",
  "unit",
];
function isEcho(labels: Readonly<Record<string, unknown>>, line: string): boolean {
  return (
    /query_range|query_hash=|\|=\s*\\*["'`]/.test(line) ||
    ownLabels.some((name) => /(^|[/_-])loki([._-]|$)/.test(String(labels[name] ?? "")))
  );
}

function versionOf(
  labels: Readonly<Record<string, unknown>>,
  line: string,
  { label, field }: VersionOf["version"],
): string | null {
  if (label !== undefined) return typeof labels[label] === "string" ? labels[label] : null;
  try {
    return fieldOf(JSON.parse(line), field ?? "");
  } catch {
    return null;
  }
}
