import type { SshFacts } from "./facts.ts";
import type { Connection } from "./servers/psql.ts";
import type { Found } from "./traffic/lost.ts";
import type { Prober, ProberOptions } from "./traffic/prober.ts";
import type { Traffic, TrafficOptions } from "./traffic/traffic.ts";

/** What a rehearsal asks of a production, on whatever machines it runs. */
export interface Production {
  readonly directory: string;
  /** Bare repository with all tags. */
  readonly origin: string;
  readonly siteUrl: string;
  readonly clients: number;
  readonly postgres: Connection;
  readonly ssh?: Pick<SshFacts, "privateKeyFile">;
  /** What the running service says, asked behind maintenance mode. */
  version(): Promise<string>;
  /** The text of the journal; empty when there is none. */
  journal(): Promise<string>;
  /** Where these bookings are: in the service's database, or in what a way back kept. */
  locate(acknowledged: readonly { readonly uuid: string }[]): Promise<Found>;
  /** As the operator's role. */
  sql(query: string, database?: string): Promise<string>;
  startTraffic(o?: Pick<TrafficOptions, "writesPerSecond" | "readsPerSecond">): Traffic;
  /** Of /health/ through the balancer. */
  startProber(o?: Pick<ProberOptions, "everyMs" | "timeoutMs"> & { readonly path?: string }): Promise<Prober>;
  stop(): Promise<void>;
}
