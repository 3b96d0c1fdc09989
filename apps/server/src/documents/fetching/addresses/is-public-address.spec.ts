import { networkInterfaces } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spellIpv4 } from '../testing/spell-address.ts';
import { UrlFetcher } from '../url-fetcher.ts';
import { isPublicAddress } from './is-public-address.ts';

/** By hand from IANA's registries, not from the code: first and last address of each range. */
const INTERNAL_IPV4 = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '239.255.255.255'],
  ['240.0.0.0', '255.255.255.255'],
] as const;

const INTERNAL_IPV6 = [
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::8.8.8.8',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:10::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  '2606:4700::1%eth0',
  'fec0::1',
  'ff02::1',
];

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
].concat(['172.32.0.0', '192.0.1.1', '198.17.255.255', '223.255.255.255', '2606:4700:4700::1111', '2a00:1450::200e']);

const toNumber = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const toAddress = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
const between = (first: string, last: string) =>
  fc.integer({ min: toNumber(first), max: toNumber(last) }).map(toAddress);
const fetcher = new UrlFetcher();
const passes = (host: string): boolean => {
  try {
    fetcher.check(`http://${host}/`);
    return true;
  } catch {
    return false;
  }
};

describe('isPublicAddress', () => {
  it.each(INTERNAL_IPV4)('refuses %s to %s', (first, last) => {
    expect([first, last].map(isPublicAddress)).toEqual([false, false]);
  });
  it.each(INTERNAL_IPV6)('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(['', 'localhost', '127.1', '0x7f000001', '1.1.1.1 ', '[::1]'])('refuses %j: it is no address', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
  it.each(PUBLIC)('takes %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it('refuses what this machine listens on', () => {
    const own = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
    expect(own.filter(isPublicAddress)).toEqual([]);
    expect(own.length).toBeGreaterThan(0);
  });
});

describe('no spelling passes', () => {
  it.each(INTERNAL_IPV4)('of an address from %s to %s', (first, last) => {
    fc.assert(
      fc.property(between(first, last), (address) => {
        expect(spellIpv4(address).filter(passes)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('of an address outside 2000::/3', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const first = group.filter((value) => value >>> 13 !== 1);
    fc.assert(
      fc.property(first, fc.array(group, { minLength: 7, maxLength: 7 }), fc.boolean(), (head, tail, upper) => {
        const literal = [head, ...tail].map((value) => value.toString(16)).join(':');
        expect(passes(`[${upper ? literal.toUpperCase() : literal}]`)).toBe(false);
      }),
    );
  });

  it('and every plain spelling of a public one does', () => {
    const plain = spellIpv4('93.184.215.14').filter((host) => !host.startsWith('['));
    expect(plain.filter((host) => !passes(host))).toEqual([]);
  });
});
