import { extensionRows, extensionVersions, missingExtensions } from "./extensions.ts";
import type { Look } from "./look.ts";
import { unreadableTables } from "./readable.ts";
import { logicalReplication } from "./replication.ts";
import { ownersAndGrants } from "./roles.ts";
import { otherRolesSessions } from "./sessions.ts";
import { databaseSettings } from "./settings.ts";
import { collationVersion, tablespaceRight } from "./storage.ts";
import { takenNames } from "./taken-names.ts";
import { longTransactions, preparedTransactions } from "./transactions.ts";

/** Every look, in the order in which its problems are told. */
export const looks: readonly Look[] = [
  preparedTransactions,
  longTransactions,
  logicalReplication,
  otherRolesSessions,
  takenNames,
  ownersAndGrants,
  missingExtensions,
  unreadableTables,
  databaseSettings,
  extensionRows,
  extensionVersions,
  collationVersion,
  tablespaceRight,
];
