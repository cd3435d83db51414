import PostalMime from 'postal-mime';

export type ReadMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly link: string;
};

/** A message file as its reader sees it, with the link in it. */
export async function readMail(eml: string): Promise<ReadMail> {
  const mail = await PostalMime.parse(eml);
  const text = mail.text ?? '';
  return {
    to: mail.to?.[0]?.address ?? '',
    subject: mail.subject ?? '',
    text,
    html: mail.html ?? '',
    link: /https?:\/\/\S+/.exec(text)?.[0] ?? '',
  };
}
