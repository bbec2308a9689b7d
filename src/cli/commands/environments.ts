import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Problem, problemText, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { renderEnvironments } from "../../plan/environments/environments.ts";
import { parsePlan, setPlanLocale } from "../../plan/load.ts";
import { type Given, optionTable, type Output } from "../options.ts";
import { planText } from "../plan-file.ts";

/** `golive environments`: the plan of each environment, as a file of its own beside the one that names them. */
export async function environments({ values, words }: Given, { out, err }: Output): Promise<number> {
  const file = words[0] ?? optionTable.plan.default;
  const plans = environmentsOf(await planText(file, t`name the plan that has environments`), file);
  let code = 0;
  for (const [name, text] of plans) {
    const place = besides(file, name);
    const there = await readFile(place, "utf8").catch(() => null);
    if (there === text) out(t`${place}: is as it should be\n`);
    else if (values.check) {
      err(`${problemText(stale(place, file))}\n`);
      code = 1;
    } else {
      await writeFile(place, text);
      out(t`${place}: written\n`);
    }
  }
  return code;
}

/** The plan of each environment, every one of which holds. Throws a UserError with all that is wrong. */
export function environmentsOf(text: string, file: string): ReadonlyMap<string, string> {
  const rendered = renderEnvironments(text, file);
  if (!rendered.ok) throw new UserError(rendered.problems);
  if (rendered.plans === null)
    throw new UserError({
      code: "environments-missing",
      what: t`this plan names no environments`,
      where: file,
      mend: t`add environments: with the values of each (docs/plan.md)`,
    });
  const problems = [...rendered.plans].flatMap(([name, plan]) => {
    const result = parsePlan(plan, `${file} (${name})`);
    setPlanLocale(result);
    return result.ok ? [] : result.problems;
  });
  if (problems.length > 0) throw new UserError(problems);
  return rendered.plans;
}

/** golive.yml, golive.staging.yml */
function besides(file: string, name: string): string {
  const own = basename(file);
  const [, stem = own, end = ".yml"] = /^(.*?)(\.ya?ml)$/.exec(own) ?? [];
  return join(dirname(file), `${stem}.${name}${end}`);
}

function stale(place: string, file: string): Problem {
  return {
    code: "environment-file-stale",
    what: t`this is not what ${file} says now`,
    where: place,
    mend: t`golive environments ${file}, and commit it`,
  };
}
