from django.db.models import Count
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from clinic.models import Client


def as_json(client):
    return {"code": client.code, "time_zone": client.time_zone, "synthetic": client.synthetic}


@require_GET
def index(request):
    """A page of clients in the order of their codes; `after` is the last code of the page before."""
    try:
        limit = min(int(request.GET.get("limit", 20)), 200)
    except ValueError:
        return JsonResponse({"error": "limit is not a number"}, status=400)
    page = Client.objects.filter(code__gt=request.GET.get("after", "")).order_by("code")[: max(limit, 0)]
    return JsonResponse({"clients": [as_json(client) for client in page]})


@require_GET
def detail(request, code):
    counted = Client.objects.annotate(
        booking_count=Count("bookings", distinct=True), note_count=Count("notes", distinct=True)
    )
    client = get_object_or_404(counted, code=code)
    return JsonResponse({**as_json(client), "bookings": client.booking_count, "notes": client.note_count})
