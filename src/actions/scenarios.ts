import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { hearComment } from "../stages/approval/hear-comment.ts";
import { type Action, common } from "./runner/action.ts";

export const action: Action = {
  inputs: { ...common, comment: { required: true } },
  outputs: ["heard"],
  async run(context, { comment = "" }) {
    if (!/^[1-9][0-9]{0,15}$/.test(comment))
      throw new UserError({
        what: t`is not the id of a comment`,
        where: t`input comment`,
        mend: t`pass github.event.comment.id`,
      });
    const heard = await hearComment({ ...context, noticeKeys: undefined }, Number(comment));
    return { outputs: { heard: heard === null ? "" : String(heard) } };
  },
};
