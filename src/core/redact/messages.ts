import { postgresClients, postgresClientsInRussian } from "./messages/postgres-clients.ts";
import { releases } from "./messages/releases.ts";
import { services } from "./messages/services.ts";
import { system } from "./messages/system.ts";
import { postgresMessages } from "./messages/postgres-server.ts";
import { type Template, template } from "./template.ts";

const wrapping = /\{rest\}/;
const plain = [...system, ...releases, ...services, ...postgresClients];
const server = postgresMessages.flatMap(([english, russian]) =>
  russian === undefined ? [template(english)] : [template(english), template(russian, english)],
);

/** Every message that is known: those that are fixed first, those that only wrap another last. */
export const messages: readonly Template[] = [
  ...server,
  ...plain.filter((words) => !wrapping.test(words)).map((words) => template(words)),
  ...plain.filter((words) => wrapping.test(words)).map((words) => template(words)),
  ...postgresClientsInRussian.map(([russian, english]) => template(russian, english)),
];
