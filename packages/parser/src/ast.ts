/**
 * The syntax tree: CPython 3.13's ASDL, one interface per node.
 *
 * - The tag of a node is `type`, spelt as CPython spells the class (`"FunctionDef"`, `"arguments"`).
 * - Fields have CPython's names and order. `?` fields of the ASDL are `T | null`, `*` fields are arrays.
 * - Nodes without data (`Load`, `Add`, `And`, `Not`, `Lt`, ...) are plain strings.
 * - Two interfaces cannot have CPython's name here: `ExprStmt` is the statement `Expr` (because `Expr` is the
 *   union of all expressions) and `SetDisplay` is `Set` (because `Set` is a JavaScript global).
 *
 * Positions: `lineno` counts from 1. `col_offset` counts UTF-16 units from the start of the line, so that
 * `line.slice(col_offset)` works; CPython counts UTF-8 bytes, which is the same number on an ASCII line.
 * `dump` prints CPython's numbers.
 */

/** Where a node begins and ends: lines from 1, columns from 0 in UTF-16 units; the end is exclusive. */
export interface Located {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** Whether a name, attribute, item or display is read, bound or deleted. */
export type ExprContext = "Load" | "Store" | "Del";

/** `and`, `or`. */
export type BoolOperator = "And" | "Or";

/** The binary operators, also used by augmented assignment. */
export type Operator =
  "Add" | "Sub" | "Mult" | "MatMult" | "Div" | "Mod" | "Pow" | "LShift" | "RShift" | "BitOr" | "BitXor" | "BitAnd" | "FloorDiv";

/** The prefix operators `~`, `not`, `+`, `-`. */
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";

/** The comparison operators. */
export type CmpOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

// ---------------------------------------------------------------------------------------------- roots

/** A whole file: what `parse` gives. */
export interface Module {
  readonly type: "Module";
  readonly body: readonly Stmt[];
  /** Always empty: type comments are not read, as in CPython without `type_comments=True`. */
  readonly type_ignores: readonly never[];
}

/** One interactive statement: what `parse` gives for `mode: "single"`. */
export interface Interactive {
  readonly type: "Interactive";
  readonly body: readonly Stmt[];
}

/** One expression: what `parse` gives for `mode: "eval"`. */
export interface Expression {
  readonly type: "Expression";
  readonly body: Expr;
}

/** Every root node. */
export type Mod = Module | Interactive | Expression;

// ----------------------------------------------------------------------------------------- statements

/** `def name[T](args) -> returns: body`. Its position begins at `def`, not at the decorators. */
export interface FunctionDef extends Located {
  readonly type: "FunctionDef";
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly returns: Expr | null;
  readonly type_comment: null;
  readonly type_params: readonly TypeParam[];
}

/** `async def`, with the fields of {@link FunctionDef}. */
export interface AsyncFunctionDef extends Located {
  readonly type: "AsyncFunctionDef";
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly returns: Expr | null;
  readonly type_comment: null;
  readonly type_params: readonly TypeParam[];
}

/** `class name[T](bases, keywords): body`. */
export interface ClassDef extends Located {
  readonly type: "ClassDef";
  readonly name: string;
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly type_params: readonly TypeParam[];
}

/** `return value`. */
export interface Return extends Located {
  readonly type: "Return";
  readonly value: Expr | null;
}

/** `del a, b`. */
export interface Delete extends Located {
  readonly type: "Delete";
  readonly targets: readonly Expr[];
}

/** `a = b = value`: one entry in `targets` for each `=`. */
export interface Assign extends Located {
  readonly type: "Assign";
  readonly targets: readonly Expr[];
  readonly value: Expr;
  readonly type_comment: null;
}

/** `type name[T] = value`. */
export interface TypeAlias extends Located {
  readonly type: "TypeAlias";
  readonly name: Name;
  readonly type_params: readonly TypeParam[];
  readonly value: Expr;
}

/** `target += value`. */
export interface AugAssign extends Located {
  readonly type: "AugAssign";
  readonly target: Name | Attribute | Subscript;
  readonly op: Operator;
  readonly value: Expr;
}

/** `target: annotation = value`. `simple` is 1 for a bare name without parentheses, else 0. */
export interface AnnAssign extends Located {
  readonly type: "AnnAssign";
  readonly target: Name | Attribute | Subscript;
  readonly annotation: Expr;
  readonly value: Expr | null;
  readonly simple: 0 | 1;
}

/** `for target in iter: body` with an optional `else`. */
export interface For extends Located {
  readonly type: "For";
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
  readonly type_comment: null;
}

/** `async for`, with the fields of {@link For}. */
export interface AsyncFor extends Located {
  readonly type: "AsyncFor";
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
  readonly type_comment: null;
}

/** `while test: body` with an optional `else`. */
export interface While extends Located {
  readonly type: "While";
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

/** `if test: body`. An `elif` is an `If` alone in `orelse`. */
export interface If extends Located {
  readonly type: "If";
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

/** `with a as b, c: body`. */
export interface With extends Located {
  readonly type: "With";
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
  readonly type_comment: null;
}

/** `async with`, with the fields of {@link With}. */
export interface AsyncWith extends Located {
  readonly type: "AsyncWith";
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
  readonly type_comment: null;
}

/** `match subject: cases`. */
export interface Match extends Located {
  readonly type: "Match";
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
}

/** `raise exc from cause`. */
export interface Raise extends Located {
  readonly type: "Raise";
  readonly exc: Expr | null;
  readonly cause: Expr | null;
}

/** `try` with `except`, `else` and `finally` parts. */
export interface Try extends Located {
  readonly type: "Try";
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}

/** `try` whose handlers are `except*`. */
export interface TryStar extends Located {
  readonly type: "TryStar";
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}

/** `assert test, msg`. */
export interface Assert extends Located {
  readonly type: "Assert";
  readonly test: Expr;
  readonly msg: Expr | null;
}

/** `import a.b as c`. */
export interface Import extends Located {
  readonly type: "Import";
  readonly names: readonly Alias[];
}

/** `from module import names`; `level` counts the leading dots, `module` is null for dots alone. */
export interface ImportFrom extends Located {
  readonly type: "ImportFrom";
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}

/** `global a, b`. */
export interface Global extends Located {
  readonly type: "Global";
  readonly names: readonly string[];
}

/** `nonlocal a, b`. */
export interface Nonlocal extends Located {
  readonly type: "Nonlocal";
  readonly names: readonly string[];
}

/** An expression used as a statement (CPython's `Expr`). */
export interface ExprStmt extends Located {
  readonly type: "Expr";
  readonly value: Expr;
}

/** `pass`. */
export interface Pass extends Located {
  readonly type: "Pass";
}

/** `break`. */
export interface Break extends Located {
  readonly type: "Break";
}

/** `continue`. */
export interface Continue extends Located {
  readonly type: "Continue";
}

/** Every statement. */
export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// ---------------------------------------------------------------------------------------- expressions

/** `a and b and c`: two or more values under one operator. */
export interface BoolOp extends Located {
  readonly type: "BoolOp";
  readonly op: BoolOperator;
  readonly values: readonly Expr[];
}

/** `(target := value)`. */
export interface NamedExpr extends Located {
  readonly type: "NamedExpr";
  readonly target: Name;
  readonly value: Expr;
}

/** `left op right`. */
export interface BinOp extends Located {
  readonly type: "BinOp";
  readonly left: Expr;
  readonly op: Operator;
  readonly right: Expr;
}

/** `op operand`. */
export interface UnaryOp extends Located {
  readonly type: "UnaryOp";
  readonly op: UnaryOperator;
  readonly operand: Expr;
}

/** `lambda args: body`. */
export interface Lambda extends Located {
  readonly type: "Lambda";
  readonly args: Arguments;
  readonly body: Expr;
}

/** `body if test else orelse`. */
export interface IfExp extends Located {
  readonly type: "IfExp";
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}

/** `{key: value, **rest}`: a null key stands for `**`. */
export interface Dict extends Located {
  readonly type: "Dict";
  readonly keys: readonly (Expr | null)[];
  readonly values: readonly Expr[];
}

/** `{a, b}` (CPython's `Set`). */
export interface SetDisplay extends Located {
  readonly type: "Set";
  readonly elts: readonly Expr[];
}

/** `[elt for ...]`. */
export interface ListComp extends Located {
  readonly type: "ListComp";
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

/** `{elt for ...}`. */
export interface SetComp extends Located {
  readonly type: "SetComp";
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

/** `{key: value for ...}`. */
export interface DictComp extends Located {
  readonly type: "DictComp";
  readonly key: Expr;
  readonly value: Expr;
  readonly generators: readonly Comprehension[];
}

/** `(elt for ...)`. */
export interface GeneratorExp extends Located {
  readonly type: "GeneratorExp";
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

/** `await value`. */
export interface Await extends Located {
  readonly type: "Await";
  readonly value: Expr;
}

/** `yield value`. */
export interface Yield extends Located {
  readonly type: "Yield";
  readonly value: Expr | null;
}

/** `yield from value`. */
export interface YieldFrom extends Located {
  readonly type: "YieldFrom";
  readonly value: Expr;
}

/** `left < b <= c`: `ops[i]` stands before `comparators[i]`. */
export interface Compare extends Located {
  readonly type: "Compare";
  readonly left: Expr;
  readonly ops: readonly CmpOperator[];
  readonly comparators: readonly Expr[];
}

/** `func(args, keywords)`. `*x` is a `Starred` in `args`, `**x` a keyword without a name. */
export interface Call extends Located {
  readonly type: "Call";
  readonly func: Expr;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}

/**
 * One `{value!r:spec}` of an f-string. `conversion` is -1, or the code of `s`, `r` or `a`; the `=` of
 * `{value=}` is in the text before it, as in CPython.
 */
export interface FormattedValue extends Located {
  readonly type: "FormattedValue";
  readonly value: Expr;
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}

/** An f-string: its text parts are `Constant`s, its replacement fields `FormattedValue`s. */
export interface JoinedStr extends Located {
  readonly type: "JoinedStr";
  readonly values: readonly Expr[];
}

interface ConstantBase extends Located {
  readonly type: "Constant";
}

/** A whole number: a `number` up to 2^53 - 1, a `bigint` beyond. */
export interface IntConstant extends ConstantBase {
  readonly literal: "int";
  readonly value: number | bigint;
  readonly kind: null;
}

/** `1.0`, `1e9`; `value` may be Infinity, never NaN. */
export interface FloatConstant extends ConstantBase {
  readonly literal: "float";
  readonly value: number;
  readonly kind: null;
}

/** `2j`: `value` is the imaginary part. */
export interface ComplexConstant extends ConstantBase {
  readonly literal: "complex";
  readonly value: number;
  readonly kind: null;
}

/**
 * A string, escapes resolved; `kind` is `"u"` if it was written with that prefix. A `\ud83d\ude00` written as two
 * surrogate escapes is one character here, since a JavaScript string cannot tell it from `\U0001f600`.
 */
export interface StrConstant extends ConstantBase {
  readonly literal: "str";
  readonly value: string;
  readonly kind: "u" | null;
}

/** `b"..."`. */
export interface BytesConstant extends ConstantBase {
  readonly literal: "bytes";
  readonly value: Uint8Array;
  readonly kind: null;
}

/** `True`, `False`. */
export interface BoolConstant extends ConstantBase {
  readonly literal: "bool";
  readonly value: boolean;
  readonly kind: null;
}

/** `None`. */
export interface NoneConstant extends ConstantBase {
  readonly literal: "None";
  readonly value: null;
  readonly kind: null;
}

/** `...`. */
export interface EllipsisConstant extends ConstantBase {
  readonly literal: "Ellipsis";
  readonly value: null;
  readonly kind: null;
}

/** A literal; `literal` tells Python's type, which `value` alone cannot (`1` and `1.0`). */
export type Constant =
  IntConstant | FloatConstant | ComplexConstant | StrConstant | BytesConstant | BoolConstant | NoneConstant | EllipsisConstant;

/** `value.attr`. */
export interface Attribute extends Located {
  readonly type: "Attribute";
  readonly value: Expr;
  readonly attr: string;
  readonly ctx: ExprContext;
}

/** `value[slice]`. */
export interface Subscript extends Located {
  readonly type: "Subscript";
  readonly value: Expr;
  readonly slice: Expr;
  readonly ctx: ExprContext;
}

/** `*value`. */
export interface Starred extends Located {
  readonly type: "Starred";
  readonly value: Expr;
  readonly ctx: ExprContext;
}

/** A name; `id` is NFKC-normalised, as in CPython. */
export interface Name extends Located {
  readonly type: "Name";
  readonly id: string;
  readonly ctx: ExprContext;
}

/** `[a, b]`. */
export interface List extends Located {
  readonly type: "List";
  readonly elts: readonly Expr[];
  readonly ctx: ExprContext;
}

/** `a, b`: its position includes parentheses where there are any. */
export interface Tuple extends Located {
  readonly type: "Tuple";
  readonly elts: readonly Expr[];
  readonly ctx: ExprContext;
}

/** `lower:upper:step` inside a subscript. */
export interface Slice extends Located {
  readonly type: "Slice";
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
}

/** Every expression. */
export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

// -------------------------------------------------------------------------------------- parts of nodes

/** `for target in iter if a if b` of a comprehension. It has no position, as in CPython. */
export interface Comprehension {
  readonly type: "comprehension";
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
  readonly is_async: 0 | 1;
}

/** `except type as name: body`. */
export interface ExceptHandler extends Located {
  readonly type: "ExceptHandler";
  /** The expression after `except`: CPython's field `type`, whose name the tag has taken here. */
  readonly exc_type: Expr | null;
  readonly name: string | null;
  readonly body: readonly Stmt[];
}

/**
 * The parameters of a function. `defaults` belong to the last of `posonlyargs` + `args`; `kw_defaults` has one entry,
 * possibly null, for each of `kwonlyargs`. It has no position, as in CPython.
 */
export interface Arguments {
  readonly type: "arguments";
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  readonly kw_defaults: readonly (Expr | null)[];
  readonly kwarg: Arg | null;
  readonly defaults: readonly Expr[];
}

/** One parameter. */
export interface Arg extends Located {
  readonly type: "arg";
  readonly arg: string;
  readonly annotation: Expr | null;
  readonly type_comment: null;
}

/** `arg=value` of a call or class; `arg` is null for `**value`. */
export interface Keyword extends Located {
  readonly type: "keyword";
  readonly arg: string | null;
  readonly value: Expr;
}

/** `name as asname` of an import; `name` may be dotted, or `*`. */
export interface Alias extends Located {
  readonly type: "alias";
  readonly name: string;
  readonly asname: string | null;
}

/** `context_expr as optional_vars` of a `with`. It has no position, as in CPython. */
export interface WithItem {
  readonly type: "withitem";
  readonly context_expr: Expr;
  readonly optional_vars: Expr | null;
}

/** `case pattern if guard: body`. It has no position, as in CPython. */
export interface MatchCase {
  readonly type: "match_case";
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
}

// ------------------------------------------------------------------------------------------- patterns

/** `case 1`, `case a.b`: compared with `==`. */
export interface MatchValue extends Located {
  readonly type: "MatchValue";
  readonly value: Expr;
}

/** `case None`, `case True`, `case False`: compared with `is`. */
export interface MatchSingleton extends Located {
  readonly type: "MatchSingleton";
  readonly value: boolean | null;
}

/** `case [a, *rest]`. */
export interface MatchSequence extends Located {
  readonly type: "MatchSequence";
  readonly patterns: readonly Pattern[];
}

/** `case {key: pattern, **rest}`. */
export interface MatchMapping extends Located {
  readonly type: "MatchMapping";
  readonly keys: readonly Expr[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}

/** `case C(pattern, name=pattern)`. */
export interface MatchClass extends Located {
  readonly type: "MatchClass";
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}

/** `*name` in a sequence; null for `*_`. */
export interface MatchStar extends Located {
  readonly type: "MatchStar";
  readonly name: string | null;
}

/** `pattern as name`, a capture (no pattern) or `_` (neither). */
export interface MatchAs extends Located {
  readonly type: "MatchAs";
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

/** `case a | b`. */
export interface MatchOr extends Located {
  readonly type: "MatchOr";
  readonly patterns: readonly Pattern[];
}

/** Every pattern. */
export type Pattern = MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

// ------------------------------------------------------------------------------------- type parameters

/** `T: bound = default`. */
export interface TypeVar extends Located {
  readonly type: "TypeVar";
  readonly name: string;
  readonly bound: Expr | null;
  readonly default_value: Expr | null;
}

/** `**P = default`. */
export interface ParamSpec extends Located {
  readonly type: "ParamSpec";
  readonly name: string;
  readonly default_value: Expr | null;
}

/** `*Ts = default`. */
export interface TypeVarTuple extends Located {
  readonly type: "TypeVarTuple";
  readonly name: string;
  readonly default_value: Expr | null;
}

/** Every type parameter. */
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

/** Every node that has a position. */
export type LocatedNode = Stmt | Expr | Pattern | TypeParam | ExceptHandler | Arg | Keyword | Alias;

/** Every node. */
export type Node = Mod | LocatedNode | Comprehension | Arguments | WithItem | MatchCase;

/** The tag of every node. */
export type NodeType = Node["type"];
