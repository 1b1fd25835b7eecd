// @ts-check
// Reads WebAssembly's binary format as far as the build needs it.

const ids = ["", "type", "import", "function", "table", "memory", "global", "export", "start", "element", "code", "data"];

export class Reader {
  /** @param {Uint8Array} bytes @param {number} place @param {number} end */
  constructor(bytes, place, end = bytes.length) {
    this.bytes = bytes;
    this.start = place;
    this.place = place;
    this.end = end;
  }

  atEnd() {
    return this.place >= this.end;
  }

  byte() {
    return this.bytes[this.place++];
  }

  /** A number in LEB128. */
  unsigned() {
    for (let [number, factor] = [0, 1]; ; factor *= 128) {
      const byte = this.byte();
      number += (byte & 127) * factor;
      if (byte < 128) return number;
    }
  }

  /** A signed number in LEB128, of at most 32 bits. */
  signed() {
    for (let [number, shift] = [0, 0]; ; ) {
      const byte = this.byte();
      number |= (byte & 127) << shift;
      shift += 7;
      if (byte >= 128) continue;
      return shift < 32 && byte & 64 ? number | (-1 << shift) : number;
    }
  }

  name() {
    const length = this.unsigned();
    this.place += length;
    return Buffer.from(this.bytes.subarray(this.place - length, this.place)).toString();
  }

  /** The ranges of the sections, by name. A range starts after the section's length and, in a custom section, after its name. */
  sections() {
    const sections = new Map();
    while (!this.atEnd()) {
      const [id, length] = [this.byte(), this.unsigned()];
      const end = this.place + length;
      const name = id === 0 ? this.name() : ids[id];
      sections.set(name, { start: this.place, end });
      this.place = end;
    }
    return sections;
  }

  importedFunctions() {
    let functions = 0;
    for (let left = this.unsigned(); left > 0; left -= 1) {
      this.name();
      this.name();
      const kind = this.byte();
      if (kind === 0) functions += 1;
      if (kind === 0) this.unsigned(); // the type
      else if (kind === 3) this.place += 2; // a global's type, and whether it changes
      else this.limits(kind);
    }
    return functions;
  }

  /** @param {number} kind of a table or of a memory */
  limits(kind) {
    if (kind === 1) this.byte(); // the type of the elements
    if ((this.unsigned() & 1) === 1) this.unsigned();
    this.unsigned();
  }

  exportedFunctions() {
    const exported = [];
    for (let left = this.unsigned(); left > 0; left -= 1) {
      const [name, kind, index] = [this.name(), this.byte(), this.unsigned()];
      if (kind === 0) exported.push({ name, index });
    }
    return exported;
  }

  /** The functions' bodies, with their offsets in the section. @param {number} imported the number of imported functions, which have the first indexes */
  bodies(imported) {
    return Array.from({ length: this.unsigned() }, (_, index) => {
      const size = this.unsigned();
      const start = this.place - this.start;
      this.place += size;
      return { index: imported + index, start, end: start + size };
    });
  }

  /** The data segments: their addresses, and their offsets in the section. */
  segments() {
    return Array.from({ length: this.unsigned() }, () => {
      if (this.unsigned() !== 0) throw new Error("a data segment without a fixed address");
      this.byte(); // i32.const
      const address = this.signed();
      this.byte(); // end
      const length = this.unsigned();
      const start = this.place - this.start;
      this.place += length;
      return { address, start, length };
    });
  }
}

/**
 * The module without the linker's symbols and relocations, which become wrong when the module is changed.
 *
 * @param {Uint8Array} bytes
 */
export function withoutLists(bytes) {
  const reader = new Reader(bytes, 8);
  const kept = [bytes.subarray(0, reader.place)];
  while (!reader.atEnd()) {
    const from = reader.place;
    const [id, length] = [reader.byte(), reader.unsigned()];
    const end = reader.place + length;
    const name = id === 0 ? reader.name() : "";
    if (!/^(linking|reloc\..*)$/.test(name)) kept.push(bytes.subarray(from, end));
    reader.place = end;
  }
  return Buffer.concat(kept);
}
