import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lookAhead,
  readPacked,
  writePacked,
} from '../../../../functions/search/frozen/coding/bit-packing.ts';
import { createByteWriter } from '../../../../functions/search/frozen/coding/byte-writer.ts';
import { readRiceSteps, skipRice } from '../../../../functions/search/frozen/coding/rice-runs.ts';
import { bestParameter, createBitWriter, readRice } from '../../../../functions/search/frozen/coding/rice.ts';
import { readVarint } from '../../../../functions/search/frozen/coding/varint.ts';
import { runs } from './corpus.ts';

/** Mostly small, as gaps are; now and then as large as can be. */
const number = fc.oneof(
  { weight: 8, arbitrary: fc.nat(100) },
  { weight: 2, arbitrary: fc.nat(100_000) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0x7f, 0x80, 2 ** 24, 2 ** 31, 2 ** 32 - 1) },
);

describe('numbers', () => {
  it('come back as they were packed in a block', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 128, maxLength: 128 }), fc.nat(3), (numbers, before) => {
        const writer = createByteWriter(1);
        for (let index = 0; index < before; index++) writer.byte(0xff);
        writePacked(Uint32Array.from(numbers), writer);
        const bytes = writer.written();
        const view = new DataView(Uint8Array.from([...bytes, ...Array(lookAhead).fill(0xff)]).buffer);
        const reader = { bytes, view, offset: before };
        const target = new Uint32Array(before + 128);
        readPacked(reader, target, before);
        expect([...target.subarray(before)]).toEqual(numbers);
        expect(reader.offset).toBe(writer.length());
      }),
      runs(100),
    );
  });

  it('come back from a place that only more than 32 bits can count', () => {
    const writer = createByteWriter(1);
    const numbers = Uint32Array.from({ length: 128 }, (_, index) => index);
    writePacked(numbers, writer);
    const start = 2 ** 29 + 8;
    const bytes = new Uint8Array(start + writer.length() + lookAhead);
    bytes.set(writer.written(), start);
    const target = new Uint32Array(128);
    readPacked({ bytes, view: new DataView(bytes.buffer), offset: start }, target, 0);
    expect(target).toEqual(numbers);
  });

  it('are 0 where a block reaches beyond the end, wherever it begins', () => {
    for (const width of [1, 7, 8, 24])
      for (let offset = 0; offset < 420; offset++) {
        const bytes = new Uint8Array(400).fill(0xff);
        bytes[offset] = width;
        bytes[offset + 1] = 0;
        const view = new DataView(bytes.buffer, 0, 400);
        const target = new Uint32Array(128).fill(9);
        readPacked({ bytes: bytes.subarray(0, 400 - lookAhead), view, offset }, target, 0);
        const isWhole = offset + 2 + width * 16 + lookAhead <= 400;
        const expected = isWhole ? 2 ** width - 1 : 0;
        expect(new Set(target)).toEqual(new Set([expected]));
      }
  });

  it('come back as they were written bit by bit, with whatever parameter', () => {
    fc.assert(
      fc.property(fc.array(number), fc.option(fc.nat(24), { nil: undefined }), (numbers, given) => {
        const k = given ?? bestParameter(Uint32Array.from(numbers), numbers.length);
        const writer = createByteWriter(1);
        const bits = createBitWriter(writer);
        for (const value of numbers) bits.rice(value, k);
        bits.end();
        const reader = { bytes: writer.written(), start: 0, bit: 0 };
        expect(numbers.map(() => readRice(reader, k))).toEqual(numbers);
        expect(Math.ceil(reader.bit / 8)).toBe(writer.length());
      }),
      runs(100),
    );
  });

  it('are passed over, and added up, as they are read one by one', () => {
    fc.assert(
      fc.property(fc.array(number), fc.nat(24), fc.nat(), (numbers, k, some) => {
        const writer = createByteWriter(1);
        const bits = createBitWriter(writer);
        for (const value of numbers) bits.rice(value, k);
        bits.end();
        const skipped = some % (numbers.length + 1);
        const rest = numbers.slice(skipped);
        const reader = { bytes: writer.written(), start: 0, bit: 0 };
        skipRice(reader, k, skipped);
        const places = new Uint32Array(rest.length);
        readRiceSteps(reader, k, rest.length, places);
        let place = 0;
        expect([...places]).toEqual(rest.map((step) => (place += step) % 2 ** 32));
        expect(Math.ceil(reader.bit / 8)).toBe(writer.length());
      }),
      runs(300),
    );
  });

  it('come back as they were written in whole bytes', () => {
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const writer = createByteWriter(1);
        for (const value of numbers) writer.varint(value);
        const reader = { bytes: writer.written(), offset: 0 };
        expect(numbers.map(() => readVarint(reader))).toEqual(numbers);
      }),
      runs(100),
    );
  });
});
