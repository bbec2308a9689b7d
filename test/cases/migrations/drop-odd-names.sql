-- says: drops DROP COLUMN Order Lines.the | name
ALTER TABLE "Order Lines" DROP COLUMN "the | name";
