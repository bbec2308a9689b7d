import time

from django.conf import settings
from prometheus_client import Counter, Gauge, Histogram

REQUESTS = Counter("http_requests", "Requests answered", ["method", "status"])
SECONDS = Histogram("http_request_seconds", "Time to answer a request")
# A gauge set to 1 and not an Info: it stays usable when several processes serve.
BUILD = Gauge("app_build_info", "The release that runs", ["version"])
BUILD.labels(version=settings.VERSION).set(1)


class CountRequests:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        start = time.monotonic()
        response = self.get_response(request)
        SECONDS.observe(time.monotonic() - start)
        REQUESTS.labels(method=request.method, status=str(response.status_code)).inc()
        return response
