import { problemsFrom, problemText, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { renderEnvironments } from "../../plan/environments/environments.ts";
import { parsePlan, setPlanLocale } from "../../plan/load.ts";
import { unsaid } from "../../plan/rules/unsaid.ts";
import { type Given, optionTable, type Output } from "../options.ts";
import { planText } from "../plan-file.ts";

/** `golive validate`: whether plan files hold. One that does not fails all, and each is told. */
export async function validate({ values, words }: Given, output: Output): Promise<number> {
  const files = words.length > 0 ? words : [optionTable.plan.default];
  let code = 0;
  for (const file of files) if (!(await fileHolds(file, values.environment, output))) code = 1;
  return code;
}

async function fileHolds(file: string, only: string | undefined, { out, err }: Output): Promise<boolean> {
  let plans: readonly (readonly [file: string, text: string])[] = [];
  const unread = await problemsFrom(async () => {
    const text = await planText(file, t`start from examples/golive.yml`);
    plans = plansIn(file, text, only);
  });
  if (unread.length > 0) {
    err(`${unread.map(problemText).join("\n")}\n`);
    return false;
  }
  return plans.map(([name, text]) => holds(name, text, { out, err })).every((one) => one);
}

/** The plan that a file is, or that of each environment it names. */
function plansIn(file: string, text: string, only: string | undefined): (readonly [string, string])[] {
  const rendered = renderEnvironments(text, file);
  // What is no YAML is told as of any plan.
  const unreadable = !rendered.ok && rendered.problems.every(({ code }) => code.startsWith("plan-"));
  if (unreadable || (rendered.ok && rendered.plans === null && only === undefined)) return [[file, text]];
  if (!rendered.ok) throw new UserError(rendered.problems);
  const all = [...(rendered.plans ?? [])];
  const wanted = all.filter(([name]) => only === undefined || name === only);
  if (wanted.length > 0) return wanted.map(([name, plan]) => [`${file} (${name})`, plan] as const);
  throw new UserError({
    code: "environment-unknown",
    what: t`the plan has no environment "${only ?? ""}"`,
    where: file,
    mend: all.length === 0 ? t`it names none` : t`use one of: ${all.map(([name]) => name).join(", ")}`,
  });
}

function holds(file: string, text: string, { out, err }: Output): boolean {
  const result = parsePlan(text, file);
  setPlanLocale(result);
  const problems = result.ok ? unsaid(result.plan, file) : result.problems;
  if (result.ok && problems.length === 0) {
    const { service, verify } = result.plan;
    out(t`${file}: the plan holds (${service}, ${verify.checks.length} {2:check|checks|checks})\n`);
    return true;
  }
  err(
    `${problems.map(problemText).join("\n")}\n${t`${file}: ${problems.length} problem${problems.length > 1 ? "s" : ""}`}\n`,
  );
  return false;
}
