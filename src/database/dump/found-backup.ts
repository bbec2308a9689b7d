/** What a backup is, once it is unpacked: `archive` is pg_dump's custom or tar format, in one file. */
export type BackupFormat = "archive" | "directory" | "sql" | "pgbackrest";

/** How it is packed on top of that. */
export type Packing = "gzip" | "zstd" | "xz" | "bzip2" | "lz4";

export interface FoundBackup {
  readonly path: string;
  readonly bytes: number;
  readonly ageSeconds: number;
  readonly format: BackupFormat;
  readonly packed?: Packing;
  /** User of the host that may read it; without one that of the connection. */
  readonly reader?: string;
}
