from datetime import timedelta

from django.db import migrations, models
from django.db.models import DurationField, ExpressionWrapper, F, Value


def backfill(apps, schema_editor):
    booking = apps.get_model("clinic", "Booking")
    length = ExpressionWrapper(F("minutes") * Value(timedelta(minutes=1)), output_field=DurationField())
    booking.objects.update(
        ends_at=ExpressionWrapper(F("starts_at") + length, output_field=models.DateTimeField())
    )


class Migration(migrations.Migration):
    dependencies = [("clinic", "0001_initial")]
    operations = [
        migrations.AddField("booking", "ends_at", models.DateTimeField(null=True)),
        migrations.RunPython(backfill, migrations.RunPython.noop),
        # Required from here on: the release before this one cannot write bookings into this schema,
        # so going back takes the database as well as the code.
        migrations.AlterField("booking", "ends_at", models.DateTimeField()),
    ]
