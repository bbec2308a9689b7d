import { problemsFrom, problemText } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { parsePlan, setPlanLocale } from "../../plan/load.ts";
import { unsaid } from "../../plan/rules/unsaid.ts";
import { type Given, optionTable, type Output } from "../options.ts";
import { planText } from "../plan-file.ts";

/** `golive validate`: whether plan files hold. One that does not fails all, and each is told. */
export async function validate({ words }: Given, output: Output): Promise<number> {
  const files = words.length > 0 ? words : [optionTable.plan.default];
  let code = 0;
  for (const file of files) if (!(await holds(file, output))) code = 1;
  return code;
}

async function holds(file: string, { out, err }: Output): Promise<boolean> {
  let text = "";
  const unread = await problemsFrom(async () => {
    text = await planText(file, t`start from examples/golive.yml`);
  });
  if (unread.length > 0) {
    err(`${unread.map(problemText).join("\n")}\n`);
    return false;
  }
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
