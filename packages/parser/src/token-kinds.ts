/**
 * The kinds of tokens, as small numbers: the lexer fills a byte array with them and the parser switches on them.
 *
 * Every keyword has a kind of its own; soft keywords (`match`, `case`, `type`, `_`) are names.
 */
export const END = 0 as number;
export const NEWLINE = 1 as number;
export const INDENT = 2 as number;
export const DEDENT = 3 as number;
export const NAME = 4 as number;
export const NUMBER = 5 as number;
export const STRING = 6 as number;
export const FSTRING_START = 7 as number;
export const FSTRING_MIDDLE = 8 as number;
export const FSTRING_END = 9 as number;
/** Where the lexer stopped: the stream's `error` says why. */
export const ERROR = 10 as number;

/** A printable ASCII character that is no token of Python: `$`, `?`, a backquote. */
export const UNKNOWN = 63 as number;

export const LPAREN = 11 as number;
export const RPAREN = 12 as number;
export const LBRACKET = 13 as number;
export const RBRACKET = 14 as number;
export const LBRACE = 15 as number;
export const RBRACE = 16 as number;
export const COLON = 17 as number;
export const COMMA = 18 as number;
export const SEMICOLON = 19 as number;
export const DOT = 20 as number;
export const ELLIPSIS = 21 as number;
export const ARROW = 22 as number;
export const COLON_EQUAL = 23 as number;
export const EXCLAMATION = 24 as number;
export const EQUAL = 25 as number;

export const VERTICAL_BAR = 26 as number;
export const CIRCUMFLEX = 27 as number;
export const AMPERSAND = 28 as number;
export const LEFT_SHIFT = 29 as number;
export const RIGHT_SHIFT = 30 as number;
export const PLUS = 31 as number;
export const MINUS = 32 as number;
export const STAR = 33 as number;
export const SLASH = 34 as number;
export const DOUBLE_SLASH = 35 as number;
export const PERCENT = 36 as number;
export const AT = 37 as number;
export const DOUBLE_STAR = 38 as number;
export const TILDE = 39 as number;

export const LESS = 40 as number;
export const GREATER = 41 as number;
export const DOUBLE_EQUAL = 42 as number;
export const NOT_EQUAL = 43 as number;
export const LESS_EQUAL = 44 as number;
export const GREATER_EQUAL = 45 as number;

/** The augmented assignments stand in the order of their operators, from `|=` to `**=`. */
export const VERTICAL_BAR_EQUAL = 46 as number;
export const CIRCUMFLEX_EQUAL = 47 as number;
export const AMPERSAND_EQUAL = 48 as number;
export const LEFT_SHIFT_EQUAL = 49 as number;
export const RIGHT_SHIFT_EQUAL = 50 as number;
export const PLUS_EQUAL = 51 as number;
export const MINUS_EQUAL = 52 as number;
export const STAR_EQUAL = 53 as number;
export const SLASH_EQUAL = 54 as number;
export const DOUBLE_SLASH_EQUAL = 55 as number;
export const PERCENT_EQUAL = 56 as number;
export const AT_EQUAL = 57 as number;
export const DOUBLE_STAR_EQUAL = 58 as number;

export const K_FALSE = 64 as number;
export const K_NONE = 65 as number;
export const K_TRUE = 66 as number;
export const K_AND = 67 as number;
export const K_AS = 68 as number;
export const K_ASSERT = 69 as number;
export const K_ASYNC = 70 as number;
export const K_AWAIT = 71 as number;
export const K_BREAK = 72 as number;
export const K_CLASS = 73 as number;
export const K_CONTINUE = 74 as number;
export const K_DEF = 75 as number;
export const K_DEL = 76 as number;
export const K_ELIF = 77 as number;
export const K_ELSE = 78 as number;
export const K_EXCEPT = 79 as number;
export const K_FINALLY = 80 as number;
export const K_FOR = 81 as number;
export const K_FROM = 82 as number;
export const K_GLOBAL = 83 as number;
export const K_IF = 84 as number;
export const K_IMPORT = 85 as number;
export const K_IN = 86 as number;
export const K_IS = 87 as number;
export const K_LAMBDA = 88 as number;
export const K_NONLOCAL = 89 as number;
export const K_NOT = 90 as number;
export const K_OR = 91 as number;
export const K_PASS = 92 as number;
export const K_RAISE = 93 as number;
export const K_RETURN = 94 as number;
export const K_TRY = 95 as number;
export const K_WHILE = 96 as number;
export const K_WITH = 97 as number;
export const K_YIELD = 98 as number;

