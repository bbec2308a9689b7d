// The least that is a service: one process that answers with what lies in the checkout when it was started.
const service = `#!/bin/sh
# The unit's manager, as far as a deploy asks it.
case "$1" in
  show)
    [ -e "$HOME/pid" ] && kill -0 "$(cat "$HOME/pid")" 2>/dev/null && s=active || s=inactive
    printf 'LoadState=loaded\\nActiveState=%s\\n' "$s" ;;
  stop) [ ! -e "$HOME/pid" ] || { kill "$(cat "$HOME/pid")" 2>/dev/null; rm -f "$HOME/pid"; } ;;
  start)
    head='HTTP/1.0 200 OK\\r\\nContent-Type: application/json\\r\\nConnection: close\\r\\n\\r\\n'
    printf "$head"'{"version": "%s"}' "$(cat "$LIVE/VERSION")" > "$HOME/answer"
    setsid socat "TCP-LISTEN:$PORT,bind=127.0.0.1,reuseaddr,fork" "EXEC:sh $BIN/answer" < /dev/null > /dev/null 2>&1 &
    echo $! > "$HOME/pid" ;;
esac
`;
const answer = `while IFS= read -r line && [ "\${#line}" -gt 1 ]; do :; done; cat "$HOME/answer"\n`;
// Packages that are the same for both tools and cost the network nothing.
const npm = `#!/bin/sh\nmkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json\n`;

// The page's address is one for all hosts of a plan, and here they are one machine: each is led to its own port.
const curl = '#!/bin/sh\nexec /usr/bin/curl -q --connect-to "::127.0.0.1:$PORT" "$@"\n';

/** By the names under which every host finds them. */
export const programs = { systemctl: service, answer, npm, curl } as const;
