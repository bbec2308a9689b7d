INSERT INTO django_migrations VALUES (9, 'x');
UPDATE knex_migrations_lock SET is_locked = 1;
UPDATE knex_migrations_lock SET is_locked = 0;
UPDATE alembic_version SET version_num = 'b2';
