import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { PostgresqlPlan } from "../../engine/engine.ts";
import { type Rule, rule } from "../rule.ts";

type Backup = PostgresqlPlan["backup"];

/** A rule about the backup that is broken as a whole or not at all. */
function backupRule(name: string, broken: (backup: Backup) => boolean, problem: () => BackupProblem): Rule {
  return rule(name, {
    when: ({ database }) => database.engine === "postgresql" && broken(database.backup),
    problems: () => {
      const { key, ...told } = problem();
      return [{ ...told, place: { path: ["database", "backup", ...key] } }];
    },
  });
}

type BackupProblem = Omit<PlanProblem, "place"> & { readonly key: readonly string[] };

export const databaseRules: readonly Rule[] = [
  backupRule(
    "late-dump-needs-copy",
    ({ dump, copy }) => dump === "after-migration" && copy !== true,
    () => ({
      code: "plan-late-dump-without-copy",
      key: ["dump"],
      what: t`a dump after the migration is taken from the copy, and the plan has none`,
      mend: t`set copy: true, or dump: before-deploy`,
    }),
  ),
  backupRule(
    "pgbackrest-needs-copy",
    ({ pgbackrest, copy }) => pgbackrest !== undefined && copy !== true,
    () => ({
      code: "plan-pgbackrest-without-copy",
      key: ["copy"],
      what: t`with pgBackRest the way back is the copy: a restore of the whole server takes the other databases back as well`,
      mend: t`set copy: true`,
    }),
  ),
  backupRule(
    "pgbackrest-backs-up-first",
    ({ pgbackrest, dump }) => pgbackrest !== undefined && dump === "after-migration",
    () => ({
      code: "plan-pgbackrest-late",
      key: ["dump"],
      what: t`pgBackRest backs the whole server up, so it cannot take the frozen copy later`,
      mend: t`set dump: before-deploy`,
    }),
  ),
  backupRule(
    "pgbackrest-proof",
    ({ pgbackrest, proof }) => pgbackrest !== undefined && proof === "content",
    () => ({
      code: "plan-pgbackrest-proof-content",
      key: ["proof"],
      what: t`a backup of pgBackRest has no tables to compare before it is restored`,
      mend: t`set proof: restore, or proof: read`,
    }),
  ),
  backupRule(
    "pgbackrest-has-own-offsite",
    ({ pgbackrest, offsite }) => pgbackrest !== undefined && offsite !== undefined,
    () => ({
      code: "plan-pgbackrest-offsite",
      key: ["offsite"],
      what: t`pgBackRest has its own repositories for that`,
      mend: t`add a second repository (repo2-…) to its configuration, and take offsite out`,
    }),
  ),
  backupRule(
    "offsite-is-encrypted",
    ({ offsite, recipient }) => offsite !== undefined && recipient === undefined,
    () => ({
      code: "plan-offsite-without-recipient",
      key: ["offsite"],
      what: t`a backup leaves the host encrypted only, and the plan names no recipient`,
      mend: t`add recipient: age1… (the public key that age-keygen prints)`,
    }),
  ),
  backupRule(
    "offsite-names-file",
    ({ offsite }) => offsite !== undefined && !offsite.run.some((word) => word.includes("{file}")),
    () => ({
      code: "plan-offsite-without-file",
      key: ["offsite", "run"],
      what: t`the command does not name the file`,
      mend: t`put {file} where it wants the path`,
    }),
  ),
];
