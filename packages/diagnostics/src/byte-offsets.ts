/** One checkpoint is kept for so many UTF-16 code units: a look-up then reads at most that much text. */
const stride = 1024;

/**
 * Converts between UTF-16 offsets, which Deodar uses, and offsets into the UTF-8 form of the same text, which Cedar's
 * reference implementation reports. A lone surrogate counts three bytes, as the replacement character that encoders
 * put in its place does.
 *
 * Nothing is computed before the first question; that one reads the text once, every later one a bounded piece of it.
 */
export class ByteOffsets {
  readonly text: string;
  #checkpoints: readonly number[] | undefined;

  /** @param text the source, as JavaScript holds it */
  constructor(text: string) {
    this.text = text;
  }

  /** How many bytes the whole text takes in UTF-8. */
  get byteLength(): number {
    return this.toBytes(this.text.length);
  }

  /**
   * The UTF-8 offset of a UTF-16 offset. One between the halves of a surrogate pair counts as the pair's start, one
   * outside the text as the nearer end.
   */
  toBytes(offset: number): number {
    const { text } = this;
    const clamped = Math.min(Math.max(offset, 0), text.length);
    const target = splitsPair(text, clamped) ? clamped - 1 : clamped;
    const block = Math.floor(target / stride);
    let bytes = this.#blocks()[block] ?? 0;
    for (let index = blockStart(text, block); index < target; ) {
      const size = byteSize(text, index);
      bytes += size;
      index += size === 4 ? 2 : 1;
    }
    return bytes;
  }

  /**
   * The UTF-16 offset of a UTF-8 offset. One inside a character's bytes counts as the character's start, one outside
   * the text as the nearer end.
   */
  fromBytes(byteOffset: number): number {
    const { text } = this;
    const checkpoints = this.#blocks();
    let low = 0;
    let high = checkpoints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((checkpoints[middle] ?? 0) <= byteOffset) low = middle;
      else high = middle - 1;
    }
    let bytes = checkpoints[low] ?? 0;
    let index = blockStart(text, low);
    while (index < text.length) {
      const size = byteSize(text, index);
      if (bytes + size > byteOffset) return index;
      bytes += size;
      index += size === 4 ? 2 : 1;
    }
    return text.length;
  }

  /** Entry `n` is the UTF-8 offset of the first character that starts at or after `n * stride`. */
  #blocks(): readonly number[] {
    this.#checkpoints ??= countBlocks(this.text);
    return this.#checkpoints;
  }
}

function countBlocks(text: string): readonly number[] {
  const checkpoints: number[] = [];
  let bytes = 0;
  for (let index = 0; index < text.length; ) {
    if (index >= checkpoints.length * stride) checkpoints.push(bytes);
    const size = byteSize(text, index);
    bytes += size;
    index += size === 4 ? 2 : 1;
  }
  if (text.length >= checkpoints.length * stride) checkpoints.push(bytes);
  return checkpoints;
}

function blockStart(text: string, block: number): number {
  const start = block * stride;
  return splitsPair(text, start) ? start + 1 : start;
}

/** Whether this offset lies between the two halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));
}

/** How many bytes the character that starts at this index takes; 4 exactly for a surrogate pair. */
function byteSize(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return isHigh(unit) && isLow(text.charCodeAt(index + 1)) ? 4 : 3;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
