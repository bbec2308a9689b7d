import { presetNamed } from "../../../presets/registry.ts";
import { t } from "../../../core/text/text.ts";
import type { CommandsPlan } from "../../engine/engine.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";

/** A rule about a database by commands. */
function commandsRule(name: string, problems: (database: CommandsPlan) => readonly PlanProblem[]): Rule {
  return rule(name, {
    when: ({ database }) => database.engine === "commands",
    problems: ({ database }) => (database.engine === "commands" ? problems(database) : []),
  });
}

type Key = "back-up" | "prove" | "restore" | "size" | "state";

function runsOf({ backUp, prove, restore, size, state }: CommandsPlan): readonly (readonly [Key, readonly string[]])[] {
  const always = [
    ["back-up", backUp.run],
    ["prove", prove.run],
    ["restore", restore.run],
    ["size", size.run],
  ] as const;
  return state === undefined ? always : [...always, ["state", state.run]];
}

const aboutBackup: readonly Key[] = ["back-up", "prove", "restore"];

/** Words that only a shell would understand. */
const ofShell = /^(\||\|\||&&|;|&|>|>>|<|<<|2>|2>&1|&>)$|^\d?>{1,2}\/|\$\(|`/;

export const engineRules: readonly Rule[] = [
  commandsRule("commands-name-the-directory", (database) =>
    runsOf(database)
      .filter(([key, words]) => aboutBackup.includes(key) && !words.some((word) => word.includes("{directory}")))
      .map(([key]) => ({
        code: "plan-engine-without-directory",
        place: { path: ["database", key, "run"] },
        what: t`the command does not say which backup it is about`,
        mend: t`put {directory} where it wants the folder`,
      })),
  ),
  commandsRule("commands-are-no-shell", (database) =>
    runsOf(database)
      .filter(
        ([, [program = "", ...words]]) => [program, ...words].some((word) => ofShell.test(word)) || / /.test(program),
      )
      .map(([key]) => ({
        code: "plan-engine-shell-text",
        place: { path: ["database", key, "run"] },
        what: t`this is text for a shell, and no shell reads it`,
        mend: t`write it as a list of words, one program; what needs a pipe goes into a script of its own (docs/databases.md)`,
      })),
  ),
  commandsRule("commands-offsite-is-encrypted", ({ offsite, recipient }) =>
    offsite === undefined || recipient !== undefined
      ? []
      : [
          {
            code: "plan-offsite-without-recipient",
            place: { path: ["database", "offsite"] },
            what: t`a backup leaves the host encrypted only, and the plan names no recipient`,
            mend: t`add recipient: age1… (the public key that age-keygen prints)`,
          },
        ],
  ),
  commandsRule("commands-offsite-names-file", ({ offsite }) =>
    offsite === undefined || offsite.run.some((word) => word.includes("{file}"))
      ? []
      : [
          {
            code: "plan-offsite-without-file",
            place: { path: ["database", "offsite", "run"] },
            what: t`the command does not name the file`,
            mend: t`put {file} where it wants the path`,
          },
        ],
  ),
  rule("restored-beside-is-postgresql", {
    when: ({ database }) => database.engine !== "postgresql",
    problems: ({ prepare }) =>
      (["newest-backup", "test-restore", "trial"] as const)
        .filter((key) => ofPrepare(prepare, key) !== undefined)
        .map((key) => ({
          code: "plan-prepare-needs-postgresql",
          place: { path: ["prepare", key] },
          what: t`what is restored and tried the day before is PostgreSQL's, and the plan's engine is another`,
          mend: t`take it out; with engine: commands the day before backs up and proves by the plan's commands`,
        })),
  }),
  rule("migrations-need-a-database", {
    when: (plan) => plan.database.engine === "none" && presetNamed(plan.deploy.preset).migrates(plan),
    problems: () => [
      {
        code: "plan-migrations-without-database",
        place: { path: ["database", "engine"] },
        what: t`the release brings migrations, and no database would be backed up before them`,
        mend: t`name the database (engine: postgresql or commands), or take deploy.migrate out`,
      },
    ],
  }),
];

function ofPrepare(prepare: Plan["prepare"], key: "newest-backup" | "test-restore" | "trial"): unknown {
  return { "newest-backup": prepare.newestBackup, "test-restore": prepare.testRestore, trial: prepare.trial }[key];
}
