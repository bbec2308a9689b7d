type Environment = Readonly<Record<string, string | undefined>>;

// Where programs are found, who somebody is, how they read and write; how a machine reaches the network.
const plain = [
  ...["PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TZDIR"],
  ...["XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"],
  ...["DBUS_SESSION_BUS_ADDRESS", "DOCKER_HOST", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR"],
  ...["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy"],
  ...["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY", "NO_PROXY"],
];
const forSsh = ["SSH_AUTH_SOCK", "KRB5CCNAME", "RUNNER_TRACKING_ID"];

/**
 * What a command on this machine gets of golive's own environment: an allow-list. An action's environment holds its
 * inputs, the key among them, and the runner's tokens; what a release runs has no business with these.
 */
export function plainEnvironment(own: Environment): Record<string, string> {
  return chosen(own, (name) => plain.includes(name) || /^LC_[A-Z]+$/.test(name));
}

/** The same for the OpenSSH client: an agent holds the key where the plan names none, and the runner ends what it left. */
export function sshEnvironment(own: Environment): Record<string, string> {
  return { ...plainEnvironment(own), ...chosen(own, (name) => forSsh.includes(name)) };
}

function chosen(own: Environment, wanted: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) => (value !== undefined && wanted(name) ? [[name, value]] : [])),
  );
}
