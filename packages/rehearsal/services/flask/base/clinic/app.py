import hashlib
import json
from functools import lru_cache

from flask import Flask, jsonify, request
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from clinic import bookings, settings
from clinic.database import Session
from clinic.models import Client

REQUESTS = Counter("http_requests", "Requests answered", ["method", "status"])
Gauge("app_build_info", "The release that runs", ["version"]).labels(version=settings.VERSION).set(1)
PAGE = settings.BASE_DIR / "pages" / "front.html"
MANIFEST = settings.BASE_DIR / "built" / "manifest.json"

app = Flask(__name__)
app.register_blueprint(bookings.pages)


def key_of(page):
    return hashlib.sha256(page.encode()).hexdigest()


@lru_cache(maxsize=1)
def manifest():
    """What `ops/compress.py` built, read once for a process: a page that is not in it cannot be shown."""
    return json.loads(MANIFEST.read_text(encoding="utf-8"))


@app.after_request
def observe(response):
    REQUESTS.labels(method=request.method, status=str(response.status_code)).inc()
    request_id = request.headers.get("X-Request-ID")
    if request_id:
        # No address and no path: they would name people.
        line = {"request": request_id[:200], "method": request.method, "status": response.status_code}
        print(json.dumps({**line, "version": settings.VERSION}), flush=True)
    return response


@app.get("/")
def front():
    page = PAGE.read_text(encoding="utf-8")
    return f'<link rel="stylesheet" href="/static/{manifest()[key_of(page)]}">{page}'


@app.get("/health/")
def health():
    try:
        with Session() as session:
            session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return jsonify(status="no database"), 503
    return jsonify(status="ok")


@app.get("/version/")
def version():
    return jsonify(version=settings.VERSION)


@app.get("/metrics")
def metrics():
    return generate_latest(), 200, {"Content-Type": CONTENT_TYPE_LATEST}


@app.get("/api/clients/")
def clients():
    """A page of clients in the order of their codes; `after` is the last code of the page before."""
    limit = min(max(request.args.get("limit", 20, type=int), 0), 200)
    with Session() as session:
        found = session.query(Client).filter(Client.code > request.args.get("after", "")).order_by(Client.code)
        page = [{"code": one.code, "time_zone": one.time_zone, "synthetic": one.synthetic} for one in found.limit(limit)]
    return jsonify(clients=page)
