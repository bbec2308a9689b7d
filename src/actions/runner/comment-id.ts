import { isCommentId } from "../../core/comments/approval.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { InputValues } from "./action.ts";

/** The comment that the input `comment` names. */
export function commentId({ comment = "" }: InputValues): number {
  if (isCommentId(comment)) return Number(comment);
  throw new UserError({
    code: "input-no-comment-id",
    what: t`is not the id of a comment`,
    where: t`input comment`,
    mend: t`pass github.event.comment.id`,
  });
}
