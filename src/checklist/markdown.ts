/** Text from outside as Markdown that shows it as it is: no markup, no mentions, no links, one line. */
export function plain(text: string, most = 300): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const cut = line.length > most ? `${line.slice(0, most - 1)}…` : line;
  return (
    cut
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll(/([\\`*_{}[\]()#+!|~$])/g, "\\$1")
      // GitHub looks for mentions and references after it has read the entities: a zero-width space parts them.
      .replaceAll("@", "&#64;&#8203;")
      .replaceAll(/\\#(?=\d)/g, "\\#&#8203;")
      .replaceAll(/\b(https?|www)(:\/\/|\.)/gi, "$1&#8203;$2")
  );
}

/** Inline code that cannot be closed from inside. */
export function code(text: string): string {
  return `\`${text.replaceAll("`", "ʼ").replaceAll("|", "¦").replaceAll(/\s+/g, " ")}\``;
}
