import { passOn } from "../stages/launch/pass-on.ts";
import type { Action } from "./runner/action.ts";
import { commentId } from "./runner/comment-id.ts";

export const action: Action = {
  inputs: {
    token: { required: true },
    comment: { required: true },
    workflow: { required: true },
  },
  outputs: ["tag"],
  async run(context, inputs) {
    const tag = await passOn(context, commentId(inputs), inputs.workflow ?? "");
    return { outputs: { tag: tag ?? "" } };
  },
};
