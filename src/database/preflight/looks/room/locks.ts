import { t } from "../../../../core/text/text.ts";
import { lockSlots, locksNeeded } from "../../../lock-room.ts";
import { defineLook } from "../look.ts";

interface Locks {
  readonly needed: number;
  readonly used: number;
  readonly room: number;
  readonly now: number;
  readonly wanted: number;
}

export const lockRoom = defineLook<Locks>({
  kind: "locks",
  asked: "inside",
  sql: `WITH room AS (
    SELECT current_setting('max_locks_per_transaction')::int AS now, ${lockSlots} AS slots, ${locksNeeded} AS needed,
      (SELECT count(DISTINCT (locktype, database, relation, classid, objid, objsubid, virtualxid, transactionid))
        FROM pg_locks WHERE NOT fastpath AND pid <> pg_backend_pid()) AS used
  )
SELECT json_build_object(
  'kind', 'locks', 'needed', needed, 'used', used, 'room', now * slots, 'now', now,
  'wanted', ceil((needed + used) / slots::numeric / 64) * 64
)
FROM room WHERE needed + used > now * slots;
`,
  problems: (rows, { database }) =>
    rows.map(({ needed, used, room, now, wanted }) => ({
      code: "db-lock-room",
      what: t`a dump of ${database} locks ${needed} tables, sequences and views at once, and the server has room for \
${room} locks, ${used} of them in use`,
      mend: t`ALTER SYSTEM SET max_locks_per_transaction = ${wanted} (it is ${now}), and restart PostgreSQL`,
    })),
});
