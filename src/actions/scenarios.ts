import { UserError } from "../core/errors.ts";
import { hearComment } from "../stages/hear-comment.ts";
import { type Action, common } from "./action.ts";

export const action: Action = {
  inputs: { ...common, comment: { required: true } },
  outputs: ["heard"],
  async run(context, { comment = "" }) {
    if (!/^[1-9][0-9]{0,15}$/.test(comment)) throw new UserError({ what: "is not the id of a comment", where: "input comment", mend: "pass github.event.comment.id" });
    const heard = await hearComment({ ...context, noticeKeys: undefined }, Number(comment));
    return { outputs: { heard: heard === null ? "" : String(heard) } };
  },
};
