/** What a provider's server is modelled by: a role with what it may and may not, and what stands before the server. */
export interface Provider {
  /** As the heading of its plan in docs/managed-databases.md has it. */
  readonly name: string;
  /** SQL of the superuser that makes the role of the plan, with the service's database and all the rest of the server. */
  readonly server: (role: string, password: string) => string;
  /** Inside the service's database, as the superuser. */
  readonly inside?: string;
  /** The pooler that the plan goes through; none where it goes to the server. */
  readonly pooler?: "session" | "transaction";
  /** The pooler that the provider has besides, and what is told of it. */
  readonly otherPooler?: { readonly mode: "transaction"; readonly code: string };
  /** What preflight says where the plan lacks a part of its `database`. */
  readonly without: readonly { readonly keys: readonly string[]; readonly codes: readonly string[] }[];
  /** What preflight says of the way back. */
  readonly wayBack: string;
  /** What the service's database is called once it is back: its own name, or another one that it was switched to. */
  readonly goesBackBy: "name" | "switch";
  /** Calls that the provider refuses, so that the second way back is gone. */
  readonly fails?: readonly string[];
  /** What of the provider is called, in order. # stands for the launch. */
  readonly calls: readonly string[];
}

const proved = (create: string, drop: string) => [
  ...[`${create} clinic_proof_#`, `${drop} clinic_proof_#`],
  // Once for the rows that are set aside.
  ...[`${create} clinic_proof_#`, `${drop} clinic_proof_#`],
  `${create} clinic_restored_#`,
];

const closedPostgres = "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;";

/** The role owns the database; the service comes as another one. */
const owner = (role: string, password: string, powers: string) => `
CREATE ROLE "${role}" LOGIN ${powers} PASSWORD '${password}';
CREATE DATABASE clinic OWNER "${role}" TEMPLATE template0 LOCALE 'C.UTF-8';
CREATE ROLE clinic_app LOGIN PASSWORD 'app';
GRANT CONNECT ON DATABASE clinic TO clinic_app;
`;

export const providers: readonly Provider[] = [
  {
    name: "Amazon RDS",
    server: (role, password) => `
CREATE ROLE rds_superuser; GRANT pg_monitor, pg_signal_backend TO rds_superuser;
CREATE DATABASE rdsadmin; REVOKE CONNECT ON DATABASE rdsadmin FROM PUBLIC;
CREATE ROLE clinic_owner; CREATE ROLE clinic_app LOGIN PASSWORD 'app';
CREATE ROLE "${role}" LOGIN CREATEDB PASSWORD '${password}';
GRANT clinic_owner, pg_signal_backend, pg_read_all_stats TO "${role}";
CREATE DATABASE clinic OWNER clinic_owner TEMPLATE template0 LOCALE 'C.UTF-8';
`,
    without: [],
    wayBack: "way back: the copy takes the name",
    goesBackBy: "name",
    calls: [],
  },
  {
    name: "Supabase",
    server: (role, password) =>
      owner(role, password, "CREATEDB CREATEROLE REPLICATION BYPASSRLS") +
      `GRANT pg_monitor, pg_read_all_data, pg_signal_backend TO "${role}";`,
    otherPooler: { mode: "transaction", code: "db-pooler" },
    without: [],
    wayBack: "way back: the copy takes the name",
    goesBackBy: "name",
    calls: [],
  },
  {
    name: "Neon",
    server: (role, password) => `CREATE ROLE neon_superuser CREATEDB CREATEROLE BYPASSRLS NOLOGIN;
GRANT pg_monitor, pg_read_all_data, pg_write_all_data TO neon_superuser;
${owner(role, password, "CREATEDB CREATEROLE BYPASSRLS")}
GRANT neon_superuser TO "${role}";`,
    otherPooler: { mode: "transaction", code: "db-pooler" },
    without: [],
    wayBack: "way back: the provider's snapshot, and else the dump restored beside takes the name",
    goesBackBy: "name",
    calls: [
      "neon-snapshot take golive-clinic-#",
      "neon-snapshot check snap_golive-clinic-#",
      "neon-snapshot restore snap_golive-clinic-#",
    ],
  },
  {
    name: "Yandex Managed Service for PostgreSQL",
    server: (role, password) => owner(role, password, "NOCREATEDB") + closedPostgres,
    // Extensions are the provider's to make, and belong to it.
    inside: "CREATE EXTENSION pg_trgm",
    pooler: "session",
    otherPooler: { mode: "transaction", code: "db-pooler-transaction" },
    without: [
      { keys: ["maintenance"], codes: ["db-maintenance-closed"] },
      { keys: ["switch"], codes: ["db-no-createdb"] },
    ],
    wayBack: "way back: the dump restored beside (made by the provider's command), which the service changes over to",
    goesBackBy: "switch",
    calls: proved("yc managed-postgresql database create", "yc managed-postgresql database delete"),
  },
  {
    name: "Selectel",
    server: (role, password) => owner(role, password, "NOCREATEDB") + closedPostgres,
    inside: "CREATE EXTENSION pg_trgm",
    pooler: "session",
    otherPooler: { mode: "transaction", code: "db-pooler-transaction" },
    without: [{ keys: ["maintenance"], codes: ["db-maintenance-closed"] }],
    wayBack: "way back: the dump restored beside (made by the provider's command), which the service changes over to",
    goesBackBy: "switch",
    calls: proved("selectel-database create", "selectel-database delete"),
  },
  {
    name: "Timeweb Cloud",
    server: (role, password) =>
      `${owner(role, password, "NOCREATEDB")}
CREATE DATABASE default_db OWNER "${role}";
${closedPostgres}`,
    without: [
      { keys: ["maintenance"], codes: ["db-maintenance-closed"] },
      { keys: ["switch"], codes: ["db-no-createdb"] },
    ],
    wayBack:
      "way back: the provider's snapshot, and else the dump restored beside (made by the provider's command), which the service changes over to",
    goesBackBy: "switch",
    fails: ["timeweb-snapshot restore"],
    calls: [
      "timeweb-snapshot take 12345",
      "timeweb-snapshot check 12345 snap_backup1",
      "timeweb-database create 12345 clinic_proof_#",
      "timeweb-database create 12345 clinic_proof_#",
      "timeweb-snapshot restore 12345 snap_backup1",
      "timeweb-database create 12345 clinic_restored_#",
    ],
  },
];
