CREATE ROLE postgres; CREATE SCHEMA stripe;
