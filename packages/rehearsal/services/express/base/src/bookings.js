const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

class Refused extends Error {}

function parse(body) {
  const { uuid, client, starts_at: startsAt, minutes = 50 } = body ?? {};
  const starts = new Date(startsAt);
  if (!uuidForm.test(uuid) || typeof client !== "string") throw new Refused("uuid or client");
  if (!/[+-]\d\d:\d\d$|Z$/.test(startsAt) || Number.isNaN(starts.getTime())) throw new Refused("starts_at");
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 600) throw new Refused("minutes");
  return { uuid, client, given: { starts_at: starts, minutes } };
}

function fieldsOf(client, given) {
  return { client_id: client.id, ...given };
}

function asJson(booking) {
  return {
    uuid: booking.uuid,
    client: booking.code,
    starts_at: booking.starts_at.toISOString(),
    minutes: booking.minutes,
  };
}

function found(database, uuid) {
  return database("bookings")
    .join("clients", "clients.id", "bookings.client_id")
    .where("bookings.uuid", uuid)
    .first("bookings.*", "clients.code", "clients.synthetic");
}

function differs(booking, fields) {
  return Object.entries(fields).some(([name, value]) => String(booking[name]) !== String(value));
}

/** Idempotent by the caller's uuid: 201 when stored, 200 when it was there, 409 when it is another booking. */
export function create({ database, queue }) {
  return async (request, response) => {
    const { uuid, client: code, given } = parse(request.body);
    const client = await database("clients").where({ code }).first();
    if (client === undefined) throw new Refused("no such client");
    const fields = fieldsOf(client, given);
    // One statement: nothing is answered before it is committed.
    const stored = await database("bookings")
      .insert({ uuid, ...fields })
      .onConflict("uuid")
      .ignore()
      .returning("uuid");
    const booking = await found(database, uuid);
    if (stored.length === 0 && differs(booking, fields))
      return response.status(409).json({ error: "this uuid is another booking" });
    if (stored.length > 0) await queue.lPush("reminders", uuid).catch(() => {});
    return response.status(stored.length > 0 ? 201 : 200).json(asJson(booking));
  };
}

export function show({ database }) {
  return async (request, response) => {
    const booking = uuidForm.test(request.params.uuid) ? await found(database, request.params.uuid) : undefined;
    return booking === undefined ? response.status(404).json({ error: "unknown" }) : response.json(asJson(booking));
  };
}

export function remove({ database }) {
  return async (request, response) => {
    const booking = await found(database, request.params.uuid);
    if (booking === undefined) return response.status(404).json({ error: "unknown" });
    if (!booking.synthetic)
      return response.status(403).json({ error: "only a synthetic account's bookings are deleted" });
    await database("reminders").where({ booking: booking.uuid }).delete();
    await database("bookings").where({ uuid: booking.uuid }).delete();
    return response.status(204).end();
  };
}

export function refusals(error, _request, response, next) {
  if (error instanceof Refused || error instanceof SyntaxError) response.status(400).json({ error: error.message });
  else next(error);
}
