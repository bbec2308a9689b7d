import { createInterface } from "node:readline/promises";
import { errorText, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { touched } from "../journal/state.ts";
import { byHandRollback, type Shown, showLoss } from "../stages/by-hand/by-hand-rollback.ts";
import { lastLaunch } from "../stages/launch/record/opened-launch.ts";
import { atKeyboard, type Out } from "./at-keyboard.ts";

const options = {
  "accept-loss": { type: "string" },
  yes: { type: "boolean", default: false },
} as const;

/**
 * `golive rollback --because …`: the way back from a terminal, from the journal and the plan that is kept, without
 * GitHub. Until the site opened nobody has to be asked; after it the person accepts what is set aside.
 */
export async function rollbackByHand(args: readonly string[], out: Out): Promise<void> {
  const { values, context, because } = await atKeyboard(args, options, out);
  if (because === "")
    throw new UserError({
      code: "no-reason",
      what: t`there is no reason`,
      where: "--because",
      mend: t`say why, for the record: golive rollback --because "…"`,
    });
  const { launch, reached, close } = await lastLaunch(context, "last");
  try {
    requireSomething(launch.state(), launch.release.tag);
    const shown = await showLoss(launch, because, (values as { "accept-loss"?: string })["accept-loss"] ?? null);
    out(`${shown.page}\n`);
    if (!(await accepted(shown, values as { "accept-loss"?: string; yes?: boolean }, out))) return;
    await byHandRollback(launch, reached, because);
    out(t`${launch.release.tag} is rolled back.\n`);
    out(
      t`The checklist #${launch.release.issue} does not know yet: \`golive checklist\` tells it once GitHub answers.\n`,
    );
  } finally {
    await close().catch((error: unknown) => out(`${errorText(error)}\n`));
  }
}

function requireSomething(state: Parameters<typeof touched>[0], tag: string): void {
  const code = "nothing-to-take-back";
  const mend = t`\`golive status\` says how it stands`;
  if (state.ended?.outcome === "rolled-back")
    throw new UserError({ code, what: t`${tag} was rolled back already`, mend });
  if (!touched(state)) throw new UserError({ code, what: t`the launch of ${tag} changed nothing`, mend });
}

/** A word of the person for what is set aside: typed, or as digest of what was shown before. */
async function accepted(
  { digest, asks }: Shown,
  { "accept-loss": given, yes = false }: { readonly "accept-loss"?: string; readonly yes?: boolean },
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
