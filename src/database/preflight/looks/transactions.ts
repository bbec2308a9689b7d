import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { plain, shown, some } from "./names.ts";

export const preparedTransactions = defineLook<{ readonly gid: string; readonly seconds: number }>({
  kind: "prepared",
  asked: "server",
  sql: `SELECT json_build_object(
  'kind', 'prepared',
  'gid', gid,
  'seconds', extract(epoch FROM clock_timestamp() - prepared)::int
)
FROM pg_prepared_xacts WHERE database = :'name' ORDER BY prepared;
`,
  problems: (rows, { database }) => {
    const open = some(rows, ({ gid, seconds }) => t`${plain(gid)} (${showDuration(seconds)} old)`);
    const gids = rows.slice(0, shown).map(({ gid }) => `'${plain(gid, 200).replaceAll("'", "''")}'`);
    const ways = gids.map((gid) => t`COMMIT PREPARED ${gid} or ROLLBACK PREPARED ${gid}`).join("; ");
    return [
      {
        code: "db-prepared-transaction",
        what: t`a prepared transaction is open in ${database}, so that it can neither be cloned nor renamed: ${open}`,
        mend: t`connected to ${database}, after asking whose it is: ${ways}`,
      },
    ];
  },
});

interface OpenTransaction {
  readonly role: string;
  readonly program: string;
  readonly seconds: number;
  readonly pid: number;
}

/** Since when another role's transaction runs is shown only to those who may read statistics. */
export const longTransactions = defineLook<OpenTransaction>({
  kind: "transaction",
  asked: "server",
  sql: `SELECT json_build_object(
  'kind', 'transaction',
  'role', usename,
  'program', application_name,
  'seconds', extract(epoch FROM clock_timestamp() - xact_start)::int,
  'pid', pid
)
FROM pg_stat_activity
WHERE datname = :'name' AND pid <> pg_backend_pid() AND backend_type = 'client backend'
  AND xact_start < clock_timestamp() - make_interval(secs => :seconds)
ORDER BY xact_start;
`,
  problems: (rows, { database }) => {
    const open = some(rows, openText);
    const endings = rows.slice(0, shown).map(({ pid }) => `SELECT pg_terminate_backend(${pid})`);
    return [
      {
        code: "db-long-transaction",
        what: t`a transaction stays open in ${database}, and its locks would hold up the dump: ${open}`,
        mend: t`have its program end it, or as superuser: ${endings.join("; ")}`,
      },
    ];
  },
});

function openText({ role, program, seconds }: OpenTransaction): string {
  const name = plain(program);
  return t`${plain(role)}${name === "" ? "" : ` (${name})`}, ${showDuration(seconds)} old`;
}
