import { t } from "../../../core/text/text.ts";
import { type Rule, rule } from "../rule.ts";
import { twice } from "../shared.ts";

export const verifyRules: readonly Rule[] = [
  rule("check-ids-differ", { problems: ({ verify }) => twice(["verify", "checks"], verify.checks) }),
  rule("scenario-ids-differ", { problems: ({ verify }) => twice(["verify", "scenarios"], verify.scenarios) }),
  rule("check-ids-not-of-scenarios", {
    problems: ({ verify }) =>
      verify.checks.flatMap(({ id }, index) =>
        /^(people$|scenario-)/.test(id)
          ? [
              {
                code: "plan-id-kept-for-scenarios",
                place: { path: ["verify", "checks", index, "id"] },
                what: t`id "${id}" is kept for the scenarios`,
                mend: t`give it another`,
              },
            ]
          : [],
      ),
  }),
  rule("something-is-required", {
    when: ({ verify }) => ![...verify.checks, ...verify.scenarios].some(({ required }) => required),
    problems: () => [
      {
        code: "plan-nothing-required",
        place: { path: ["verify", "checks"] },
        what: t`nothing is required; a launch that nothing has to hold for is not verified`,
        mend: t`take required: false from at least one check`,
      },
    ],
  }),
];
