import { t } from "../../../../core/text/text.ts";
import { defineLook } from "../look.ts";
import { askingRole, plain, some } from "../names.ts";

/** From PostgreSQL 17 on a trigger may run at each login, golive's too: it may write to what is to stay as it is. */
export const loginTriggers = defineLook<{ readonly me: string; readonly name: string }>({
  kind: "login-trigger",
  asked: "inside",
  sql: `SELECT json_build_object('kind', 'login-trigger', 'me', current_user, 'name', evtname)
FROM pg_event_trigger
WHERE evtevent = 'login' AND evtenabled IN ('O', 'A') AND current_setting('event_triggers', true) IS DISTINCT FROM 'off'
ORDER BY evtname;
`,
  problems: (rows, { database }) => [
    {
      code: "db-login-trigger",
      what: t`triggers run at each login to ${database}, golive's too, and may change what is compared: \
${some(rows, ({ name }) => plain(name))}`,
      mend: t`as superuser: ALTER ROLE "${askingRole(rows)}" SET event_triggers = off`,
    },
  ],
});
