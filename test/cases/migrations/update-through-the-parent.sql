-- says: rewrites UPDATE visits_2026 20
UPDATE visits SET note = upper(note) WHERE year = 2026;
