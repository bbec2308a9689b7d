import type { ServerMessage } from "./server-message.ts";

/** What a PostgreSQL server says of rows, values and constraints. */
export const valuesMessages: readonly ServerMessage[] = [
  ['could not create unique index "{name}"', 'создать уникальный индекс "{name}" не удалось'],
  [
    'duplicate key value violates unique constraint "{name}"',
    'повторяющееся значение ключа нарушает ограничение уникальности "{name}"',
  ],
  [
    'conflicting key value violates exclusion constraint "{name}"',
    'конфликтующее значение ключа нарушает ограничение-исключение "{name}"',
  ],
  [
    'new row for relation "{name}" violates check constraint "{name}"',
    'новая строка в отношении "{name}" нарушает ограничение-проверку "{name}"',
  ],
  [
    'new row for relation "{name}" violates partition constraint',
    'новая строка в отношении "{name}" нарушает ограничение секции',
  ],
  [
    'new row violates row-level security policy for table "{name}"',
    'новая строка нарушает политику защиты на уровне строк для таблицы "{name}"',
  ],
  [
    'new row violates row-level security policy "{name}" for table "{name}"',
    'новая строка нарушает политику защиты на уровне строк "{name}" для таблицы "{name}"',
  ],
  ['no partition of relation "{name}" found for row', 'для строки не найдена секция в отношении "{name}"'],
  [
    'null value in column "{name}" of relation "{name}" violates not-null constraint',
    'значение NULL в столбце "{name}" отношения "{name}" нарушает ограничение NOT NULL',
  ],
  [
    'insert or update on table "{name}" violates foreign key constraint "{name}"',
    'INSERT или UPDATE в таблице "{name}" нарушает ограничение внешнего ключа "{name}"',
  ],
  [
    'update or delete on table "{name}" violates foreign key constraint "{name}" on table "{name}"',
    'UPDATE или DELETE в таблице "{name}" нарушает ограничение внешнего ключа "{name}" таблицы "{name}"',
  ],
  [
    'there is no unique constraint matching given keys for referenced table "{name}"',
    'в целевой внешней таблице "{name}" нет ограничения уникальности, соответствующего данным ключам',
  ],
  [
    "there is no unique or exclusion constraint matching the ON CONFLICT specification",
    "нет уникального ограничения или ограничения-исключения, соответствующего указанию ON CONFLICT",
  ],
  [
    'value for domain {name} violates check constraint "{name}"',
    'значение домена {name} нарушает ограничение-проверку "{name}"',
  ],
  ["value too long for type character varying({size})", "значение не умещается в тип character varying({size})"],
  ["value too long for type character({size})", "значение не умещается в тип character({size})"],
  ['value "{any}" is out of range for type {type}', 'значение "{any}" вне диапазона для типа {type}'],
  ['invalid input syntax for type {type}: "{any}"', 'неверный синтаксис для типа {type}: "{any}"'],
  ["invalid input syntax for type {type}", "неверный синтаксис для типа {type}"],
  ['invalid input value for enum {name}: "{any}"', 'неверное значение для перечисления {name}: "{any}"'],
  [
    'invalid byte sequence for encoding "{encoding}": {any}',
    'неверная последовательность байт для кодировки "{encoding}": {any}',
  ],
  [
    'character with byte sequence {any} in encoding "{encoding}" has no equivalent in encoding "{encoding}"',
    'для символа с последовательностью байт {any} из кодировки "{encoding}" нет эквивалента в "{encoding}"',
  ],
  ['date/time field value out of range: "{any}"', 'значение поля типа date/time вне диапазона: "{any}"'],
  ["integer out of range", "целое вне диапазона"],
  ["smallint out of range", "smallint вне диапазона"],
  ["bigint out of range", "bigint вне диапазона"],
  ["numeric field overflow", "переполнение поля numeric"],
  ["division by zero", "деление на ноль"],
  ['syntax error at or near "{any}"', 'ошибка синтаксиса (примерное положение: "{any}")'],
  ["syntax error at end of input", "ошибка синтаксиса в конце"],
];
