import { checksOf } from "../../../checks/registry.ts";
import { t } from "../../../core/text/text.ts";
import { type Rule, rule } from "../rule.ts";
import { twice } from "../shared.ts";

export const certificateRules: readonly Rule[] = [
  rule("certificate-ids-differ", { problems: ({ certificates }) => twice(["certificates"], certificates) }),
  rule("certificates-have-a-check", {
    problems: ({ certificates, verify }) => {
      const known = checksOf("tls", verify.checks).map(({ id }) => id);
      return certificates.flatMap(({ check }, index) =>
        known.includes(check)
          ? []
          : [
              {
                code: "plan-certificate-without-check",
                place: { path: ["certificates", index, "check"] },
                what: t`"${check}" is not a check of kind tls`,
                mend: t`name one of verify.checks`,
              },
            ],
      );
    },
  }),
];
