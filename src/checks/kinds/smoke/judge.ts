import type { Known } from "../../../core/redact/known.ts";
import { figure } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { allItSaid } from "../../../hosts/why.ts";
import { parseJUnit, type TestCase } from "./junit.ts";
import type { SmokeCheck } from "./schema.ts";

export interface SmokeFacts {
  /** pytest's own: 0 passed, 1 failures, 2 interrupted, 3 internal, 4 usage, 5 no tests; 124 our time limit. */
  readonly code: number;
  /** The report's text; empty when none was written. */
  readonly report: string;
  readonly timedOut?: boolean;
  /** What the release's tree holds: only names that stand there are told. */
  readonly known?: Known;
  /** Where the report and all that the tests printed can be read. */
  readonly kept?: string | null;
}

/** Judges an exit code and a report; they have to agree. */
export function judgeSmoke(check: SmokeCheck, facts: SmokeFacts): Judgement {
  const judged = judgeRun(check, facts);
  if (judged.verdict === "pass" || facts.kept === undefined || facts.kept === null) return judged;
  return { ...judged, evidence: `${judged.evidence} (${allItSaid(facts.kept)})` };
}

function judgeRun(check: SmokeCheck, facts: SmokeFacts): Judgement {
  if (facts.timedOut) return { verdict: "error", evidence: t`the tests did not end within ${check.timeout} s` };
  if (check.run === undefined && facts.code === 5) return { verdict: "fail", evidence: t`no tests in ${check.path}` };
  if (facts.report.trim() === "") return { verdict: "error", evidence: whyNoReport(check, facts.code) };
  let cases: TestCase[];
  try {
    cases = parseJUnit(facts.report, facts.known);
  } catch (error) {
    return { verdict: "error", evidence: (error as Error).message };
  }
  return judgeCases(check, facts.code, cases);
}

function whyNoReport({ run, path }: SmokeCheck, code: number): string {
  if (run !== undefined) return t`${run[0]} wrote no report (exit ${code})`;
  const isThere = code === 4 ? t`: is ${path} there?` : "";
  const isPytest = code === 127 || code === 1 ? t`: is pytest in the environment?` : "";
  return t`pytest wrote no report (exit ${code}${isThere}${isPytest})`;
}

type ByResult = Readonly<Record<TestCase["result"], readonly TestCase[]>>;

function judgeCases(check: SmokeCheck, code: number, cases: readonly TestCase[]): Judgement {
  const of = (result: TestCase["result"]) => cases.filter((one) => one.result === result);
  const found = { passed: of("passed"), failed: of("failed"), error: of("error"), skipped: of("skipped") };
  const details = cases.map(caseLine);
  const marks = [...found.failed, ...found.error].map(({ id, reason, place }) => ({
    text: `${id}: ${reason}`,
    ...place,
  }));
  const counts = countsOf(found, cases.length);
  const [first] = found.failed;
  if (first !== undefined)
    return { verdict: "fail", evidence: t`${counts}; first: ${first.id} (${first.reason})`, details, marks };
  if (notAsItShould(check, code) || found.error.length > 0)
    return {
      verdict: "error",
      evidence: t`${counts}; the tests could not be run as they should (exit ${code})`,
      details,
      marks,
    };
  const evidence = tooFew(check, code, found, counts);
  return evidence === null ? { verdict: "pass", evidence: counts, details } : { verdict: "fail", evidence, details };
}

/** pytest says so itself: interrupted, an error of its own, not called as it should be. */
function notAsItShould({ run }: SmokeCheck, code: number): boolean {
  return run === undefined && [2, 3, 4].includes(code);
}

/** Nothing failed, and yet it is no pass. */
function tooFew(check: SmokeCheck, code: number, { passed, skipped }: ByResult, counts: string): string | null {
  if (code !== 0) return t`${counts}, yet ${check.run === undefined ? "pytest" : check.run[0]} exited ${code}`;
  if (passed.length < check.leastTests) return t`${counts}; the plan wants at least ${check.leastTests} passed`;
  if (skipped.length > check.mostSkipped) return t`${counts}; the plan allows ${check.mostSkipped} skipped`;
  return null;
}

function countsOf({ passed, failed, error, skipped }: ByResult, all: number): string {
  const wrong = failed.length > 0 ? t`, ${failed.length} failed` : "";
  const errors = error.length > 0 ? t`, ${error.length} {0:error|errors|errors}` : "";
  const left = skipped.length > 0 ? t`, ${skipped.length} skipped` : "";
  return t`${passed.length} of ${all} passed${wrong}${errors}${left}`;
}

const signs: Readonly<Record<TestCase["result"], string>> = { passed: "✅", failed: "❌", error: "❔", skipped: "➖" };

function caseLine({ result, id, seconds, reason }: TestCase): string {
  return `${signs[result]} ${id} (${t`${figure(seconds, 2)} s`})${reason ? ` — ${reason}` : ""}`;
}
