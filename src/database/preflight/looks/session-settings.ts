import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { plain, some } from "./names.ts";

interface Setting {
  readonly name: string;
  readonly value: string;
}

/** Settings of golive's own sessions that would stop it: it says others itself, but a service file's go before those. */
export const sessionSettings = defineLook<Setting>({
  kind: "session-setting",
  asked: "inside",
  sql: `SELECT json_build_object('kind', 'session-setting', 'name', name, 'value', setting)
FROM pg_settings
WHERE (name IN ('statement_timeout', 'idle_in_transaction_session_timeout') AND setting <> '0')
  OR (name IN ('default_transaction_read_only', 'default_transaction_deferrable') AND setting = 'on')
  OR (name = 'default_transaction_isolation' AND setting = 'serializable')
ORDER BY name;
`,
  problems: (rows) => [
    {
      code: "db-options-lost",
      what: t`golive's own settings do not reach the server, as a service file with options= goes before them, and it \
would be stopped by: ${some(rows, ({ name, value }) => plain(`${name} = ${value}`))}`,
      mend: t`take options= out of that entry of pg_service.conf, or name host, port and user in database.connection`,
    },
  ],
});