/** The hard keywords of Python 3.13 and their kinds. */
export const keywords: ReadonlyMap<string, number> = new Map([
  ["False", K_FALSE],
  ["None", K_NONE],
  ["True", K_TRUE],
  ["and", K_AND],
  ["as", K_AS],
  ["assert", K_ASSERT],
  ["async", K_ASYNC],
  ["await", K_AWAIT],
  ["break", K_BREAK],
  ["class", K_CLASS],
  ["continue", K_CONTINUE],
  ["def", K_DEF],
  ["del", K_DEL],
  ["elif", K_ELIF],
  ["else", K_ELSE],
  ["except", K_EXCEPT],
  ["finally", K_FINALLY],
  ["for", K_FOR],
  ["from", K_FROM],
  ["global", K_GLOBAL],
  ["if", K_IF],
  ["import", K_IMPORT],
  ["in", K_IN],
  ["is", K_IS],
  ["lambda", K_LAMBDA],
  ["nonlocal", K_NONLOCAL],
  ["not", K_NOT],
  ["or", K_OR],
  ["pass", K_PASS],
  ["raise", K_RAISE],
  ["return", K_RETURN],
  ["try", K_TRY],
  ["while", K_WHILE],
  ["with", K_WITH],
  ["yield", K_YIELD],
]);

/** The operators and delimiters and their kinds. */
export const operators: ReadonlyMap<string, number> = new Map([
  ["(", LPAREN],
  [")", RPAREN],
  ["[", LBRACKET],
  ["]", RBRACKET],
  ["{", LBRACE],
  ["}", RBRACE],
  [":", COLON],
  [",", COMMA],
  [";", SEMICOLON],
  [".", DOT],
  ["...", ELLIPSIS],
  ["->", ARROW],
  [":=", COLON_EQUAL],
  ["!", EXCLAMATION],
  ["=", EQUAL],
  ["|", VERTICAL_BAR],
  ["^", CIRCUMFLEX],
  ["&", AMPERSAND],
  ["<<", LEFT_SHIFT],
  [">>", RIGHT_SHIFT],
  ["+", PLUS],
  ["-", MINUS],
  ["*", STAR],
  ["/", SLASH],
  ["//", DOUBLE_SLASH],
  ["%", PERCENT],
  ["@", AT],
  ["**", DOUBLE_STAR],
  ["~", TILDE],
  ["<", LESS],
  [">", GREATER],
  ["==", DOUBLE_EQUAL],
  ["!=", NOT_EQUAL],
  ["<>", NOT_EQUAL],
  ["<=", LESS_EQUAL],
  [">=", GREATER_EQUAL],
  ["|=", VERTICAL_BAR_EQUAL],
  ["^=", CIRCUMFLEX_EQUAL],
  ["&=", AMPERSAND_EQUAL],
  ["<<=", LEFT_SHIFT_EQUAL],
  [">>=", RIGHT_SHIFT_EQUAL],
  ["+=", PLUS_EQUAL],
  ["-=", MINUS_EQUAL],
  ["*=", STAR_EQUAL],
  ["/=", SLASH_EQUAL],
  ["//=", DOUBLE_SLASH_EQUAL],
  ["%=", PERCENT_EQUAL],
  ["@=", AT_EQUAL],
  ["**=", DOUBLE_STAR_EQUAL],
]);
