CREATE ROLE davical_dba; CREATE ROLE davical_app;
