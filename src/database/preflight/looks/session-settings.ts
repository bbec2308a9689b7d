import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { askingRole, plain, some } from "./names.ts";

interface Setting {
  readonly me: string;
  readonly name: string;
  readonly value: string;
}

/**
 * Settings of golive's own sessions that would stop it. It says others itself, but the `options` of a service file go
 * before those; and how long a transaction may last can only be told to servers that know it.
 */
export const sessionSettings = defineLook<Setting>({
  kind: "session-setting",
  asked: "inside",
  sql: `SELECT json_build_object('kind', 'session-setting', 'me', current_user, 'name', name, 'value', setting)
FROM pg_settings
WHERE (name IN ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout') AND setting <> '0')
  OR (name IN ('default_transaction_read_only', 'default_transaction_deferrable') AND setting = 'on')
  OR (name = 'default_transaction_isolation' AND setting = 'serializable')
ORDER BY name;
`,
  problems: (rows) => {
    const me = askingRole(rows);
    const isOwn = ({ name }: Setting) => name === "transaction_timeout";
    const text = (list: readonly Setting[]) => some(list, ({ name, value }) => plain(`${name} = ${value}`));
    const [own, lost] = [rows.filter(isOwn), rows.filter((row) => !isOwn(row))];
    const problems: Problem[] = [];
    if (lost.length > 0)
      problems.push({
        code: "db-options-lost",
        what: t`golive's own settings do not reach the server, as a service file with options= goes before them, and it would be stopped by: ${text(lost)}`,
        mend: t`take options= out of that entry of pg_service.conf, or name host, port and user in database.connection`,
      });
    if (own.length > 0)
      problems.push({
        code: "db-transaction-timeout",
        what: t`transactions of the role ${me} are ended after a time, and a dump is one transaction: ${text(own)}`,
        mend: t`as superuser: ALTER ROLE "${me}" SET transaction_timeout = 0`,
      });
    return problems;
  },
});
