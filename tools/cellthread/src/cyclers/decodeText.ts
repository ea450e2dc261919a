/** What a file's bytes say, or why that cannot be told. */
export type Decoded = { text: string } | { problem: string };

/** Byte order marks and the encoding they name. */
const marks: Array<[mark: number[], encoding: string]> = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** UTF-16 without a mark: of mostly ASCII text every other byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096);
  const zeros = (odd: number) => head.filter((byte, index) => index % 2 === odd && byte === 0).length;
  const half = head.length / 2;
  if (zeros(1) > 0.4 * half && zeros(0) < 0.1 * half) {
    return 'utf-16le';
  }
  return zeros(0) > 0.4 * half && zeros(1) < 0.1 * half ? 'utf-16be' : undefined;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Text of an export: by its byte order mark, as UTF-16 if every other byte is zero, as UTF-8 if it is that, else as
 * Windows-1252. Line ends of any kind become `\n`; the mark is left out.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1];
  const encoding = marked ?? unmarkedUtf16(bytes);
  const text = encoding
    ? new TextDecoder(encoding).decode(bytes)
    : (utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes));
  if (text.includes('\0')) {
    return { problem: 'it holds zero bytes: it is no text, or was cut' };
  }
  return { text: text.replace(/\r+\n|\r/g, '\n') };
}
