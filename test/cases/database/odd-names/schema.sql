CREATE SCHEMA "Odd|Schema"; CREATE TABLE "Odd|Schema"."Клиенты ""a"" $1 :'x' \ y" ("Ключ:x" int PRIMARY KEY, "a|b" text, "select" text);
INSERT INTO "Odd|Schema"."Клиенты ""a"" $1 :'x' \ y" VALUES (1, 'a|b', NULL), (2, E'a\nb', '');
CREATE TABLE "line
break" ("a
b" int PRIMARY KEY, c text); INSERT INTO "line
break" VALUES (1, 'x');
