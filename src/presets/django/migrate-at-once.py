# Asks what is pending, migrates, and asks again: one start of Django instead of three, while the site is closed.
# sys.argv: the path of manage.py. What it finds is told in lines of its own, between what the migrations print.
import contextlib
import io
import os
import re
import runpy
import sys

manage = sys.argv[1]
sys.path.insert(0, os.path.dirname(os.path.abspath(manage)))


def run(*words):
    sys.argv = [manage, *words]
    try:
        runpy.run_path(manage, run_name="__main__")
    except SystemExit as ended:
        if ended.code not in (None, 0):
            raise


def tell(moment):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        run("showmigrations", "--plan", "--no-color")
    print(flush=True)
    for name in re.findall(r"\[ \]\s+(\S+)", said.getvalue()):
        print("golive-%s=%s" % (moment, name), flush=True)
    print("golive-%s-told" % moment, flush=True)


tell("before")
run("migrate", "--noinput", "--no-color", "--verbosity", "1")
tell("left")
