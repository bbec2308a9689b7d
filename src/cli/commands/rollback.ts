import { createInterface } from "node:readline/promises";
import { errorText, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type LaunchState, touched } from "../../journal/state.ts";
import { byHandRollback, type Shown, showLoss } from "../../stages/by-hand/by-hand-rollback.ts";
import { lastLaunch } from "../../stages/launch/record/opened-launch.ts";
import { atKeyboard, requireReason } from "../at-keyboard.ts";
import type { Given, OptionValues, Out, Output } from "../options.ts";

/**
 * `golive rollback --because …`: the way back from a terminal, from the journal and the plan that is kept, without
 * GitHub. Until the site opened nobody has to be asked; after it the person accepts what is set aside.
 */
export async function rollbackByHand(given: Given, { out }: Output): Promise<void> {
  const { context, because } = await atKeyboard(given, out);
  requireReason(because, t`say why, for the record: golive rollback --because "…"`);
  const { launch, reached, close } = await lastLaunch(context, "last");
  try {
    requireSomething(launch.state(), launch.release.tag);
    const shown = await showLoss(launch, because, given.values["accept-loss"] ?? null);
    out(`${shown.page}\n`);
    if (!(await accepted(shown, given.values, out))) return;
    await byHandRollback(launch, reached, because);
    out(t`${launch.release.tag} is rolled back.\n`);
    out(
      t`The checklist #${launch.release.issue} does not know yet: \`golive checklist\` tells it once GitHub answers.\n`,
    );
  } finally {
    await close().catch((error: unknown) => out(`${errorText(error)}\n`));
  }
}

function requireSomething(state: LaunchState, tag: string): void {
  const mend = t`\`golive status\` says how it stands`;
  if (state.ended?.outcome === "rolled-back")
    throw new UserError({ code: "rolled-back-already", what: t`${tag} was rolled back already`, mend });
  if (!touched(state))
    throw new UserError({ code: "nothing-to-take-back", what: t`the launch of ${tag} changed nothing`, mend });
}

/** A word of the person for what is set aside: typed, or as digest of what was shown before. */
async function accepted(
  { digest, asks }: Shown,
  { "accept-loss": given, yes = false }: OptionValues,
  out: Out,
): Promise<boolean> {
  if (!asks || yes || given === digest) return true;
  if (given !== undefined)
    throw new UserError({
      code: "loss-differs",
      what: t`what was accepted (${given}) is not what is on record now (${digest})`,
      where: "--accept-loss",
      mend: t`read the table above; then golive rollback --because "…" --accept-loss ${digest}`,
    });
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(t`Type ${digest} to go back: `).finally(() => terminal.close());
    if (answer.trim() === digest) return true;
    out(t`Nothing was changed.\n`);
    return false;
  }
  throw new UserError({
    code: "loss-not-accepted",
    what: t`nothing was changed: what is set aside has to be accepted first`,
    where: "--accept-loss",
    mend: t`golive rollback --because "…" --accept-loss ${digest}`,
  });
}
