-- golive: opened
UPDATE forms SET answers = E'{\n  "a": 2,\r\n  "b": "line\\nbreak"\n}', notes = E'one\ntwo\r\nthree';
INSERT INTO forms VALUES (2, E'[\n]', E'\n');
