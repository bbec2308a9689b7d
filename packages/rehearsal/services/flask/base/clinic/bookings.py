import uuid
from datetime import datetime, timezone

from flask import Blueprint, jsonify, request
from sqlalchemy.exc import IntegrityError

from clinic.database import Session
from clinic.models import Booking, Client

pages = Blueprint("bookings", __name__)


def as_json(booking):
    return {
        "uuid": booking.uuid,
        "client": booking.client.code,
        "starts_at": booking.starts_at.replace(tzinfo=timezone.utc).isoformat(),
        "minutes": booking.minutes,
    }


def parse(data):
    starts_at = datetime.fromisoformat(data["starts_at"].replace("Z", "+00:00"))
    if starts_at.tzinfo is None:
        raise ValueError("starts_at has no offset")
    minutes = int(data.get("minutes", 50))
    if not 1 <= minutes <= 600:
        raise ValueError("minutes is out of range")
    # As exactly as the column keeps it.
    starts_at = starts_at.astimezone(timezone.utc).replace(tzinfo=None, microsecond=0)
    return str(uuid.UUID(data["uuid"])), str(data["client"]), {"starts_at": starts_at, "minutes": minutes}


def fields_of(client, given):
    return {"client_id": client.id, **given}


@pages.post("/api/bookings/")
def create():
    """Idempotent by the caller's uuid: 201 when stored, 200 when it was there, 409 when it is another booking."""
    try:
        key, code, given = parse(request.get_json())
    except (KeyError, TypeError, ValueError) as problem:
        return jsonify(error=type(problem).__name__), 400
    with Session() as session:
        client = session.query(Client).filter_by(code=code).first()
        if client is None:
            return jsonify(error="no such client"), 400
        fields = fields_of(client, given)
        booking = session.get(Booking, key)
        if booking is None:
            booking = Booking(uuid=key, **fields)
            session.add(booking)
            try:
                # Nothing is answered before the commit.
                session.commit()
                return jsonify(as_json(booking)), 201
            except IntegrityError:
                session.rollback()
                booking = session.get(Booking, key)
        if any(getattr(booking, name) != value for name, value in fields.items()):
            return jsonify(error="this uuid is another booking"), 409
        return jsonify(as_json(booking)), 200


@pages.get("/api/bookings/<uuid:key>/")
def show(key):
    with Session() as session:
        booking = session.get(Booking, str(key))
        return (jsonify(error="unknown"), 404) if booking is None else jsonify(as_json(booking))


@pages.delete("/api/bookings/<uuid:key>/")
def remove(key):
    with Session() as session:
        booking = session.get(Booking, str(key))
        if booking is None:
            return jsonify(error="unknown"), 404
        if not booking.client.synthetic:
            return jsonify(error="only a synthetic account's bookings are deleted"), 403
        session.delete(booking)
        session.commit()
        return "", 204
