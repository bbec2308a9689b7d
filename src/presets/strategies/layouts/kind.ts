/** Where a strategy keeps what below deploy.directory, its `base`. Paths alone: the plan's schema and checks read them too. */
export interface Layout {
  /** What the service runs from. */
  live(base: string): string;
  /** The git repository that releases are fetched into. */
  repository(base: string): string;
  /** The files of a release once it is on the host. */
  release(base: string, name: string): string;
  /** Held by one command at a time that changes the files of the service. */
  lock(base: string): string;
  /** Files that stay from release to release. */
  lasting(base: string): string;
  /** What deploy.keep names is copied to; a release's id comes behind it. */
  kept(base: string): string;
}
