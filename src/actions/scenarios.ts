import { hearComment } from "../stages/approval/hear-comment.ts";
import { type Action, common } from "./runner/action.ts";
import { commentId } from "./runner/comment-id.ts";

export const action: Action = {
  inputs: { ...common, comment: { required: true } },
  outputs: ["heard"],
  async run(context, inputs) {
    const heard = await hearComment({ ...context, noticeKeys: undefined }, commentId(inputs));
    return { outputs: { heard: heard === null ? "" : String(heard) } };
  },
};
