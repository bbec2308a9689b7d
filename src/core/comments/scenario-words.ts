import { type CommentCommand, commandsOf, subjectOf } from "./comment-commands.ts";
import { type Comment, saidAt, whyNotOwn } from "./said.ts";
import type { Command, Refusal } from "./scenarios.ts";

export interface ScenarioWords {
  readonly commands: readonly Command[];
  readonly refused: readonly Refusal[];
}

const identifier = /^[a-z0-9][a-z0-9_-]{0,60}$/;

/** What a comment says of scenarios, and what in it has to be answered. Whether its author may say it is not looked at. */
export function scenarioWords(comment: Comment): ScenarioWords {
  const meant = meantIn(comment.body);
  const notOwn = whyNotOwn(comment);
  const refuse = refusals(comment);
  if (notOwn !== null) {
    // Also where somebody else took the command out.
    const said = meant.length > 0 || (comment.bodies ?? []).some((body) => meantIn(body).length > 0);
    return { commands: [], refused: said ? [refuse(comment.edits === null ? "unreadable" : "edited")] : [] };
  }
  const commands: Command[] = [];
  const refused = new Set<Refusal["why"]>();
  for (const command of meant) {
    if (command.kind !== "scenario") refused.add("unclear");
    else if (!identifier.test(command.scenario)) refused.add("which");
    else commands.push(wordOf(comment, command));
  }
  return { commands, refused: [...refused].map((why) => refuse(why)) };
}

function meantIn(body: string): readonly CommentCommand[] {
  return commandsOf(body).commands.filter((one) => subjectOf(one) === "scenario");
}

function wordOf(comment: Comment, command: CommentCommand & { readonly kind: "scenario" }): Command {
  const { scenario, mark, note } = command;
  return { at: saidAt(comment), by: comment.author, scenario, mark, note, comment: comment.id };
}

/** Once for a comment, however many of its lines are off in the same way. */
function refusals({ id, author }: Comment): (why: Refusal["why"]) => Refusal {
  return (why) => ({ key: `${id} ${why}`, by: author, scenario: "", why, comment: id });
}
