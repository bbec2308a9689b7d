# What git was writing when its host lost power stays locked. While a git runs that works here, or may, it is its lock.
g=$(git -C "$1" rev-parse --absolute-git-dir 2>/dev/null) || exit 0
w=${g%/.git}
locks() { find "$g" -name '*.lock' -type f -not -path "$g/objects/*"; }
works_here() {
  read -r name 2>/dev/null < "$1/comm" || return 1
  case "$name" in git|git-*) ;; *) return 1 ;; esac
  case " $(tr '\0' ' ' 2>/dev/null < "$1/cmdline")" in *" $w"*|*" $g"*) return 0 ;; esac
  at=$(readlink "$1/cwd") || return 0
  case "$at/" in "$w"/*|"$g"/*) return 0 ;; esac
  return 1
}
busy() { for p in /proc/[0-9]*; do ! works_here "$p" || return 0; done; return 1; }
[ -n "$(locks)" ] || exit 0
n=0
while busy; do [ "$n" -lt 600 ] || exit 0; n=$((n + 1)); sleep 0.1; done
locks | while IFS= read -r f; do rm -f -- "$f"; done
