import { t } from "../../core/text/text.ts";
import type { Plan } from "../schema/schema.ts";

/** What a launch of this plan cannot promise, for the checklist and for those who approve it; empty with PostgreSQL behind a page. */
export function cannotPromise({ database, loadBalancer }: Pick<Plan, "database" | "loadBalancer">): readonly string[] {
  const page =
    loadBalancer.kind === "none"
      ? [
          t`there is no maintenance page: visitors see errors from the stop of the services, and are back as soon as the \
release is started, before it is verified`,
        ]
      : [];
  switch (database.engine) {
    case "none":
      return [t`no database is backed up, and none comes back`, ...page];
    case "commands":
      return [
        t`${database.name} is backed up and put back by commands of your own: what was written since the backup is not \
counted before a rollback is approved, only kept whole in a backup of its own; there is no copy to change places with, so \
the way back takes as long as the restore`,
        ...(database.state === undefined
          ? [
              t`whether something writes while the site is closed, and whether the backup and the restored database hold \
what they should, is not looked at (no database.state)`,
            ]
          : []),
        ...page,
      ];
    case "postgresql":
      return page;
  }
}
