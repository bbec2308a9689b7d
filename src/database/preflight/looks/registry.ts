import { extensionHomes, extensionRows, extensionVersions, missingExtensions } from "./extensions.ts";
import type { Look } from "./look.ts";
import { unreadableTables } from "./readable.ts";
import { logicalReplication } from "./replication.ts";
import { ownersAndGrants } from "./roles.ts";
import { otherRolesSessions } from "./sessions.ts";
import { databaseSettings } from "./settings.ts";
import { collationVersion, otherCollationVersions, tablespaceRight } from "./storage.ts";
import { takenNames } from "./taken-names.ts";
import { longTransactions, preparedTransactions } from "./transactions.ts";
import { evaluated } from "./restore/evaluated.ts";
import { missingFiles } from "./restore/files.ts";
import { loginTriggers } from "./restore/login-triggers.ts";
import { superuserOnly } from "./restore/superuser-only.ts";
import { systemSchema } from "./restore/system-schema.ts";
import { constraintTriggers, systemGrants } from "./restore/unwritten.ts";
import { connectionLimits } from "./room/connections.ts";
import { lockRoom } from "./room/locks.ts";
import { sessionSettings } from "./session-settings.ts";
import { backgroundWorkers } from "./workers.ts";

/** Every look, in the order in which its problems are told. */
export const looks: readonly Look[] = [
  preparedTransactions,
  longTransactions,
  logicalReplication,
  otherRolesSessions,
  backgroundWorkers,
  connectionLimits,
  takenNames,
  ownersAndGrants,
  missingExtensions,
  unreadableTables,
  databaseSettings,
  extensionRows,
  extensionVersions,
  collationVersion,
  otherCollationVersions,
  tablespaceRight,
  sessionSettings,
  lockRoom,
  extensionHomes,
  missingFiles,
  systemSchema,
  constraintTriggers,
  systemGrants,
  superuserOnly,
  loginTriggers,
  evaluated,
];
