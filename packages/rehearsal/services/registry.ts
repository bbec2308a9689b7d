import { django } from "./django/django.ts";
import { express } from "./express/express.ts";
import type { RehearsedService } from "./kind.ts";

/** Every application that can be rehearsed, one line each. */
const services = {
  django,
  express,
} satisfies Readonly<Record<string, RehearsedService>>;

export type ServiceName = keyof typeof services;
export const serviceNames = Object.keys(services) as readonly ServiceName[];

export function serviceNamed(name: ServiceName): RehearsedService {
  return services[name];
}
