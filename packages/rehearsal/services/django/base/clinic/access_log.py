import json

from django.conf import settings


class LogRequests:
    """One line by request, with its id and the release. No address and no path: they would name people."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        request_id = request.headers.get("X-Request-ID")
        if request_id:
            line = {
                "request": request_id[:200],
                "method": request.method,
                "status": response.status_code,
                "version": settings.VERSION,
            }
            print(json.dumps(line), flush=True)
        return response
