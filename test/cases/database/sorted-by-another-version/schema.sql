UPDATE pg_database SET datcollversion = '153.14' WHERE datname = current_database();
