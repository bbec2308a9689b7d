/** Every application that can be rehearsed. */
export const serviceNames = ["django", "express", "flask"] as const;
export type ServiceName = (typeof serviceNames)[number];
