import { t } from "../../../core/text/text.ts";
import { defineLook } from "./look.ts";
import { plain, some } from "./names.ts";

interface Part {
  readonly part: "walsender" | "slot" | "subscription";
  readonly name: string;
}

/** The pids of walsenders are shown to everyone. */
export const logicalReplication = defineLook<Part>({
  kind: "replication",
  asked: "server",
  sql: `SELECT json_build_object('kind', 'replication', 'part', 'walsender', 'name', a.application_name)
FROM pg_stat_replication r JOIN pg_stat_activity a USING (pid)
WHERE a.datname = :'name';
SELECT json_build_object('kind', 'replication', 'part', 'slot', 'name', slot_name)
FROM pg_replication_slots
WHERE database = :'name' ORDER BY slot_name;
SELECT json_build_object('kind', 'replication', 'part', 'subscription', 'name', s.subname)
FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
WHERE d.datname = :'name' ORDER BY s.subname;
`,
  problems: (rows, { database }) => [
    {
      code: "db-replication",
      what: t`${database} takes part in logical replication, which blocks clone and rename, or stays with the \
renamed database: ${partsText(rows)}`,
      mend: t`stop it before the launch and set it up again after it: disable the subscription on the other side \
and drop the slot (SELECT pg_drop_replication_slot), or DROP SUBSCRIPTION here`,
    },
  ],
});

function partsText(rows: readonly Part[]): string {
  const of = (kind: Part["part"]) => rows.filter(({ part }) => part === kind);
  const [slots, subscriptions, walsenders] = [of("slot"), of("subscription"), of("walsender")];
  const parts: string[] = [];
  if (slots.length > 0) parts.push(t`replication slot ${some(slots, ({ name }) => plain(name))}`);
  if (subscriptions.length > 0) parts.push(t`subscription ${some(subscriptions, ({ name }) => plain(name))}`);
  if (walsenders.length > 0) {
    const programs = some(walsenders, ({ name }) => plain(name) || t`without a name`);
    parts.push(t`${walsenders.length} attached ${walsenders.length === 1 ? "receiver" : "receivers"} (${programs})`);
  }
  return parts.join(", ");
}
