import random
import uuid
from datetime import datetime, timedelta, timezone

from django.core.management.base import BaseCommand
from django.db import transaction

from clinic.models import Booking, Client, Note

FIRST_DAY = datetime(2026, 1, 5, 6, tzinfo=timezone.utc)
ZONES = ("Europe/Moscow", "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Vladivostok")
WORDS = ("session", "plan", "sleep", "exercise", "progress", "homework", "next", "topic", "pause", "review")
AT_ONCE = 2000


class Command(BaseCommand):
    help = "Fills an empty database with synthetic clients, bookings and notes: the same ones every time."

    def add_arguments(self, parser):
        parser.add_argument("--clients", type=int, default=200)

    def handle(self, *args, clients, **options):
        if Client.objects.exists():
            self.stdout.write("seed: there are clients already, nothing done")
            return
        dice = random.Random(20260105)
        with transaction.atomic():
            # The account of the smoke tests.
            Client.objects.create(
                code="T-000001", name="Synthetic account", email="smoke@example.invalid", synthetic=True
            )
            for first in range(1, clients + 1, AT_ONCE):
                self.fill(dice, range(first, min(first + AT_ONCE, clients + 1)))
        self.stdout.write(f"seed: {clients} clients")

    def fill(self, dice, numbers):
        people = Client.objects.bulk_create(
            Client(
                code=f"C-{number:06}",
                name=f"Client {number:06}",
                email=f"client{number:06}@example.invalid",
                time_zone=ZONES[number % len(ZONES)],
            )
            for number in numbers
        )
        Booking.objects.bulk_create(self.booking(dice, client) for client in people for _ in range(dice.randrange(1, 6)))
        Note.objects.bulk_create(self.note(dice, client) for client in people for _ in range(dice.randrange(0, 4)))

    def booking(self, dice, client):
        starts_at = FIRST_DAY + timedelta(days=dice.randrange(300), hours=dice.randrange(12))
        return Booking(
            uuid=uuid.UUID(int=dice.getrandbits(128), version=4),
            client=client,
            starts_at=starts_at,
            minutes=dice.choice((50, 50, 80)),
        )

    def note(self, dice, client):
        return Note(
            client=client,
            written_at=FIRST_DAY + timedelta(days=dice.randrange(300)),
            text=" ".join(dice.choices(WORDS, k=dice.randrange(20, 80))),
        )
