/** sshd let go of the connection before a word, as it does where many begin at once (MaxStartups): nothing was begun. */
export const turnedAway =
  /kex_exchange_identification: (Connection closed by remote host|read: Connection reset by peer)/;
