import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { PostgresqlPlan } from "../../engine/engine.ts";
import { type Rule, rule } from "../rule.ts";

type Database = PostgresqlPlan;

interface Broken extends Omit<PlanProblem, "place"> {
  readonly key: readonly string[];
}

/** A rule about databases that a provider looks after. */
function providerRule(name: string, broken: (database: Database) => boolean, problem: () => Broken): Rule {
  return rule(name, {
    when: ({ database }) => database.engine === "postgresql" && broken(database),
    problems: () => {
      const { key, ...told } = problem();
      return [{ ...told, place: { path: ["database", ...key] } }];
    },
  });
}

const lacks = (words: readonly string[] | undefined, ...names: readonly string[]) =>
  words !== undefined && !words.some((word) => names.some((name) => word.includes(`{${name}}`)));

export const providerRules: readonly Rule[] = [
  providerRule(
    "snapshot-needs-commands",
    ({ backup, snapshot }) => backup.copy === "snapshot" && snapshot === undefined,
    () => ({
      code: "plan-snapshot-without-commands",
      key: ["backup", "copy"],
      what: t`the rollback copy is the provider's snapshot, and no commands take and restore one`,
      mend: t`add database.snapshot with take, check and restore (docs/managed-databases.md)`,
    }),
  ),
  providerRule(
    "snapshot-is-used",
    ({ backup, snapshot }) => backup.copy !== "snapshot" && snapshot !== undefined,
    () => ({
      code: "plan-snapshot-unused",
      key: ["snapshot"],
      what: t`nothing takes the provider's snapshot`,
      mend: t`set database.backup.copy: snapshot, or take snapshot out`,
    }),
  ),
  providerRule(
    "snapshot-is-named",
    ({ snapshot }) => lacks(snapshot?.check, "snapshot", "id") || lacks(snapshot?.restore, "snapshot", "id"),
    () => ({
      code: "plan-snapshot-unnamed",
      key: ["snapshot"],
      what: t`check or restore does not say which snapshot`,
      mend: t`put {snapshot} where they want the name that golive gave it, or {id} for what take printed`,
    }),
  ),
  providerRule(
    "switch-is-named",
    ({ switch: over }) => [over?.create, over?.drop, over?.use].some((words) => lacks(words, "database")),
    () => ({
      code: "plan-switch-without-database",
      key: ["switch"],
      what: t`one of the commands does not name the database`,
      mend: t`put {database} where it wants the name`,
    }),
  ),
  providerRule(
    "switch-makes-no-clone",
    ({ backup, switch: over }) => backup.copy === true && over?.create !== undefined,
    () => ({
      code: "plan-switch-with-clone",
      key: ["backup", "copy"],
      what: t`the provider makes the databases (database.switch.create), and the copy would be cloned by SQL`,
      mend: t`set copy: false, and the way back is the dump; or copy: snapshot with the provider's commands`,
    }),
  ),
  providerRule(
    "maintenance-is-another",
    ({ backup, maintenance, name, switch: over }) =>
      maintenance === name && (over === undefined || backup.copy === true),
    () => ({
      code: "plan-maintenance-is-the-service",
      key: ["maintenance"],
      what: t`a database is neither cloned nor renamed from within`,
      mend: t`name another one that the role may connect to; or add database.switch and set backup.copy: false`,
    }),
  ),
];
