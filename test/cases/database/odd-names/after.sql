-- golive: opened
UPDATE "Odd|Schema"."Клиенты ""a"" $1 :'x' \ y" SET "a|b" = '%L'; UPDATE "line
break" SET c = 'y';
