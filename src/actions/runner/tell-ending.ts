import { parseApproved } from "../../core/approved.ts";
import { errorText } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { postStep } from "../../stages/tell/post-step.ts";
import { actionNamed } from "./actions.ts";
import { contextFrom } from "./context-from.ts";
import { readInputs } from "./read-inputs.ts";
import { addSummary, warn } from "./runner-log.ts";

/** The runner ends what is left of a cancelled job after five minutes. */
const postSeconds = 120;

/** Says what state things are in after an action that did not end by itself. */
export async function tellEnding(name: string): Promise<void> {
  const { inputs: rules } = await actionNamed(name);
  try {
    const inputs = readInputs(rules);
    const context = contextFrom(inputs, AbortSignal.timeout(postSeconds * 1000));
    const said = await postStep(context, parseApproved(inputs.launch ?? ""));
    if (said === null) return;
    warn(said);
    await addSummary(t`## golive ${name} was ended early\n\n${said}\n`);
  } catch (error) {
    warn(t`${errorText(error)}\nWhat state the site is in could not be looked up; \`golive status\` says it.`);
  }
}
