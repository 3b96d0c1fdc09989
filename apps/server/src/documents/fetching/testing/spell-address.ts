/** Every way to write one IPv4 address into the host of a URL that a parser is known to understand. */
export function spellIpv4(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const number = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number, digits = 1): string => value.toString(16).padStart(digits, '0');
  const octal = (value: number): string => `0${value.toString(8)}`;
  return [
    address,
    `${address}.`,
    String(number),
    `0x${hex(number)}`,
    `0X${hex(number, 12).toUpperCase()}`,
    octal(number),
    [a, b, c, d].map(octal).join('.'),
    [a, b, c, d].map((part) => `000${octal(part)}`).join('.'),
    [a, b, c, d].map((part) => `0x${hex(part)}`).join('.'),
    `${a}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `${octal(a)}.0x${hex(b)}.${c}.${octal(d)}`,
    [...address].map((character) => `%${hex(character.charCodeAt(0), 2)}`).join(''),
    [...address]
      .map((character) => (character === '.' ? '.' : String.fromCharCode(0xff10 + Number(character))))
      .join(''),
    address.replaceAll('.', '\u3002'),
    `[::ffff:${address}]`,
    `[::ffff:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
    `[0:0:0:0:0:FFFF:${address}]`,
    `[::${address}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${address}]`,
    `[2002:${hex(a * 256 + b)}:${hex(c * 256 + d)}::1]`,
    `[2001:0:${hex(a * 256 + b)}:${hex(c * 256 + d)}::1]`,
    `[2001:0::${hex(0xffff - (a * 256 + b))}:${hex(0xffff - (c * 256 + d))}]`,
    `[::ffff:0:${address}]`,
  ];
}
