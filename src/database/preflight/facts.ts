/** What a look at the service's database tells beside its problems. */
export interface DatabaseFacts {
  readonly bytes: number;
  readonly serverVersion: string;
}
