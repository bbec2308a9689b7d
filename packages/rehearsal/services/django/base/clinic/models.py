from django.db import models


class Client(models.Model):
    code = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=80)
    email = models.EmailField()
    time_zone = models.CharField(max_length=40, default="Europe/Moscow")
    # True for accounts that belong to the smoke tests; only their bookings may be deleted over the API.
    synthetic = models.BooleanField(default=False)

    class Meta:
        db_table = "clients"


class Booking(models.Model):
    uuid = models.UUIDField(primary_key=True, editable=False)
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="bookings")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=50)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "bookings"


class Note(models.Model):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="notes")
    written_at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        db_table = "notes"
