CREATE TABLE p1 (id int PRIMARY KEY); CREATE SUBSCRIPTION none CONNECTION 'dbname=nothing' PUBLICATION x WITH (connect = false, slot_name = NONE, enabled = false, create_slot = false);
