import { isIP } from "node:net";
import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";

type Check = Plan["verify"]["checks"][number];
type Kind = Check["kind"];
type Phase = "verify" | "prepare";

/** A check of one kind, where it stands. */
interface CheckAt<K extends Kind> {
  readonly check: Extract<Check, { kind: K }>;
  readonly phase: Phase;
  at(...more: PropertyKey[]): { readonly path: readonly PropertyKey[] };
}

/** What a check of a kind cannot do with this plan. */
function kindRule<K extends Kind>(
  name: string,
  kind: K,
  problems: (one: CheckAt<K>, plan: Plan) => PlanProblem[],
): Rule {
  return rule(name, {
    problems: (plan) =>
      (["verify", "prepare"] as const).flatMap((phase) =>
        plan[phase].checks.flatMap((check, index) => {
          if (check.kind !== kind) return [];
          const at = (...more: PropertyKey[]) => ({ path: [phase, "checks", index, ...more] });
          return problems({ check: check as CheckAt<K>["check"], phase, at }, plan);
        }),
      ),
  });
}

export const checkRules: readonly Rule[] = [
  kindRule("tls-has-a-name", "tls", nameProblems),
  kindRule("dns-has-a-name", "dns", nameProblems),
  kindRule("systemd-knows-the-services", "systemd", ({ check, at }, { services }) =>
    check.units !== undefined || services.manager === "systemd"
      ? []
      : [
          {
            code: "plan-units-not-of-systemd",
            place: at(),
            what: t`the services run under ${services.manager}, so systemd knows nothing of them`,
            mend: t`name units of systemd in units:, or take the check out`,
          },
        ],
  ),
  kindRule("migrations-can-be-listed", "migrations", ({ check, at }, { hosts, deploy }) => [
    ...(check.host !== undefined && check.host in hosts && !deploy.hosts.includes(check.host)
      ? [
          {
            code: "plan-migrations-without-release",
            place: at("host"),
            what: t`"${check.host}" has no release whose migrations could be listed`,
            mend: t`use one of deploy.hosts: ${deploy.hosts.join(", ")}`,
          },
        ]
      : []),
    ...(deploy.preset !== "django" && deploy.migrate === undefined
      ? [
          {
            code: "plan-migrations-not-listed",
            place: at(),
            what: t`the plan does not tell how migrations are listed`,
            mend: t`add deploy.migrate, or take the check out`,
          },
        ]
      : []),
    ...(deploy.preset !== "django" && check.models
      ? [
          {
            code: "plan-models-unknown",
            place: at("models"),
            what: t`with preset ${deploy.preset} nobody knows what the models hold`,
            mend: t`take models out`,
          },
        ]
      : []),
  ]),
  kindRule("webhook-does-not-rest", "telegram-bot", ({ check, phase, at }, { services }) => {
    const rests = services.pause.some((work) => work.kind === "telegram-webhook" && work.secret === check.secret);
    if (phase !== "verify" || check.webhook === undefined || !rests) return [];
    return [
      {
        code: "plan-webhook-rests",
        place: at("webhook"),
        what: t`this webhook rests while the site is closed, and that is when it would be looked at`,
        mend: t`take webhook out here, and ask for it in prepare.checks`,
      },
    ];
  }),
  kindRule("smoke-before-the-window-on-staging", "smoke", ({ phase, at }) =>
    phase === "prepare"
      ? [
          {
            code: "plan-smoke-before-window",
            place: at(),
            what: t`smoke tests before the window are run against staging`,
            mend: t`name them in verify.checks, and add prepare.staging`,
          },
        ]
      : [],
  ),
  kindRule("smoke-has-a-checkout", "smoke", ({ check, phase, at }, { hosts, deploy }) =>
    phase === "verify" && check.host in hosts && !deploy.hosts.includes(check.host)
      ? [
          {
            code: "plan-smoke-without-checkout",
            place: at("host"),
            what: t`"${check.host}" has no checkout to run pytest in`,
            mend: t`use one of deploy.hosts: ${deploy.hosts.join(", ")}`,
          },
        ]
      : [],
  ),
  kindRule("smoke-has-a-command", "smoke", ({ check, phase, at }, { deploy }) =>
    phase === "verify" && check.run === undefined && deploy.preset !== "django"
      ? [
          {
            code: "plan-smoke-without-command",
            place: at(),
            what: t`with preset ${deploy.preset} there is no pytest of the virtual environment`,
            mend: t`add run: with the words that write a JUnit report to {report}`,
          },
        ]
      : [],
  ),
];

function nameProblems({ check, at }: CheckAt<"tls"> | CheckAt<"dns">, { site }: Plan): PlanProblem[] {
  const host = new URL(site.url).hostname.replace(/^\[|\]$/g, "");
  if (check.name !== undefined || (isIP(host) === 0 && host !== "localhost")) return [];
  return [
    {
      code: "plan-site-without-name",
      place: at(),
      what: t`site.url has no name that could be asked for`,
      mend: t`add name: with the site's name`,
    },
  ];
}
