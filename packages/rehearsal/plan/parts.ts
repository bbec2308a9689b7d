// What the plans of both productions have in common.

import { DateTime } from "luxon";
import type { SmokeCheck } from "../services/kind.ts";

/** A window that has just opened, so that the launch need not wait for the night. */
export function openWindow() {
  const opened = DateTime.now().setZone("Europe/Moscow").minus({ minutes: 5 });
  const at = (minutes: number) => opened.plus({ minutes }).toFormat("HH:mm");
  return { start: at(0), end: at(120), schedule: { backup: at(0), deploy: at(15), verify: at(75) } };
}

export const systemCheck = {
  id: "system-check",
  title: "Django finds nothing to complain about",
  when: "after-migrate",
  run: [".venv/bin/python", "manage.py", "check"],
  "on-rollback": "skip",
};

/** What the restored backup has to hold. */
export const restoreRules = {
  rules: [
    { table: "clients", "least-rows": 10 },
    { table: "bookings", newest: { column: "created_at", within: "2h" } },
  ],
};

/** The release on a port of its own, with the restored database, and its smoke tests against it. */
export function trialOn(port: number): Record<string, unknown> {
  const site = `http://127.0.0.1:${port}`;
  const gunicorn = [".venv/bin/python", "-m", "gunicorn", "psychology.wsgi:application"];
  return {
    settings: { PGDATABASE: "{database}" },
    start: {
      run: [...gunicorn, "--bind", `127.0.0.1:${port}`, "--worker-class", "gthread", "--threads", "4"],
      health: `${site}/health/`,
      within: "30s",
    },
    tests: [smokeCheck({ id: "trial-smoke", title: "Smoke tests", host: "app-1", site })],
  };
}

export function smokeCheck({ id, title, host, site }: SmokeCheck): Record<string, unknown> {
  return { kind: "smoke", id, title, host, path: "smoke", "least-tests": 5, env: { BASE_URL: site } };
}
