import uuid

import pytest

from api import call

ACCOUNT = "T-000001"


@pytest.fixture
def booking():
    """A booking of the synthetic account, deleted when the test ends."""
    body = {"uuid": str(uuid.uuid4()), "client": ACCOUNT, "starts_at": "2026-12-01T09:00:00+03:00", "minutes": 50}
    status, _ = call("POST", "/api/bookings/", body)
    assert status == 201
    yield body
    call("DELETE", f"/api/bookings/{body['uuid']}/")
