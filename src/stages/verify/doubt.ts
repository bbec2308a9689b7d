import { plain } from "../../checklist/markdown.ts";
import { t } from "../../core/text/text.ts";
import { askPeople } from "../approval/ask.ts";
import type { Launch } from "../launch/context.ts";
import { noteOf, stands } from "./judged.ts";
import type { CheckResult } from "./run-checks.ts";

/** Nothing required failed, and something of it was not concluded: whether that is enough is for a person to say, by name. */
export async function withoutDoubt(
  launch: Launch,
  results: readonly CheckResult[],
  everySeconds?: number,
): Promise<readonly CheckResult[]> {
  const { ask } = launch.plan.verify;
  const open = results.filter((result) => !stands(result));
  if (ask === undefined || open.length === 0 || open.some(({ verdict }) => verdict === "fail")) return results;
  const said = await askPeople(launch, {
    who: ask.who,
    text: (until) =>
      launch.messages.doubt.ask(
        plain(launch.release.tag),
        open.map((result) => `${plain(result.title)}: ${plain(noteOf(result))}`),
        until,
      ),
    answers: ["accept", "back"],
    atMost: ask.atMost,
    ...(everySeconds === undefined ? {} : { everySeconds }),
  });
  if (said === null) return results;
  if (said.answer === "back") {
    await launch.record({ kind: "note", text: t`${said.by} says to go back` });
    return results;
  }
  // What the checks said stays as it is; that it is enough is the person's word.
  for (const result of open)
    await launch.record({
      kind: "step",
      step: result.id,
      status: "done",
      note: `${noteOf(result)}; ${launch.messages.doubt.accepted(said.by)}`,
      facts: { verdict: result.verdict, acceptedBy: said.by },
    });
  await launch.record({
    kind: "note",
    text: t`${said.by} opens the site although it could not be told of ${open.map(({ id }) => id).join(", ")} whether it works`,
  });
  return results.map((result) => (open.includes(result) ? { ...result, acceptedBy: said.by } : result));
}
