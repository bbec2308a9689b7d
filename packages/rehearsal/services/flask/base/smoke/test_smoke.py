import json
import os
import uuid

from api import call


def test_health():
    status, text = call("GET", "/health/")
    assert (status, json.loads(text)) == (200, {"status": "ok"})


def test_version_is_known():
    status, text = call("GET", "/version/")
    assert status == 200
    version = json.loads(text)["version"]
    assert version == os.environ.get("EXPECTED_VERSION", version)


def test_metrics_name_the_version():
    _, version = call("GET", "/version/")
    status, text = call("GET", "/metrics")
    assert status == 200
    assert f'app_build_info{{version="{json.loads(version)["version"]}"}} 1.0' in text


def test_clients_are_listed():
    status, text = call("GET", "/api/clients/?limit=5")
    assert status == 200
    assert json.loads(text)["clients"]


def test_a_booking_can_be_read(booking):
    status, text = call("GET", f"/api/bookings/{booking['uuid']}/")
    assert status == 200
    assert json.loads(text)["client"] == booking["client"]


def test_a_repeated_booking_is_the_same(booking):
    status, _ = call("POST", "/api/bookings/", booking)
    assert status == 200
    status, _ = call("POST", "/api/bookings/", {**booking, "minutes": 80})
    assert status == 409


def test_the_front_page():
    if os.environ.get("FRONT") == "built":
        status, text = call("GET", "/")
        assert status == 200
        assert "Book a talk" in text


def test_an_unknown_booking_is_not_found():
    status, _ = call("GET", f"/api/bookings/{uuid.uuid4()}/")
    assert status == 404
