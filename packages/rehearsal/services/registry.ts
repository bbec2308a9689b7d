import { django } from "./django/django.ts";
import { express } from "./express/express.ts";
import { flask } from "./flask/flask.ts";
import type { RehearsedService } from "./kind.ts";
import type { ServiceName } from "./names.ts";

const services: Readonly<Record<ServiceName, RehearsedService>> = {
  django,
  express,
  flask,
};

export function serviceNamed(name: ServiceName): RehearsedService {
  return services[name];
}
