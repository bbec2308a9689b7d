import { django } from "./messages/django.ts";
import { git } from "./messages/git.ts";
import { node } from "./messages/node.ts";
import { accessMessages } from "./messages/postgres/access.ts";
import { postgresClients, postgresClientsInRussian } from "./messages/postgres/clients.ts";
import { objectsMessages } from "./messages/postgres/objects.ts";
import { operationMessages } from "./messages/postgres/operation.ts";
import { transactionsMessages } from "./messages/postgres/transactions.ts";
import { valuesMessages } from "./messages/postgres/values.ts";
import { python } from "./messages/python.ts";
import { runtimes } from "./messages/runtimes.ts";
import { services } from "./messages/services.ts";
import { system } from "./messages/system.ts";
import { type Template, template } from "./template.ts";

const wrapping = /\{rest\}/;
const plain = [...system, ...git, ...python, ...django, ...node, ...runtimes, ...services, ...postgresClients];
const server = [
  ...objectsMessages,
  ...valuesMessages,
  ...transactionsMessages,
  ...accessMessages,
  ...operationMessages,
].flatMap(([english, russian]) =>
  russian === undefined ? [template(english)] : [template(english), template(russian, english)],
);

/** Every message that is known: those that are fixed first, those that only wrap another last. */
export const messages: readonly Template[] = [
  ...server,
  ...plain.filter((words) => !wrapping.test(words)).map((words) => template(words)),
  ...plain.filter((words) => wrapping.test(words)).map((words) => template(words)),
  ...postgresClientsInRussian.map(([russian, english]) => template(russian, english)),
];
