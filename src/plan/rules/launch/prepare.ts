import { checksOf, kindOf } from "../../../checks/registry.ts";
import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import { migrateHostOf, twice } from "../shared.ts";

export const prepareRules: readonly Rule[] = [
  rule("prepare-check-ids-differ", { problems: ({ prepare }) => twice(["prepare", "checks"], prepare.checks) }),
  rule("access-ids-differ", { problems: ({ prepare }) => twice(["prepare", "access"], prepare.access) }),
  rule("trial-test-ids-differ", { problems: (plan) => twice(["prepare", "trial", "tests"], trialTests(plan)) }),
  rule("prepare-staging", {
    when: ({ prepare, verify }) => prepare.staging !== undefined && checksOf("smoke", verify.checks).length === 0,
    problems: () => [
      {
        code: "plan-staging-without-smoke",
        place: { path: ["prepare", "staging"] },
        what: t`the plan has no smoke tests to run against staging`,
        mend: t`add a check of kind smoke to verify.checks`,
      },
    ],
  }),
  rule("prepare-test-restore", {
    when: ({ prepare }) => prepare.testRestore !== undefined,
    problems: restoreProblems,
  }),
  rule("trial-on-restored-backup", {
    when: ({ prepare }) => prepare.trial !== undefined && prepare.testRestore === undefined,
    problems: () => [
      {
        code: "plan-trial-without-restore",
        place: { path: ["prepare", "trial"] },
        what: t`a release is tried on a restored backup, and the plan restores none`,
        mend: t`add prepare.test-restore`,
      },
    ],
  }),
  rule("trial-points-to-scratch", {
    when: ({ prepare: { trial } }) =>
      trial !== undefined && Object.keys(trial.settings).length === 0 && trial.databaseUrl === undefined,
    problems: () => [
      {
        code: "plan-trial-without-database",
        place: { path: ["prepare", "trial"] },
        what: t`nothing points the release to the scratch database`,
        mend: t`add settings: {PGDATABASE: "{database}"}, or database-url: DATABASE_URL`,
      },
    ],
  }),
  rule("trial-migrates-next", {
    when: ({ prepare, deploy }) =>
      prepare.trial?.migrateNext !== undefined && !("migrate" in deploy && deploy.migrate !== undefined),
    problems: () => [
      {
        code: "plan-migrate-next-of-no-use",
        place: { path: ["prepare", "trial", "migrate-next"] },
        what: t`no command of the plan applies all migrations, so none is needed that applies the next`,
        mend: t`take it out (Django's are tried one by one anyway), or add deploy.migrate`,
      },
    ],
  }),
  rule("trial-tests-of-release", {
    problems: (plan) => trialTests(plan).flatMap((check, index) => trialProblems(plan, check, index)),
  }),
  rule("trial-tests-required", {
    problems: (plan) =>
      trialTests(plan).flatMap(({ required }, index) =>
        required
          ? []
          : [
              {
                code: "plan-trial-not-required",
                place: { path: ["prepare", "trial", "tests", index, "required"] },
                what: t`what is tried the day before has to pass`,
                mend: t`take required out, or the test`,
              },
            ],
      ),
  }),
];

type Check = Plan["verify"]["checks"][number];

function trialTests({ prepare }: Plan): readonly Check[] {
  return prepare.trial?.tests ?? [];
}

function trialProblems(plan: Plan, check: Check, index: number): PlanProblem[] {
  const path = ["prepare", "trial", "tests", index];
  const migrates = migrateHostOf(plan);
  if (!kindOf(check).phases?.includes("trial") || !("host" in check) || check.host === migrates) return [];
  return [
    {
      code: "plan-trial-test-host",
      place: { path: [...path, "host"] },
      what: t`the release is tried on "${migrates}", not on "${check.host}"`,
      mend: t`set host: ${migrates}`,
    },
  ];
}

function restoreProblems({ prepare, database }: Plan): PlanProblem[] {
  const { newestBackup: backup, testRestore: restore } = prepare;
  const at = restore?.server?.host ?? ("host" in database ? database.host : "");
  if (!backup)
    return [
      {
        code: "plan-restore-without-backup",
        place: { path: ["prepare", "test-restore"] },
        what: t`there is no backup named to restore`,
        mend: t`add prepare.newest-backup`,
      },
    ];
  return [
    ...(backup.host !== undefined && backup.host !== at
      ? [
          {
            code: "plan-restore-elsewhere",
            place: { path: ["prepare", "newest-backup", "host"] },
            what: t`the backup is restored on "${at}", and is on another host`,
            mend: t`name a copy of it on ${at}`,
          },
        ]
      : []),
    ...(backup.kind === "pgbackrest"
      ? [
          {
            code: "plan-restore-of-pgbackrest",
            place: { path: ["prepare", "test-restore"] },
            what: t`a backup of pgBackRest is the whole server, so it is not restored beside the service`,
            mend: t`name a dump in prepare.newest-backup; pgBackRest's own backup is proved in the window`,
          },
        ]
      : []),
  ];
}
