import { carryThrough } from "../stages/window.ts";
import { requirePass } from "../stages/verify.ts";
import { type Action, approved, outcomeOf, type Result } from "./action.ts";
import { checkTable, marksOf } from "./verify.ts";
import { withLaunch } from "./with-launch.ts";

export const action: Action = {
  inputs: approved,
  outputs: ["outcome"],
  run: (context, inputs) =>
    withLaunch(context, inputs, async (launch): Promise<Result> => {
      const results = await carryThrough(launch);
      const result = { outputs: { outcome: outcomeOf(launch.state()) }, summary: checkTable(results), marks: marksOf(results) };
      try {
        requirePass(results);
        return result;
      } catch (failure) {
        return { ...result, failure };
      }
    }),
};
