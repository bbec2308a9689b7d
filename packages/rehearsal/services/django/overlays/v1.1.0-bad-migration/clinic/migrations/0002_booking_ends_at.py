from datetime import timedelta

from django.db import migrations, models


def backfill(apps, schema_editor):
    booking = apps.get_model("clinic", "Booking")
    half = booking.objects.count() // 2
    for done, row in enumerate(booking.objects.order_by("uuid").iterator()):
        if done >= half:
            raise RuntimeError(f"backfill stopped after {done} rows")
        booking.objects.filter(pk=row.pk).update(ends_at=row.starts_at + timedelta(minutes=row.minutes))


class Migration(migrations.Migration):
    # Not atomic, as a long backfill often is: what was done before the failure stays.
    atomic = False
    dependencies = [("clinic", "0001_initial")]
    operations = [
        migrations.AddField("booking", "ends_at", models.DateTimeField(null=True)),
        migrations.RunPython(backfill, migrations.RunPython.noop),
        migrations.AlterField("booking", "ends_at", models.DateTimeField()),
    ]
