const asJson = ({ code, time_zone, synthetic }) => ({ code, time_zone, synthetic });

/** A page of clients in the order of their codes; `after` is the last code of the page before. */
export function index({ database }) {
  return async (request, response) => {
    const limit = Number(request.query.limit ?? 20);
    if (!Number.isInteger(limit)) return response.status(400).json({ error: "limit is not a number" });
    const page = await database("clients")
      .where("code", ">", String(request.query.after ?? ""))
      .orderBy("code")
      .limit(Math.min(Math.max(limit, 0), 200));
    return response.json({ clients: page.map(asJson) });
  };
}
