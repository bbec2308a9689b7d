-- says: drops DROP TABLE visits_2025
ALTER TABLE visits DETACH PARTITION visits_2025;
DROP TABLE visits_2025;
