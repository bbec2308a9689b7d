import { z } from "zod";
import { InternalError } from "../core/errors.ts";
import { defineBalancer } from "./kind.ts";
import { maintenanceProof } from "./page-schema.ts";

const noneSchema = z
  .strictObject({ kind: z.literal("none"), addresses: maintenanceProof.addresses })
  .describe("No page: the services' stop is the closing, and visitors see errors meanwhile (docs/load-balancers.md).");

/** Nothing stands before the service that could show a page. */
export const noBalancer = defineBalancer(noneSchema, {
  open: () => ({
    on: async () => {},
    off: async () => {},
    async status() {
      throw new InternalError("there is no page to ask for");
    },
  }),
  needs: () => [],
  knowsServers: () => false,
  problems: () => [],
});
