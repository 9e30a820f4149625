/**
 * Python's values and built-ins on JavaScript: what translated programs import.
 *
 * - Values: {@link F} float, {@link T} tuple, {@link D} dict, {@link S} set, {@link B} bytes; lists are arrays, None is `null`.
 * - Operators: {@link add} ... {@link contains}, {@link truth}, {@link getitem}; {@link f} and {@link fmt} for texts.
 * - Functions and classes: {@link def}, {@link asyncDef}, {@link classDef}, {@link PyObject}; dynamic use: {@link call}, {@link invoke}, {@link getattr}.
 * - Exceptions under Python's names; {@link caught}, {@link raise}, {@link reportUncaught}.
 * - Built-in functions and types under Python's names.
 *
 * @module
 */
export type { Coroutine } from "@portalis/runtime";
export { isinstance, issubclass } from "./builtins/isinstance.js";
export { len } from "./builtins/len.js";
export { bin, chr, hex, oct, ord, round } from "./builtins/numbers.js";
export { dir, id } from "./builtins/objects.js";
export { print, type PrintOptions } from "./builtins/print.js";
export { all, any, max, min, sorted, sum } from "./builtins/reduce.js";
export { boundMethod } from "./calls/bound-method.js";
export { call, callable, callKw, callMethod } from "./calls/call.js";
export { classDef } from "./calls/class-def.js";
export { construct } from "./calls/construct.js";
export { def, nativeDef } from "./calls/def.js";
export { getattr, hasattr } from "./calls/getattr.js";
export { invoke, invokeKw } from "./calls/invoke.js";
export { isPlainObject, kwargs } from "./calls/kwargs.js";
export { delattr, setattr } from "./calls/setattr.js";
export { superOf } from "./calls/super-of.js";
export { checked, checkedFree, checkedName, unbound } from "./checked.js";
export { className, moduleName, qualifiedName } from "./class-name.js";
export {
  ArithmeticError,
  AssertionError,
  AttributeError,
  BaseException,
  BufferError,
  BytesWarning,
  DeprecationWarning,
  EncodingWarning,
  EOFError,
  Exception,
  FloatingPointError,
  FutureWarning,
  GeneratorExit,
  ImportError,
  ImportWarning,
  IndexError,
  KeyboardInterrupt,
  KeyError,
  LookupError,
  MemoryError,
  ModuleNotFoundError,
  NameError,
  NotImplementedError,
  OverflowError,
  PendingDeprecationWarning,
  PythonFinalizationError,
  RecursionError,
  ReferenceError,
  ResourceWarning,
  RuntimeError,
  RuntimeWarning,
  StopAsyncIteration,
  StopIteration,
  SyntaxError,
  SyntaxWarning,
  SystemError,
  SystemExit,
  TypeError,
  UnboundLocalError,
  UnicodeError,
  UnicodeWarning,
  UserWarning,
  ValueError,
  Warning,
  ZeroDivisionError,
} from "./exceptions/builtin-exceptions.js";
export { caught, mapErrors } from "./exceptions/caught.js";
export { BaseExceptionGroup, ExceptionGroup, isGroup } from "./exceptions/exception-group.js";
export {
  BlockingIOError,
  BrokenPipeError,
  ChildProcessError,
  ConnectionAbortedError,
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileExistsError,
  FileNotFoundError,
  InterruptedError,
  IOError,
  IsADirectoryError,
  NotADirectoryError,
  OSError,
  PermissionError,
  ProcessLookupError,
  TimeoutError,
} from "./exceptions/os-error.js";
export { raise, raiseFrom, reraise } from "./exceptions/raise.js";
export { dataclassDef, type DataclassOptions } from "./dataclasses/dataclass-def.js";
export { type Field, field, type FieldOptions } from "./dataclasses/field.js";
export { exceptStar, type StarHandlers } from "./exceptions/except-star.js";
export { describeException, reportUncaught } from "./exceptions/report.js";
export { UnicodeDecodeError, UnicodeEncodeError } from "./exceptions/unicode-errors.js";
export { identity } from "./identity.js";
export {
  aiter,
  anext,
  asyncDrop,
  asyncGenDef,
  asyncGenerator,
  asyncGenHooks,
  asyncNext,
  emit,
  type PyAsyncGenerator,
} from "./iteration/async-generator.js";
export { aenter, aexit, aexitWith, enter, exit, exitWith } from "./iteration/context-manager.js";
export { asyncDef, aw, coroutine, isCoroutine, isCoroutineFunction } from "./iteration/coroutine.js";
export { genexp } from "./iteration/genexp.js";
export { generator, generatorDef, type PyGenerator, yieldFrom } from "./iteration/generator.js";
export { iter, keep } from "./iteration/iter.js";
export { enumerate, filter, map, reversed, zip } from "./iteration/lazy.js";
export { next } from "./iteration/next.js";
export { unpack, unpackStar } from "./iteration/unpack.js";
export { asyncWithScope, type AsyncWithScope, withScope, type WithScope } from "./iteration/with-scope.js";
export * as bisect from "./modules/bisect.js";
export * as collections from "./modules/collections.js";
export * as contextlib from "./modules/contextlib.js";
export * as contextvars from "./modules/contextvars.js";
export * as copy from "./modules/copy.js";
export * as dataclasses from "./modules/dataclasses.js";
export * as enum$ from "./modules/enum.js";
export { enumDef } from "./modules/enum.js";
export * as functools from "./modules/functools.js";
export * as heapq from "./modules/heapq.js";
export * as itertools from "./modules/itertools.js";
export * as math from "./modules/math.js";
export * as operator from "./modules/operator.js";
export * as random from "./modules/random.js";
export * as string from "./modules/string.js";
export * as sys from "./modules/sys.js";
export * as time from "./modules/time.js";
export { matchClass, matchMapping, matchSequence } from "./match.js";
export { PyObject, PyObject as object } from "./object.js";
export { add } from "./operators/add.js";
export { bitand, bitor, bitxor, lshift, matmul, rshift } from "./operators/bits.js";
export { ge, gt, le, lt } from "./operators/compare.js";
export { contains } from "./operators/contains.js";
export { divmod, floordiv, mod, truediv } from "./operators/division.js";
export { eq, ne } from "./operators/eq.js";
export { delitem, getitem, setitem } from "./operators/getitem.js";
export { hash } from "./operators/hash.js";
export { iadd, iand, ifloordiv, ilshift, imatmul, imod, imul, ior, ipow, irshift, isub, itruediv, ixor } from "./operators/in-place.js";
export { intOf, numberOf } from "./operators/integers.js";
export { mul } from "./operators/mul.js";
export { pow } from "./operators/pow.js";
export { sub } from "./operators/sub.js";
export { truth } from "./operators/truth.js";
export { abs, invert, neg, pos } from "./operators/unary.js";
export { isMain, type ModuleMeta, program } from "./program.js";
export type { Py, PyClass } from "./py.js";
export { Ellipsis, NotImplemented, Singleton } from "./singletons.js";
export { f } from "./text/f-tag.js";
export { fmt, fmt as format } from "./text/format.js";
export { address, ascii, repr } from "./text/repr.js";
export { bool } from "./types/bool.js";
export type { BuiltinType } from "./types/builtin-type.js";
export { B, Bytes, bytes } from "./types/bytes.js";
export { D, Dict, dict, entries } from "./types/dict.js";
export { float } from "./types/float.js";
export { int } from "./types/int.js";
export { list } from "./types/list.js";
export { F, type Float, type Int, PyFloat } from "./types/py-float.js";
export { Range, range } from "./types/range.js";
export { FrozenSet, frozenset, PySet, S, set } from "./types/set.js";
export { Slice, slice } from "./types/slice.js";
export { str } from "./types/str.js";
export { T, Tuple, tupleOf } from "./types/tuple.js";
export { tuple } from "./types/tuple-type.js";
export { type } from "./types/type.js";
export { typeName } from "./types/type-name.js";
