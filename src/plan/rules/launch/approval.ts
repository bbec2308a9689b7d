import { t } from "../../../core/text/text.ts";
import { type Rule, rule } from "../rule.ts";

export const approvalRules: readonly Rule[] = [
  rule("approvers-differ", {
    problems: ({ approval: { comment } }) => {
      const logins = (comment?.approvers ?? []).map((login) => login.toLowerCase());
      return logins.flatMap((login, index) =>
        logins.indexOf(login) === index
          ? []
          : [
              {
                code: "plan-approver-twice",
                place: { path: ["approval", "comment", "approvers", index] },
                what: t`approver "${login}" is named twice`,
                mend: t`take one out; GitHub does not tell logins apart by case`,
              },
            ],
      );
    },
  }),
];
