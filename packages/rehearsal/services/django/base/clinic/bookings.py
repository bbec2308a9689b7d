import json
import uuid
from datetime import datetime

from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from clinic.models import Booking, Client


def as_json(booking):
    return {
        "uuid": str(booking.uuid),
        "client": booking.client.code,
        "starts_at": booking.starts_at.isoformat(),
        "minutes": booking.minutes,
    }


def parse(body):
    data = json.loads(body)
    starts_at = datetime.fromisoformat(data["starts_at"])
    if starts_at.tzinfo is None:
        raise ValueError("starts_at has no offset")
    minutes = int(data.get("minutes", 50))
    if not 1 <= minutes <= 600:
        raise ValueError("minutes is out of range")
    return uuid.UUID(data["uuid"]), str(data["client"]), {"starts_at": starts_at, "minutes": minutes}


def fields_of(client, given):
    return {"client": client, **given}


@require_POST
def create(request):
    """Idempotent by the caller's uuid: 201 when stored, 200 when it was there, 409 when it is another booking."""
    try:
        key, code, given = parse(request.body)
    except (KeyError, TypeError, ValueError) as problem:
        return JsonResponse({"error": type(problem).__name__}, status=400)
    client = Client.objects.filter(code=code).first()
    if client is None:
        return JsonResponse({"error": "no such client"}, status=400)
    fields = fields_of(client, given)
    # The block ends with the commit; nothing is answered before it.
    with transaction.atomic():
        booking, created = Booking.objects.get_or_create(uuid=key, defaults=fields)
    if not created and any(getattr(booking, name) != value for name, value in fields.items()):
        return JsonResponse({"error": "this uuid is another booking"}, status=409)
    return JsonResponse(as_json(booking), status=201 if created else 200)


@require_http_methods(["GET", "DELETE"])
def detail(request, booking):
    found = get_object_or_404(Booking.objects.select_related("client"), uuid=booking)
    if request.method == "GET":
        return JsonResponse(as_json(found))
    if not found.client.synthetic:
        return JsonResponse({"error": "only a synthetic account's bookings are deleted"}, status=403)
    found.delete()
    return HttpResponse(status=204)
