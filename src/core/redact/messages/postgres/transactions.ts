import type { ServerMessage } from "./server-message.ts";

/** What a PostgreSQL server says of transactions, locks and what may not be done within them. */
export const transactionsMessages: readonly ServerMessage[] = [
  ["deadlock detected", "обнаружена взаимоблокировка"],
  [
    "could not serialize access due to concurrent update",
    "не удалось сериализовать доступ из-за параллельного изменения",
  ],
  [
    "could not serialize access due to concurrent delete",
    "не удалось сериализовать доступ из-за параллельного удаления",
  ],
  [
    "could not serialize access due to read/write dependencies among transactions",
    "не удалось сериализовать доступ из-за зависимостей чтения/записи между транзакциями",
  ],
  ["canceling statement due to statement timeout", "выполнение оператора отменено из-за тайм-аута"],
  ["canceling statement due to lock timeout", "выполнение оператора отменено из-за тайм-аута блокировки"],
  ["canceling statement due to user request", "выполнение оператора отменено по запросу пользователя"],
  [
    "canceling statement due to conflict with recovery",
    "выполнение оператора отменено из-за конфликта с процессом восстановления",
  ],
  [
    "current transaction is aborted, commands ignored until end of transaction block",
    "текущая транзакция прервана, команды до конца блока транзакции игнорируются",
  ],
  ["terminating connection due to administrator command", "закрытие подключения по команде администратора"],
  [
    "terminating connection due to idle-in-transaction timeout",
    "закрытие подключения из-за тайм-аута простоя в транзакции",
  ],
  [
    "terminating connection because of crash of another server process",
    "закрытие подключения из-за краха другого серверного процесса",
  ],
  [
    "cannot execute {command} in a read-only transaction",
    'в транзакции в режиме "только чтение" нельзя выполнить {command}',
  ],
  ["cannot execute {command} during recovery", "выполнить {command} во время восстановления нельзя"],
  ["{command} cannot run inside a transaction block", "{command} не может выполняться внутри блока транзакции"],
  ['could not obtain lock on relation "{name}"', 'не удалось получить блокировку таблицы "{name}"'],
  ['could not obtain lock on row in relation "{name}"', 'не удалось получить блокировку строки в таблице "{name}"'],
  [
    "cannot drop {object} because other objects depend on it",
    "удалить объект {object} нельзя, так как от него зависят другие объекты",
  ],
  ["cannot drop the currently open database", "удалить базу данных, открытую в данный момент, нельзя"],
  ["cannot drop table {name} because other objects depend on it"],
  ['cannot ALTER TABLE "{name}" because it has pending trigger events'],
  [
    "cannot alter type of a column used by a view or rule",
    "изменить тип столбца, задействованного в представлении или правиле, нельзя",
  ],
  [
    "cannot truncate a table referenced in a foreign key constraint",
    "опустошить таблицу, на которую ссылается внешний ключ, нельзя",
  ],
];
