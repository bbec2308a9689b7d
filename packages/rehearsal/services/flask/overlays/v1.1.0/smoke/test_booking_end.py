import json
from datetime import datetime, timedelta

from api import call


def test_a_booking_says_when_it_ends(booking):
    status, text = call("GET", f"/api/bookings/{booking['uuid']}/")
    assert status == 200
    found = json.loads(text)
    length = datetime.fromisoformat(found["ends_at"]) - datetime.fromisoformat(found["starts_at"])
    assert length == timedelta(minutes=booking["minutes"])
