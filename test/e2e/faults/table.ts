import { type Case, titleOf } from "./cases.ts";
import type { Result } from "./run-case.ts";

export interface Row {
  readonly of: Case;
  readonly result: Result;
}

const faults: Readonly<Record<Case["fault"], string>> = {
  kill: "runner lost (SIGKILL)",
  cancel: "run cancelled",
  ssh: "SSH cut, 3 s unreachable",
  database: "database stopped",
  disk: "disk full",
  "github-500": "GitHub answers 500",
  "github-403": "GitHub answers 403, rate limit",
  "github-none": "GitHub does not answer",
  itself: "what the step needs is broken",
};

/** The rows as Markdown, in the order of the cases. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ of, result }) =>
      `| ${faults[of.fault]} | \`${of.at}\` | ${result.first} | ${result.between === "" ? "none needed" : result.between} | ${result.outcome} | ${result.lost} of ${result.acknowledged} | ${result.seconds} |${result.wrong.length === 0 ? "" : ` **${result.wrong.join("; ").replaceAll("|", "\\|").split("\n")[0]}**`}`,
  );
  return `| fault | as this step begins | first run | before the second run | end | writes lost | s |\n|---|---|---|---|---|---|---:|\n${lines.join("\n")}\n`;
}

export function line({ of, result }: Row): string {
  return `${result.wrong.length === 0 ? "ok  " : "BAD "} ${titleOf(of).padEnd(40)} ${result.first.padEnd(9)} ${result.between.padEnd(9)} ${result.outcome.padEnd(11)} ${String(result.lost)} of ${String(result.acknowledged).padStart(4)} ${String(result.seconds).padStart(4)} s${result.wrong.map((text) => `\n     ${text}`).join("")}`;
}
