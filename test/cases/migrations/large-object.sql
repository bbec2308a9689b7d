-- says: drops DELETE pg_largeobject 1
SELECT lo_unlink(424242);
