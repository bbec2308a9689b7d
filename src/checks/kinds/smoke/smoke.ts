import { type Command, type Finished, mask, script } from "../../../core/command.ts";
import { createKnown } from "../../../core/redact/known.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { factsOfTree, treeFunctions } from "../../../hosts/folders/tree.ts";
import type { Host } from "../../../hosts/host.ts";
import { keepSaid } from "../../../hosts/why.ts";
import { liveDirectory } from "../../../plan/layout.ts";
import type { CheckContext, CheckedPlan } from "../../context.ts";
import { defineCheck } from "../../define-check.ts";
import { judgeSmoke, type SmokeFacts } from "./judge.ts";
import { smokeProblems } from "./problems.ts";
import { type SmokeCheck, smokeSchema } from "./schema.ts";
import { runSmoke } from "./scripts.ts";

export const smoke = defineCheck(smokeSchema, {
  cost: "work",
  phases: ["verify", "trial"],
  title: (check) => t`Smoke tests: ${check.path}`,
  hosts: (check) => [{ path: ["host"], host: check.host }],
  problems: smokeProblems,
  goesPast: (check) => check.bypassEnv !== undefined,
  // They are of the release that comes; by day they are run against staging.
  byDay: () => null,
  run: checkSmoke,
});

// The report is fresh by construction: its folder did not exist before this run. What the tests print quotes whatever
// the service answered: it is kept on the host and never told.
const runTests = `${treeFunctions}\n${runSmoke}`;

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
  const [, tree = "", said = stdout] = /^((?:[fntp] .*\n)*)=\n([\s\S]*)$/.exec(stdout) ?? [];
  return [tree, said];
}

function wordsOf({ run, path }: SmokeCheck, { deploy }: CheckedPlan, directory: string): readonly string[] {
  if (run !== undefined) return run.map((word) => word.replaceAll("{path}", path));
  const { venv = ".venv" } = deploy;
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
