import type {ByteReader} from './byte-reader.ts';

/** What a pickle may refer to outside itself. */
export type PickleWorld = {
  /** What a name such as `collections.OrderedDict` stands for; functions may be called. */
  globals: ReadonlyMap<string, unknown>;
  /** The object behind a persistent id. */
  persistent(id: unknown): unknown;
};

/** Marks where the items of a list, tuple or dict begin on the stack. */
const MARK = Symbol('mark');

/**
 * Reads one pickle of protocol 2, as far as `torch.save` uses it for state dicts. A pickle is a
 * program; this runs only the instructions that build plain data, and calls only the functions
 * that `world` holds (docs.python.org/3/library/pickletools.html lists the instructions).
 *
 * @returns the object: tuples and lists are arrays, dicts are Maps, long integers bigints, None null
 * @throws Error where the pickle asks for anything else, or ends too early
 */
export function readPickle(reader: ByteReader, world: PickleWorld): unknown {
  const stack: unknown[] = [];
  const memo = new Map<number, unknown>();

  for (;;) {
    const code = reader.uint8();
    switch (String.fromCharCode(code)) {
      case '\x80': // PROTO
        reader.uint8();
        break;
      case '(': // MARK
        stack.push(MARK);
        break;
      case '.': // STOP
        return pop();

      case 'N': // NONE
        stack.push(null);
        break;
      case '\x88': // NEWTRUE
        stack.push(true);
        break;
      case '\x89': // NEWFALSE
        stack.push(false);
        break;
      case 'K': // BININT1
        stack.push(reader.uint8());
        break;
      case 'M': // BININT2
        stack.push(reader.uint16());
        break;
      case 'J': // BININT
        stack.push(reader.int32());
        break;
      case '\x8a': // LONG1
        stack.push(longInteger(reader.take(reader.uint8())));
        break;
      case 'G': // BINFLOAT
        stack.push(reader.bigEndianFloat64());
        break;
      case 'X': // BINUNICODE
      case 'T': // BINSTRING, a str of Python 2
        stack.push(reader.text(reader.uint32()));
        break;
      case 'U': // SHORT_BINSTRING
        stack.push(reader.text(reader.uint8()));
        break;

      case ')': // EMPTY_TUPLE
      case ']': // EMPTY_LIST
        stack.push([]);
        break;
      case '\x85': // TUPLE1
      case '\x86': // TUPLE2
      case '\x87': // TUPLE3
        stack.push(popMany(code - 0x84));
        break;
      case 't': // TUPLE
        stack.push(popToMark());
        break;
      case 'a': // APPEND
        append(popMany(1));
        break;
      case 'e': // APPENDS
        append(popToMark());
        break;
      case '}': // EMPTY_DICT
        stack.push(new Map());
        break;
      case 's': // SETITEM
        setItems(popMany(2));
        break;
      case 'u': // SETITEMS
        setItems(popToMark());
        break;

      case 'q': // BINPUT
        memo.set(reader.uint8(), stack.at(-1));
        break;
      case 'r': // LONG_BINPUT
        memo.set(reader.uint32(), stack.at(-1));
        break;
      case 'h': // BINGET
        stack.push(memo.get(reader.uint8()));
        break;
      case 'j': // LONG_BINGET
        stack.push(memo.get(reader.uint32()));
        break;

      case 'c': // GLOBAL
        stack.push(global(`${reader.line()}.${reader.line()}`));
        break;
      case 'Q': // BINPERSID
        stack.push(world.persistent(pop()));
        break;
      case 'R': // REDUCE
        stack.push(call(popMany(2)));
        break;
      case 'b': // BUILD gives an object attributes; those of a state dict are of no use here.
        pop();
        break;

      default:
        throw new Error(
          `expected a plain state dict, got the pickle instruction 0x${code.toString(16)} ` +
            `at byte ${reader.position - 1}.`,
        );
    }
  }

  function pop(): unknown {
    return popMany(1)[0];
  }

  function popMany(count: number): unknown[] {
    if (stack.length < count) throw new Error('the pickle takes more than it holds.');
    return stack.splice(-count);
  }

  function popToMark(): unknown[] {
    return popMany(stack.length - stack.lastIndexOf(MARK)).slice(1);
  }

  function append(items: unknown[]): void {
    const list = stack.at(-1);
    if (!Array.isArray(list)) throw new Error('the pickle appends to something not a list.');
    for (const item of items) list.push(item);
  }

  function setItems(items: unknown[]): void {
    const dict = stack.at(-1);
    if (!(dict instanceof Map)) throw new Error('the pickle sets items of something not a dict.');
    for (let i = 0; i + 1 < items.length; i += 2) dict.set(items[i], items[i + 1]);
  }

  function global(name: string): unknown {
    if (world.globals.has(name)) return world.globals.get(name);
    throw new Error(
      `expected a plain state dict, got one that asks for ${name}, which is not run; ` +
        'save the weights alone: torch.save(model.state_dict(), file).',
    );
  }

  function call([callee, parameters]: unknown[]): unknown {
    if (typeof callee === 'function' && Array.isArray(parameters)) {
      return (callee as (...parameters: unknown[]) => unknown)(...(parameters as unknown[]));
    }
    throw new Error('the pickle calls something that is not a function.');
  }
}

/** A little-endian integer in two's complement. */
function longInteger(bytes: Uint8Array): bigint {
  const unsigned = bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(bytes.length * 8, unsigned);
}
