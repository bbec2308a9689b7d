import assert from "node:assert/strict";
import { test } from "node:test";
import { hostsProblem } from "../../../packages/rehearsal/hosts/able.ts";
import { fireText } from "../../../src/services/fires/fire-text.ts";
import { firesIn } from "../../../src/services/fires/fires.ts";
import { whatFires } from "../../../src/services/fires/scripts.ts";
import { readSeen } from "../../../src/services/fires/seen.ts";
import { atSystemd } from "../../hosts/boot-systemd.ts";

/** Timers and crontabs of many shapes, as an administrator makes them. */
const machine = String.raw`
ln -sf /usr/share/zoneinfo/Europe/Moscow /etc/localtime
cd /etc/systemd/system
unit() { printf '[Service]\nType=oneshot\nExecStart=%s\n' "$2" > "$1.service"; }
timer() { printf '[Timer]\n%b\n' "$2" > "$1.timer"; made="$made $1.timer"; }
printf '#!/bin/sh\n# systemctl stop nothing\nset -e\npg_dump --format=custom clinic > /var/backups/x\n' > /root/nightly; chmod +x /root/nightly
unit dump /root/nightly; timer dump 'OnCalendar=*-*-* 02:30:00'
unit spread /bin/true; timer spread 'OnCalendar=*-*-* 01:00:00\nRandomizedDelaySec=2h'
unit early /bin/true; timer early 'OnCalendar=*-*-* 01:00:00\nRandomizedDelaySec=30min'
unit often /bin/true; timer often 'OnActiveSec=10min\nOnUnitActiveSec=15min'
unit once /bin/true; timer once 'OnActiveSec=10min'
unit zoned '/usr/bin/certbot -q renew'; timer zoned 'OnCalendar=*-*-* 12:00\nOnCalendar=*-*-* 01:15 UTC'
unit weekly /bin/true; timer weekly 'OnCalendar=*-01-01 03:00'
timer man-db 'OnCalendar=*:0/5'
timer off 'OnCalendar=*:0/5'; unit off /bin/true
systemctl daemon-reload; systemctl start $made; systemctl stop off.timer
rm -f /etc/cron.d/* /etc/cron.daily/* /etc/cron.hourly/*
printf 'MAILTO=""\n# 0 3 * * * root rm\nSHELL = /bin/sh\n*/30 4 * * *\tpostgres  vacuumdb -a >/dev/null\n0 12 * * * root true\n' > /etc/cron.d/clinic
printf '5 3 * * * root reboot\n' > /etc/crontab
printf '0 * * * * root run-parts --report /etc/cron.hourly\n' >> /etc/crontab
printf '#!/bin/sh\n[ -d /run/systemd/system ] && exit 0\nsystemctl restart x\n' > /etc/cron.hourly/left-to-a-timer
printf '#!/bin/sh\nif [ -d /run/systemd/system ]; then systemctl restart x; fi\n' > /etc/cron.hourly/restarts
chmod +x /etc/cron.hourly/*
printf '# m h\n45 2 * * * PGPASSWORD=secret pg_dump clinic\n@daily true\n' | crontab -u postgres -
printf '50 2 * * * true\n' | crontab -
cron
`;

const from = Date.parse("2026-11-28T23:00:00Z");
const problem = await hostsProblem();

test("what runs by itself on a real machine, and when", { skip: problem ?? false, timeout: 120_000 }, async () => {
  const text = await atSystemd(`${machine}\nset -- ${from / 1000} all\n${whatFires}`);
  assert.doesNotMatch(text, /secret/, "commands stay on the machine");
  const seen = readSeen(text);
  const telling = { zone: "Europe/Moscow", rotated: seen.rotated, known: new Set<string>() };
  const told = firesIn(seen, { from, until: from + 3 * 3_600_000 }).map((fire) => fireText(fire, telling));
  assert.deepEqual(told.map((one) => one.replace(/^.* often/, "often")).toSorted(), [
    "02:00 /etc/cron.hourly/restarts (stops or starts services)",
    "02:00–03:00 spread.timer",
    "02:30 dump.timer (dumps a database: what migrates waits for it)",
    "02:45 line 2 of the crontab of postgres (dumps a database: what migrates waits for it)",
    "02:50 line 1 of the crontab of root",
    "03:05 line 1 of /etc/crontab (stops or starts services)",
    "04:00 /etc/cron.d/clinic (locks tables)",
    "04:15 zoned.timer (renews certificates)",
    "often.timer",
  ]);
});
