# Where the settings lead: the database, and further ones that have migrations of their own. `?`: it could not be asked.
# Run by `manage.py shell -c`, which shares its names with nothing else.
def golive_look():
    import os
    from django.db import connections
    from django.db.migrations.recorder import MigrationRecorder

    place = ("ENGINE", "NAME", "HOST", "PORT")
    mine = connections["default"].settings_dict

    def is_other(theirs):
        # A read-only copy of another one is written to by nobody.
        if theirs["ENGINE"].endswith(".dummy") or (theirs.get("TEST") or {}).get("MIRROR"):
            return False
        # To ask SQLite for a file that is not there makes it.
        if theirs["ENGINE"].endswith("sqlite3") and not os.path.exists(str(theirs["NAME"])):
            return False
        return any(theirs.get(key) != mine.get(key) for key in place)

    print("golive-database=" + str(mine["NAME"]))
    for alias in connections:
        try:
            if is_other(connections[alias].settings_dict) and MigrationRecorder(connections[alias]).applied_migrations():
                print("golive-other=" + alias)
        except Exception:
            print("golive-other=" + alias + "?")
golive_look()
