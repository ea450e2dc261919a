import { decodeText } from './decodeText';

const bytes = (encoding: BufferEncoding, text: string, mark: number[] = []) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)]);
const swapped = (buffer: Buffer) => Buffer.from(buffer).swap16();
const text = 'Rec\tTemp (°C)\r\n1\t24.6\r\n2\t24.7\r\n';
const read = { text: 'Rec\tTemp (°C)\n1\t24.6\n2\t24.7\n' };

test.each([
  ['UTF-8', bytes('utf8', text)],
  ['UTF-8 with its mark', bytes('utf8', text, [0xef, 0xbb, 0xbf])],
  ['UTF-16 little end first, with its mark', bytes('utf16le', text, [0xff, 0xfe])],
  ['UTF-16 big end first, with its mark', swapped(bytes('utf16le', text, [0xff, 0xfe]))],
  ['UTF-16 little end first, without a mark', bytes('utf16le', text)],
  ['UTF-16 big end first, without a mark', swapped(bytes('utf16le', text))],
  ['Latin-1', bytes('latin1', text)],
])('a file in %s is read', (_, file) => {
  expect(decodeText(file)).toEqual(read);
});

test('line ends of any kind are line ends', () => {
  expect(decodeText(Buffer.from('a\r\nb\rc\nd\r\r\ne'))).toEqual({ text: 'a\nb\nc\nd\ne' });
});

test('zero bytes are no text: a disk that was full leaves them', () => {
  expect(decodeText(Buffer.from('Rec\tVolts\n1\t3.3\n\0\0\0\0'))).toEqual({
    problem: 'it holds zero bytes: it is no text, or was cut',
  });
});
