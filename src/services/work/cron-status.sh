# A name with a dot is no crontab for cron, so the renamed file is not read; the rename is atomic both ways. $1 file.
if [ -f "$1" ]; then exit 0; elif [ -f "$1.golive-paused" ]; then exit 3; else exit 1; fi
