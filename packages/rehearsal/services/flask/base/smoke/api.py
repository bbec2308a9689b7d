import json
import os
import urllib.error
import urllib.request

BASE_URL = os.environ["BASE_URL"].rstrip("/")


def call(method, path, body=None):
    """Returns (status, text); an error status is an answer, not an exception."""
    request = urllib.request.Request(
        BASE_URL + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
