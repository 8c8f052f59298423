import { readRiceSteps, skipRice } from '../coding/rice-runs.ts';
import { type BitReader, parameterAt } from '../coding/rice.ts';
import { type Reader, readVarint } from '../coding/varint.ts';

/** Reads the positions of one posting of a block after the other. */
export class BlockPositions {
  /** What was read last, ascending from the start on. */
  read: Uint32Array = new Uint32Array(16);
  private readonly bytes: Uint8Array;
  private start = 0;
  /** Undefined where a block is too short for one: its steps are varints. */
  private parameter: number | undefined;
  /** Bits from the start on; of varints, bytes. */
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** To those of the first posting of a block. */
  enter(start: number, hasParameter: boolean): void {
    this.parameter = hasParameter ? parameterAt(this.bytes, start) : undefined;
    this.start = hasParameter ? start + 1 : start;
    this.at = 0;
  }

  /** Passes over so many, and reads as many as the next posting has. */
  readBehind(skipped: number, count: number): void {
    if (this.read.length < count) this.read = new Uint32Array(count * 2);
    if (this.parameter === undefined) {
      byteReader.bytes = this.bytes;
      byteReader.offset = this.start + this.at;
      for (let left = skipped; left > 0; left--) readVarint(byteReader);
      let position = 0;
      for (let index = 0; index < count; index++) this.read[index] = position += readVarint(byteReader);
      this.at = byteReader.offset - this.start;
    } else {
      bitReader.bytes = this.bytes;
      bitReader.start = this.start;
      bitReader.bit = this.at;
      skipRice(bitReader, this.parameter, skipped);
      readRiceSteps(bitReader, this.parameter, count, this.read);
      this.at = bitReader.bit;
    }
  }
}

const byteReader: Reader = { bytes: new Uint8Array(), offset: 0 };
const bitReader: BitReader = { bytes: new Uint8Array(), start: 0, bit: 0 };
