import { t } from "../../../core/text/text.ts";
import { type Rule, rule } from "../rule.ts";
import { twice } from "../shared.ts";

export const noticeRules: readonly Rule[] = [
  rule("channel-ids-differ", {
    problems: ({ notices }) => twice(["notices", "channels"], notices?.channels ?? []),
  }),
  rule("channels-known", {
    problems: ({ notices }) => {
      const known = (notices?.channels ?? []).map(({ id }) => id);
      return (notices?.tell ?? []).flatMap(({ via }, told) =>
        via.flatMap((id, index) =>
          known.includes(id)
            ? []
            : [
                {
                  code: "plan-channel-unknown",
                  place: { path: ["notices", "tell", told, "via", index] },
                  what: t`there is no channel "${id}"`,
                  mend: t`use one of: ${known.join(", ")}`,
                },
              ],
        ),
      );
    },
  }),
];
