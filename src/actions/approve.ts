import { isCommentId } from "../core/comments/approval.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { passOn } from "../stages/launch/pass-on.ts";
import type { Action } from "./runner/action.ts";

export const action: Action = {
  inputs: {
    token: { required: true },
    comment: { required: true },
    workflow: { required: true },
  },
  outputs: ["tag"],
  async run(context, { comment = "", workflow = "" }) {
    if (!isCommentId(comment))
      throw new UserError({
        what: t`is not the id of a comment`,
        where: t`input comment`,
        mend: t`pass github.event.comment.id`,
      });
    const tag = await passOn(context, Number(comment), workflow);
    return { outputs: { tag: tag ?? "" } };
  },
};
