/** Marks a text of the admin where it is written, if it is translated elsewhere: `const tabs = [msg('Posts')]`, then `t(tab)`. */
export function msg<Message extends string>(message: Message): Message {
  return message;
}
