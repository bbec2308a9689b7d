-- golive: opened
UPDATE notes SET of = 'third' WHERE id = 2; UPDATE cache SET v = 'b';
