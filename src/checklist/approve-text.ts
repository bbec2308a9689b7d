import { approvalText } from "../core/comments/approval.ts";
import { code, plain } from "./markdown.ts";
import type { Page } from "./page.ts";

/** What a comment has to hold that approves the launch, and who cannot write it. */
export function howToApprove({ messages, release }: Pick<Page, "messages" | "release">): string {
  return messages.howToApprove(code(approvalText(release.digest)), plain(release.actor));
}
