"""Fills an empty database with synthetic clients and bookings: the same ones every time."""
import random
import sys
import uuid
from datetime import datetime, timedelta

from clinic.database import Session
from clinic.models import Booking, Client

FIRST_DAY = datetime(2026, 1, 5, 6)
ZONES = ("Europe/Moscow", "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Vladivostok")
dice = random.Random(20260105)


def booking(client):
    return Booking(
        uuid=str(uuid.UUID(int=dice.getrandbits(128), version=4)),
        client=client,
        starts_at=FIRST_DAY + timedelta(days=dice.randrange(300), hours=dice.randrange(12)),
        minutes=dice.choice((50, 50, 80)),
    )


with Session() as session:
    if session.query(Client).first() is None:
        session.add(Client(code="T-000001", name="Synthetic account", email="smoke@example.invalid", synthetic=True))
        for number in range(1, int(sys.argv[1]) + 1):
            client = Client(
                code=f"C-{number:06}",
                name=f"Client {number:06}",
                email=f"client{number:06}@example.invalid",
                time_zone=ZONES[number % len(ZONES)],
            )
            session.add(client)
            session.add_all(booking(client) for _ in range(dice.randrange(1, 6)))
        session.commit()
