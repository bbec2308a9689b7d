// What programs that run in Django print for golive, and what it means.

import { t } from "../../core/text/text.ts";
import type { SettingsProblem } from "../kind.ts";

export const printDatabase =
  "from django.db import connection; print('golive-database=' + str(connection.settings_dict['NAME']))";
export const printServer =
  "from django.db import connection; s = connection.settings_dict; " +
  "print('golive-server=' + str(s['HOST']) + '|' + ('yes' if s['PASSWORD'] else 'no'))";
// Where a link leads counts: a folder shared by all releases is not inside one.
export const printStatic =
  "import os; from django.conf import settings; print('golive-static=' + os.path.realpath(str(settings.STATIC_ROOT or '')))";

export function told(stdout: string, what: "database" | "server" | "static"): string | null {
  return new RegExp(`^golive-${what}=(.*)$`, "m").exec(stdout)?.[1] ?? null;
}

export function pendingOf(stdout: string): string[] {
  // Not at the begin of a line where the settings print words without an end of line.
  return [...stdout.matchAll(/\[ \]\s+(\S+)/g)].map(([, name = ""]) => name);
}

/** What migrate-at-once.py told; null when it did not come to it. */
export function toldPending(stdout: string, moment: "before" | "left"): string[] | null {
  if (!stdout.split("\n").includes(`golive-${moment}-told`)) return null;
  return [...stdout.matchAll(new RegExp(`^golive-${moment}=(.+)$`, "gm"))].map(([, name = ""]) => name);
}

/** Databases beside the plan's that get migrations: golive backs up and migrates one. */
export function othersProblem(stdout: string, known: readonly string[]): SettingsProblem | null {
  const others = [...stdout.matchAll(/^golive-other=([^?\n]+)(\??)$/gm)].filter(
    ([, alias = ""]) => !known.includes(alias),
  );
  if (others.length === 0) return null;
  const names = others.map(([, alias = ""]) => alias.slice(0, 40)).join(", ");
  const mend = t`migrate them by a step of your own (deploy.steps), back them up yourselves, and name them under \
deploy.other-databases`;
  return others.every(([, , asked]) => asked === "?")
    ? {
        code: "django-other-database-silent",
        problem: t`it cannot be told whether these further databases of the settings have migrations: ${names}`,
        mend: t`let the service's settings reach them; or name them under deploy.other-databases`,
      }
    : {
        code: "django-other-databases",
        problem: t`the settings have further databases with migrations of their own, which golive neither backs up nor migrates: ${names}`,
        mend,
      };
}
