import type { Command, Finished } from "../../core/command.ts";
import { type Problem, UserError } from "../../core/errors.ts";
import { figure, showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { TestRestore } from "../../plan/schema/prepare-schema.ts";
import { type DatabasePlan, psqlCommand, rowsOf } from "../postgres.ts";

type Rule = TestRestore["rules"][number];

/** What the plan's rules find in a restored database; throws a UserError naming every rule that is broken. */
export async function requireSane(
  host: Host,
  plan: DatabasePlan,
  database: string,
  rules: readonly Rule[],
): Promise<string> {
  const found = await Promise.all(
    rules.map(async (rule) => {
      const finished = await host.attempt(lookAt(plan, database, rule));
      const { rows, age } = readLook(finished);
      const broken = finished.code === 0 ? brokenBy(rule, rows, age) : unreadable(rule, finished);
      return { rule, rows, broken };
    }),
  );
  const where = `${host.name}, ${database}`;
  const problems = found.flatMap(({ rule, broken }) => (broken === null ? [] : [problemOf(rule, broken, where)]));
  if (problems.length > 0) throw new UserError(problems);
  return found.map(({ rule, rows }) => t`${rule.table} ${figure(rows)} {1:row|rows|rows}`).join(", ");
}

function problemOf({ table }: Rule, broken: string, where: string): Problem {
  return {
    code: "backup-not-sane",
    what: t`restored from the newest backup, ${table} ${broken}`,
    where,
    mend: t`the backup lacks data, or prepare.test-restore.rules expects too much`,
  };
}

function lookAt(plan: DatabasePlan, database: string, rule: Rule): Command {
  const [schema = "", table = ""] = rule.table.includes(".") ? rule.table.split(".") : ["public", rule.table];
  const column = rule.newest === undefined ? {} : { column: rule.newest.column };
  const age = rule.newest === undefined ? "NULL" : 'extract(epoch FROM now() - max(:"column")::timestamptz)::bigint';
  return psqlCommand(plan, database, `SELECT 'rows', count(*), ${age} FROM :"schema".:"table";\n`, {
    variables: { schema, table, ...column },
    timeoutSeconds: 1800,
  });
}

/** `age` in seconds of the newest row; empty where there is none, or the rule does not ask. */
function readLook({ stdout }: Finished): { rows: number; age: string } {
  const [[, rows = "0", age = ""] = []] = rowsOf(stdout);
  return { rows: Number(rows), age };
}

function unreadable({ newest }: Rule, { stderr }: Finished): string {
  if (!/does not exist/.test(stderr)) return t`cannot be read`;
  return /column/.test(stderr) ? t`has no column ${newest?.column}` : t`is not there`;
}

/** What answers is a server in which somebody's backup had its say: what is no number breaks the rule. */
function brokenBy({ leastRows, newest }: Rule, rows: number, age: string): string | null {
  if (!(rows >= leastRows)) return t`has ${figure(rows)} {0:row|rows|rows}; the plan expects at least ${leastRows}`;
  if (newest === undefined) return null;
  if (age === "") return t`has no value in ${newest.column}`;
  if (Number(age) <= newest.within) return null;
  return t`was last written ${showDuration(Number(age))} ago; the plan expects ${showDuration(newest.within)} at most`;
}
