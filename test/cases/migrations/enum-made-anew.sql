-- says: rewrites ALTER COLUMN TYPE bookings.state: state → state_new
-- says: builds REWRITE TABLE bookings
-- says: drops DROP TYPE state
CREATE TYPE state_new AS ENUM ('booked', 'held');
ALTER TABLE bookings ALTER COLUMN state DROP DEFAULT, ALTER COLUMN state TYPE state_new USING state::text::state_new;
DROP TYPE state;
