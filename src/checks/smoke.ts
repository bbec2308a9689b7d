import { type Command, type Finished, mask, script } from "../core/command.ts";
import { figure } from "../core/text/figures.ts";
import { createKnown, type Known } from "../core/redact/known.ts";
import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import type { Host } from "../hosts/host.ts";
import { factsOfTree, treeFunctions } from "../hosts/folders/tree.ts";
import { allItSaid, keepSaid } from "../hosts/why.ts";
import { liveDirectory } from "../plan/layout.ts";
import type { CheckContext } from "./check.ts";
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

// The report is fresh by construction: its folder did not exist before this run. What the tests print quotes whatever
// the service answered: it is kept on the host and never told. What the tree names is read before they run, up to a
// line with nothing but an equals sign.
// The first value names the variable for what comes on standard input, if anything does: an argument could be seen by all.
const runTests = `${treeFunctions}if git rev-parse -q --verify HEAD >/dev/null 2>&1; then tree_of HEAD; else files_here; fi 2>/dev/null | bounded; echo =
n=$1; shift; if [ -n "$n" ]; then IFS= read -r t && export "$n=$t" || exit 91; unset t; fi
d=$(mktemp -d) || exit 90; trap 'rm -rf -- "$d"' EXIT
for w; do case $w in *'{report}'*) w=\${w%%'{report}'*}$d/report.xml\${w#*'{report}'} ;; esac; set -- "$@" "$w"; shift; done
"$@" >"$d/out" 2>&1; c=$?; echo "$c"; cat -- "$d/report.xml" 2>/dev/null; tail -c 500000 -- "$d/out" >&2; exit 0`;

/** Runs pytest, or what the plan names, on the host in the release's directory. */
export async function checkSmoke(check: SmokeCheck, { plan, hosts, built, bypass }: CheckContext): Promise<Judgement> {
  const handed = check.bypassEnv === undefined ? undefined : bypass;
  const directory = built?.directory ?? liveDirectory(plan);
  const host = hosts.get(check.host);
  const variable = handed === undefined ? "" : (check.bypassEnv ?? "");
  const asked = script(runTests, [variable, ...wordsOf(check, plan, directory)], {
    ...(handed === undefined ? {} : { stdin: `${handed}\n`, secrets: [handed] }),
    cwd: directory,
    env: { PYTHONDONTWRITEBYTECODE: "1", ...check.env, ...built?.env },
    timeoutSeconds: check.timeout,
    ...(plan.deploy.runAs === undefined ? {} : { user: plan.deploy.runAs }),
  });
  const finished = await host.attempt(asked);
  return judgeSmoke(check, await factsOf(host, asked, finished));
}

async function factsOf(host: Host, asked: Command, finished: Finished): Promise<SmokeFacts> {
  const [tree, said] = apart(finished.stdout);
  const cut = said.indexOf("\n");
  const code = Number(said.slice(0, cut)) || (finished.code ?? 1);
  const report = said.slice(cut + 1);
  const facts = { code, report, timedOut: finished.timedOut, known: createKnown(factsOfTree(tree)) };
  if (code === 0 && !finished.timedOut) return facts;
  const text = { stdout: mask(report, asked.secrets ?? []), stderr: mask(finished.stderr, asked.secrets ?? []) };
  return { ...facts, kept: await keepSaid(host, { ...asked, file: "smoke" }, text) };
}

/** What the tree holds, and what came of the tests. */
function apart(stdout: string): readonly [tree: string, said: string] {
  const [, tree = "", said = stdout] = /^((?:[fntp] .*\n)*)=\n([^]*)$/.exec(stdout) ?? [];
  return [tree, said];
}

function wordsOf({ run, path }: SmokeCheck, { deploy }: CheckContext["plan"], directory: string): readonly string[] {
  if (run !== undefined) return run.map((word) => word.replaceAll("{path}", path));
  const venv = deploy.preset === "django" ? deploy.venv : ".venv";
  return [
    `${directory}/${venv}/bin/python`,
    "-m",
    "pytest",
    "--junit-xml={report}",
    "-o",
    "junit_family=xunit2",
    "-p",
    "no:cacheprovider",
    "-q",
    "--",
    path,
  ];
}

/** Judges an exit code and a report; they have to agree. */
export function judgeSmoke(check: SmokeCheck, facts: SmokeFacts): Judgement {
  const judged = judgeReport(check, facts);
  if (judged.verdict === "pass" || facts.kept === undefined || facts.kept === null) return judged;
  return { ...judged, evidence: `${judged.evidence} (${allItSaid(facts.kept)})` };
}

function judgeReport(check: SmokeCheck, facts: SmokeFacts): Judgement {
  if (facts.timedOut) return { verdict: "error", evidence: t`the tests did not end within ${check.timeout} s` };
  const pytest = check.run === undefined;
  if (pytest && facts.code === 5) return { verdict: "fail", evidence: t`no tests in ${check.path}` };
  if (facts.report.trim() === "")
    return {
      verdict: "error",
      evidence: !pytest
        ? t`${check.run?.[0]} wrote no report (exit ${facts.code})`
        : t`pytest wrote no report (exit ${facts.code}${facts.code === 4 ? t`: is ${check.path} there?` : ""}${facts.code === 127 || facts.code === 1 ? t`: is pytest in the environment?` : ""})`,
    };
  let cases: TestCase[];
  try {
    cases = parseJUnit(facts.report, facts.known);
  } catch (error) {
    return { verdict: "error", evidence: (error as Error).message };
  }
  const of = (result: TestCase["result"]) => cases.filter((one) => one.result === result);
  const [passed, failed, errors, skipped] = [of("passed"), of("failed"), of("error"), of("skipped")];
  const counts = t`${passed.length} of ${cases.length} passed${failed.length ? t`, ${failed.length} failed` : ""}${errors.length ? t`, ${errors.length} {0:error|errors|errors}` : ""}${skipped.length ? t`, ${skipped.length} skipped` : ""}`;
  const details = cases.map(
    (one) =>
      `${{ passed: "✅", failed: "❌", error: "❔", skipped: "➖" }[one.result]} ${one.id} (${t`${figure(one.seconds, 2)} s`})${one.reason ? ` — ${one.reason}` : ""}`,
  );
  const wrong = [...failed, ...errors];
  const first = wrong[0];
  const marks = wrong.map(({ id, reason, place }) => ({ text: `${id}: ${reason}`, ...place }));
  if (failed.length > 0)
    return { verdict: "fail", evidence: t`${counts}; first: ${first?.id} (${first?.reason})`, details, marks };
  if ((pytest && [2, 3, 4].includes(facts.code)) || errors.length > 0)
    return {
      verdict: "error",
      evidence: t`${counts}; the tests could not be run as they should (exit ${facts.code})`,
      details,
      marks,
    };
  if (facts.code !== 0)
    return {
      verdict: "fail",
      evidence: t`${counts}, yet ${pytest ? "pytest" : check.run?.[0]} exited ${facts.code}`,
      details,
    };
  if (passed.length < check.leastTests)
    return { verdict: "fail", evidence: t`${counts}; the plan wants at least ${check.leastTests} passed`, details };
  if (skipped.length > check.mostSkipped)
    return { verdict: "fail", evidence: t`${counts}; the plan allows ${check.mostSkipped} skipped`, details };
  return { verdict: "pass", evidence: counts, details };
}
