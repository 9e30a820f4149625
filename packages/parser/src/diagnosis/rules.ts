/**
 * Python 3.13's grammar once more, as a parsing expression grammar that knows typical mistakes.
 *
 * The parser proper never backtracks and says only where it could not go on. What CPython says about that place depends
 * on the order in which its PEG parser tries things, so the message is found by trying the same things in the same order.
 * This runs only for a text that has been refused already, and only on the statement at fault.
 *
 * Notation: `'x'` a token, `"x"` a soft keyword, `UPPER` a kind of token, `&x` `!x` look-ahead, `x?` `x*` `x+`, `x%` one or
 * more with commas between, `(x | y)` a group, `~` no other alternative from here on, `x=y` a label. `-> T` names the node,
 * for messages. `=> place text` is a mistake: the place is made of labels (see `mistakes.ts`). Alternatives with a mistake,
 * and rules whose names begin with `bad`, are tried in the second pass only, and not at all below `plain_expression`. A rule
 * marked `!` is remembered at each place whichever way it was reached, but nothing is that was below `trial_expression`.
 *
 * The messages are CPython's, misspellings included.
 */
export const rules: string = String.raw`
file: statement* END
interactive: compound NEWLINE | simples | NEWLINE | END
eval: expressions NEWLINE* END

statement: compound | simples
simples: simple !';' NEWLINE | simple (';' simple)* ';'? NEWLINE
simple!: assignment | &"type" type_alias | star_expressions | return | &('import' | 'from') import | raise | 'pass'
  | del | yield | assert | 'break' | 'continue' | 'global' NAME% | 'nonlocal' NAME%
compound: &('def' | '@' | 'async') function | &'if' if | &('class' | '@') class | &('with' | 'async') with
  | &('for' | 'async') for | &'try' try | &'while' while | match

assignment: NAME ':' expression ('=' right_side)? | ('(' single_target ')' | member_target) ':' expression ('=' right_side)?
  | (star_targets '=')+ right_side !'=' | single_target augmented ~ right_side | bad_assignment
right_side: yield | star_expressions
augmented: AUGMENTED
return: 'return' star_expressions?
raise: 'raise' expression 'from' expression | 'raise' expression | 'raise'
del: 'del' del_targets &(';' | NEWLINE) | bad_del
assert: 'assert' expression (',' expression)?
import!: bad_import | 'import' dotted_as% | 'from' ('.' | '...')* dotted 'import' from_targets
  | 'from' ('.' | '...')+ 'import' from_targets
from_targets: '(' from_as% ','? ')' | from_as% !',' | '*' | bad_from_targets
from_as: NAME ('as' NAME)?
dotted_as: dotted ('as' NAME)?
dotted: NAME ('.' NAME)*

block!: NEWLINE INDENT statement+ DEDENT | simples | bad_block
decorators: ('@' named NEWLINE)+
class: decorators class_raw | class_raw
class_raw: bad_class | 'class' NAME type_params? ('(' arguments? ')')? ':' block
function: decorators function_raw | function_raw
function_raw: bad_function | 'async'? 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block

params: bad_params | parameters
parameters: slash_plain param_plain* param_default* star_etc? | slash_default param_default* star_etc?
  | param_plain+ param_default* star_etc? | param_default+ star_etc? | star_etc
slash_plain: param_plain+ '/' ',' | param_plain+ '/' &')'
slash_default: param_plain* param_default+ '/' ',' | param_plain* param_default+ '/' &')'
star_etc: bad_star_etc | '*' param_plain param_maybe* kwds? | '*' param_starred param_maybe* kwds? | '*' ',' param_maybe+ kwds? | kwds
kwds: bad_kwds | '**' param_plain
param_plain: v=param ',' | v=param &')'
param_starred: NAME ':' star_expression ',' | NAME ':' star_expression &')'
param_default: param default ',' | param default &')'
param_maybe: param default? ',' | param default? &')'
param: NAME (':' expression)?
default: '=' expression | a='=' &(')' | ',') => at(a) expected default value expression

if: bad_if | 'if' named ':' block elif | 'if' named ':' block else?
elif: bad_elif | 'elif' named ':' block elif | 'elif' named ':' block else?
else: bad_else | 'else' &&':' block
while: bad_while | 'while' named ':' block else?
for: bad_for | 'for' star_targets 'in' ~ star_expressions ':' block else? | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else?
  | bad_for_target
with: bad_with_indent | 'async'? 'with' '(' with_item% ','? ')' ':' block | 'async'? 'with' with_item% ':' block | bad_with
with_item: expression 'as' star_target &(',' | ')' | ':') | bad_with_item | expression
try: bad_try | 'try' &&':' block finally | 'try' &&':' block except+ else? finally? | 'try' &&':' block except_star+ else? finally?
except: bad_except_indent | 'except' expression ('as' NAME)? ':' block | 'except' ':' block | bad_except
except_star: bad_except_star_indent | 'except' '*' expression ('as' NAME)? ':' block | bad_except
finally: bad_finally | 'finally' &&':' block

match: "match" subject ':' NEWLINE INDENT case+ DEDENT | bad_match
subject: star_named ',' star_named_list? | named
case: bad_case | "case" patterns guard? ':' block
guard: 'if' named
patterns: open_sequence | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' capture_target | bad_as_pattern
or_pattern: closed_pattern ('|' closed_pattern)*
closed_pattern!: literal_pattern | capture_target | "_" | attr !('.' | '(' | '=') | '(' pattern ')' | sequence_pattern
  | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_real ('+' | '-') imaginary
signed_number: NUMBER | '-' NUMBER
signed_real: real | '-' real
real: a=NUMBER => real(a) real number required in complex literal
imaginary: a=NUMBER => imaginary(a) imaginary number required in complex literal
capture_target: !"_" NAME !('.' | '(' | '=') -> Name
attr!: NAME ('.' NAME)+ -> Attribute
name_or_attr!: attr | NAME
sequence_pattern: '[' maybe_sequence? ']' | '(' open_sequence? ')'
open_sequence: maybe_star ',' maybe_sequence?
maybe_sequence: maybe_star% ','?
maybe_star: star_pattern | pattern
star_pattern!: '*' capture_target | '*' "_"
mapping_pattern: '{' '}' | '{' double_star ','? '}' | '{' key_value% ',' double_star ','? '}' | '{' key_value% ','? '}'
key_value: (literal_pattern | attr) ':' pattern
double_star: '**' capture_target
class_pattern: name_or_attr '(' ')' | name_or_attr '(' pattern% ','? ')' | name_or_attr '(' keyword_pattern% ','? ')'
  | name_or_attr '(' pattern% ',' keyword_pattern% ','? ')' | bad_class_pattern
keyword_pattern: NAME '=' pattern

type_alias: "type" NAME type_params? '=' expression
type_params: bad_type_params | '[' type_param% ','? ']'
type_param!: NAME (':' expression)? ('=' expression)? | bad_type_param | '*' NAME ('=' star_expression)? | '**' NAME ('=' expression)?

expressions: expression (',' expression)+ ','? -> Tuple | expression ',' -> Tuple | expression
expression!: bad_expression | bad_legacy | disjunction 'if' disjunction 'else' expression -> IfExp | disjunction | lambda
yield: 'yield' 'from' expression -> Yield | 'yield' star_expressions? -> Yield
star_expressions: star_expression (',' star_expression)+ ','? -> Tuple | star_expression ',' -> Tuple | star_expression
star_expression!: '*' bitwise -> Starred | expression
star_named_list: star_named% ','?
star_named: '*' bitwise -> Starred | named
assignment_expression: NAME ':=' ~ expression -> NamedExpr
named: assignment_expression | bad_named | expression !':='
disjunction!: conjunction ('or' conjunction)+ -> BoolOp | conjunction
conjunction!: inversion ('and' inversion)+ -> BoolOp | inversion
inversion!: 'not' inversion -> UnaryOp | comparison
comparison: bitwise (comparator bitwise)+ -> Compare | bitwise
comparator: '==' | NOTEQUAL | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' | 'is' 'not' | 'is'
bitwise!: shift (('|' | '^' | '&') shift)+ -> BinOp | shift
shift!: bad_arithmetic | sum (('<<' | '>>') sum)+ -> BinOp | sum
sum!: term (('+' | '-') term)+ -> BinOp | term
term!: bad_factor | factor (('*' | '/' | '//' | '%' | '@') factor)+ -> BinOp | factor
factor!: ('+' | '-' | '~') factor -> UnaryOp | power
power: await_primary '**' factor -> BinOp | await_primary
await_primary!: 'await' primary -> Await | primary
primary!: atom (member | genexp -> Call | '(' arguments? ')' -> Call)* -> Primary
member: '.' NAME -> Attribute | '[' slices ']' -> Subscript
atom: NAME -> Name | 'True' -> True | 'False' -> False | 'None' -> None | strings | NUMBER -> Literal | &'(' (genexp | tuple | group)
  | &'[' (listcomp | list) | &'{' (dict | set | dictcomp | setcomp) | '...' -> Ellipsis
group: '(' v=(yield | named) ')' | bad_group
slices: slice !',' | (slice | starred)% ','? -> Tuple
slice: expression? ':' expression? (':' expression?)? -> Slice | named
lambda: 'lambda' lambda_params? ':' expression -> Lambda
lambda_params: bad_lambda_params | lambda_parameters
lambda_parameters: lslash_plain lparam_plain* lparam_default* lstar_etc? | lslash_default lparam_default* lstar_etc?
  | lparam_plain+ lparam_default* lstar_etc? | lparam_default+ lstar_etc? | lstar_etc
lslash_plain: lparam_plain+ '/' ',' | lparam_plain+ '/' &':'
lslash_default: lparam_plain* lparam_default+ '/' ',' | lparam_plain* lparam_default+ '/' &':'
lstar_etc: bad_lstar_etc | '*' lparam_plain lparam_maybe* lkwds? | '*' ',' lparam_maybe+ lkwds? | lkwds
lkwds: bad_lkwds | '**' lparam_plain
lparam_plain: v=NAME ',' | v=NAME &':'
lparam_default: NAME default ',' | NAME default &':'
lparam_maybe: NAME default? ',' | NAME default? &':'

strings!: a=(FSTART fmiddle* FEND -> JoinedStr | STRING -> Literal)+ -> Strings => mixed(a) cannot mix bytes and nonbytes literals
fmiddle: freplacement | FMIDDLE
freplacement: '{' right_side '='? a=fconversion? fspec? '}' => conversion(a) f-string: invalid conversion character
  | bad_freplacement
fconversion: a='!' b=NAME => adjacent(a,b) f-string: conversion type must come right after the exclamanation mark
fspec: ':' (FMIDDLE | freplacement)*

list: '[' star_named_list? ']' -> List
tuple: '(' (star_named ',' star_named_list?)? ')' -> Tuple
set: '{' star_named_list '}' -> Set
dict: '{' (pair (',' later_pair)* ','?)? '}' -> Dict | '{' bad_pairs '}'
pair: '**' bitwise | kvpair
later_pair: '**' bitwise | bad_key | kvpair
kvpair: expression ':' expression
clauses: clause+
clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)* | 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | bad_clause | bad_for_target
listcomp: '[' named clauses ']' -> ListComp | bad_comprehension
setcomp: '{' named clauses '}' -> SetComp | bad_comprehension
genexp: '(' (assignment_expression | expression !':=') clauses ')' -> GeneratorExp | bad_comprehension
dictcomp: '{' kvpair clauses '}' -> DictComp | bad_dict_comprehension

arguments!: args ','? &')' | bad_arguments
args: positional% (',' kwargs)? -> Arguments | kwargs -> Arguments
positional: (starred | (assignment_expression | expression !':=') !'=') -> Positional
kwargs: kwarg_or_starred% ',' kwarg_or_double% | kwarg_or_starred% | kwarg_or_double%
starred: bad_unpacking | '*' expression -> Starred | bad_starred
kwarg_or_starred: bad_kwarg | NAME '=' expression | starred -> Positional
kwarg_or_double: bad_kwarg | NAME '=' expression | '**' expression -> DoubleStarred

star_targets: star_target !',' | star_target (',' star_target)* ','?
star_target!: '*' !'*' star_target | target
target!: target_primary '.' NAME !look | target_primary '[' slices ']' !look | star_atom
star_atom: NAME | '(' target ')' | '(' star_targets_tuple? ')' | '[' (star_target% ','?)? ']'
star_targets_tuple: star_target (',' star_target)+ ','? | star_target ','
single_target: member_target | NAME | '(' single_target ')'
member_target: target_primary '.' NAME !look | target_primary '[' slices ']' !look
target_primary!: atom &look ((member | genexp | '(' arguments? ')') &look)*
look: '(' | '[' | '.'
del_targets: del_target% ','?
del_target!: target_primary '.' NAME !look | target_primary '[' slices ']' !look | del_atom
del_atom: NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'

bad_arguments: ((positional% ',' kwargs) | kwargs) a=',' (starred !'=')% => from(a) iterable argument unpacking follows keyword argument unpacking
  | a=expression b=clauses ',' (args | expression clauses)? => range(a,b) Generator expression must be parenthesized
  | a=NAME b='=' expression clauses => range(a,b) invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  | (args ',')? a=NAME b='=' &(',' | ')') => range(a,b) expected argument value expression
  | a=args b=clauses => generator(a,b) Generator expression must be parenthesized
  | args ',' a=expression b=clauses => range(a,b) Generator expression must be parenthesized
  | a=args ',' args => arguments(a) positional argument follows keyword argument
bad_kwarg: a=('True' | 'False' | 'None') b='=' => range(a,b) cannot assign to {a.text}
  | a=NAME b='=' expression clauses => range(a,b) invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  | !(NAME '=') a=expression b='=' => range(a,b) expression cannot contain assignment, perhaps you meant "=="?
  | a='**' expression '=' b=expression => range(a,b) cannot assign to keyword argument unpacking
plain_expression: disjunction 'if' disjunction 'else' expression -> IfExp | disjunction | lambda
bad_legacy: a=NAME !'(' b=star_expressions => legacy(a,b) Missing parentheses in call to '{a.text}'. Did you mean {a.text}(...)?
bad_expression: !(NAME STRING | SOFT) a=disjunction b=plain_expression => comma(a,b) invalid syntax. Perhaps you forgot a comma?
  | a=disjunction 'if' b=disjunction !('else' | ':') => range(a,b) expected 'else' after 'if' expression
  | a='lambda' lambda_params? b=':' &FMIDDLE => range(a,b) f-string: lambda expressions are not allowed without parentheses
bad_named!: a=expression ':=' expression => at(a) cannot use assignment expressions with {a}
  | a=NAME '=' b=bitwise !('=' | ':=') => range(a,b) invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise '=' bitwise !('=' | ':=') => at(a) cannot assign to {a} here. Maybe you meant '==' instead of '='?
bad_assignment: a=annotation_target ':' expression => at(a) only single target (not {a}) can be annotated
  | a=star_named ',' star_named_list* ':' expression => at(a) only single target (not tuple) can be annotated
  | a=expression ':' expression => at(a) illegal target for annotation
  | (star_targets '=')* a=star_expressions '=' => assign(a) cannot assign to {a}
  | (star_targets '=')* a=yield '=' => at(a) assignment to yield expression not possible
  | a=star_expressions AUGMENTED right_side => at(a) '{a}' is an illegal expression for augmented assignment
annotation_target: list | tuple | '(' v=annotation_target ')'
bad_del: 'del' a=star_expressions => delete(a) cannot delete {a}
bad_block: NEWLINE !INDENT => indent() expected an indented block
bad_comprehension: ('[' | '(' | '{') a=starred clauses => at(a) iterable unpacking cannot be used in comprehension
  | ('[' | '{') a=star_named ',' b=star_named_list clauses => range(a,b) did you forget parentheses around the comprehension target?
  | ('[' | '{') a=star_named b=',' clauses => range(a,b) did you forget parentheses around the comprehension target?
bad_dict_comprehension: '{' a='**' bitwise clauses '}' => at(a) dict unpacking cannot be used in dict comprehension
bad_params: a='/' ',' => at(a) at least one argument must precede /
  | (slash_plain | slash_default) param_maybe* a='/' => at(a) / may appear only once
  | slash_plain? param_plain* (slash_default | param_default+) a=param_plain => at(a) parameter without a default follows parameter with a default
  | param_plain* a='(' param_plain+ ','? b=')' => range(a,b) Function parameters cannot be parenthesized
  | (slash_plain | slash_default)? param_maybe* '*' (',' | param_plain) param_maybe* a='/' => at(a) / must be ahead of *
  | param_maybe+ '/' a='*' => at(a) expected comma between / and *
bad_star_etc: a='*' (')' | ',' (')' | '**')) => at(a) named arguments must follow bare *
  | '*' param a='=' => at(a) var-positional argument cannot have default value
  | '*' (param_plain | ',') param_maybe* a='*' (param_plain | ',') => at(a) * argument may appear only once
bad_kwds: '**' param a='=' => at(a) var-keyword argument cannot have default value
  | '**' param ',' a=param => at(a) arguments cannot follow var-keyword argument
  | '**' param ',' a=('*' | '**' | '/') => at(a) arguments cannot follow var-keyword argument
bad_lambda_params: a='/' ',' => at(a) at least one argument must precede /
  | (lslash_plain | lslash_default) lparam_maybe* a='/' => at(a) / may appear only once
  | lslash_plain? lparam_plain* (lslash_default | lparam_default+) a=lparam_plain => at(a) parameter without a default follows parameter with a default
  | lparam_plain* a='(' NAME% ','? b=')' => range(a,b) Lambda expression parameters cannot be parenthesized
  | (lslash_plain | lslash_default)? lparam_maybe* '*' (',' | lparam_plain) lparam_maybe* a='/' => at(a) / must be ahead of *
  | lparam_maybe+ '/' a='*' => at(a) expected comma between / and *
bad_lstar_etc: '*' (':' | ',' (':' | '**')) => last() named arguments must follow bare *
  | '*' NAME a='=' => at(a) var-positional argument cannot have default value
  | '*' (lparam_plain | ',') lparam_maybe* a='*' (lparam_plain | ',') => at(a) * argument may appear only once
bad_lkwds: '**' NAME a='=' => at(a) var-keyword argument cannot have default value
  | '**' NAME ',' a=NAME => at(a) arguments cannot follow var-keyword argument
  | '**' NAME ',' a=('*' | '**' | '/') => at(a) arguments cannot follow var-keyword argument
bad_with_item: expression 'as' a=expression &(',' | ')' | ':') => assign(a) cannot assign to {a}
bad_clause: 'async'? 'for' (bitwise (',' bitwise)* ','?) !'in' => last() 'in' expected after for-loop variables
bad_for_target: 'async'? 'for' a=star_expressions => loop(a) cannot assign to {a}
bad_group: '(' a=starred ')' => at(a) cannot use starred expression here
  | '(' a='**' expression ')' => at(a) cannot use double starred expression here
bad_import: a='import' dotted% 'from' dotted => from(a) Did you mean to use 'from ... import ...' instead?
  | 'import' a=NEWLINE => from(a) Expected one or more names after 'import'
bad_from_targets: from_as% ',' NEWLINE => last() trailing comma not allowed without surrounding parentheses
  | a=NEWLINE => from(a) Expected one or more names after 'import'
bad_with: 'async'? 'with' (expression ('as' star_target)?)% NEWLINE => last() expected ':'
  | 'async'? 'with' '(' (expressions ('as' star_target)?)% ','? ')' NEWLINE => last() expected ':'
bad_with_indent: 'async'? a='with' (expression ('as' star_target)?)% ':' NEWLINE !INDENT => indent(a) expected an indented block after 'with' statement on line {line}
  | 'async'? a='with' '(' (expressions ('as' star_target)?)% ','? ')' ':' NEWLINE !INDENT => indent(a) expected an indented block after 'with' statement on line {line}
bad_try: a='try' ':' NEWLINE !INDENT => indent(a) expected an indented block after 'try' statement on line {line}
  | 'try' ':' block !('except' | 'finally') => last() expected 'except' or 'finally' block
  | 'try' ':' block* except+ a='except' b='*' expression ('as' NAME)? ':' => range(a,b) cannot have both 'except' and 'except*' on the same 'try'
  | 'try' ':' block* except_star+ a='except' (expression ('as' NAME)?)? ':' => at(a) cannot have both 'except' and 'except*' on the same 'try'
bad_except: 'except' '*'? a=expression ',' expressions ('as' NAME)? ':' => from(a) multiple exception types must be parenthesized
  | 'except' '*'? expression ('as' NAME)? NEWLINE => last() expected ':'
  | 'except' NEWLINE => last() expected ':'
  | 'except' '*' (NEWLINE | ':') => last() expected one or more exception types
bad_finally: a='finally' ':' NEWLINE !INDENT => indent(a) expected an indented block after 'finally' statement on line {line}
bad_except_indent: a='except' expression ('as' NAME)? ':' NEWLINE !INDENT => indent(a) expected an indented block after 'except' statement on line {line}
  | a='except' ':' NEWLINE !INDENT => indent(a) expected an indented block after 'except' statement on line {line}
bad_except_star_indent: a='except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT => indent(a) expected an indented block after 'except*' statement on line {line}
bad_match: "match" subject NEWLINE => last() expected ':'
  | a="match" subject ':' NEWLINE !INDENT => indent(a) expected an indented block after 'match' statement on line {line}
bad_case: "case" patterns guard? NEWLINE => last() expected ':'
  | a="case" patterns guard? ':' NEWLINE !INDENT => indent(a) expected an indented block after 'case' statement on line {line}
bad_as_pattern: or_pattern 'as' a="_" => at(a) cannot use '_' as a target
  | or_pattern 'as' !NAME a=expression => at(a) invalid pattern target
bad_class_pattern: name_or_attr '(' (pattern% ',')? keyword_pattern% ',' a=pattern% => at(a) positional patterns follow keyword patterns
bad_if: 'if' named NEWLINE => last() expected ':'
  | a='if' named ':' NEWLINE !INDENT => indent(a) expected an indented block after 'if' statement on line {line}
bad_elif: 'elif' named NEWLINE => last() expected ':'
  | a='elif' named ':' NEWLINE !INDENT => indent(a) expected an indented block after 'elif' statement on line {line}
bad_else: a='else' ':' NEWLINE !INDENT => indent(a) expected an indented block after 'else' statement on line {line}
bad_while: 'while' named NEWLINE => last() expected ':'
  | a='while' named ':' NEWLINE !INDENT => indent(a) expected an indented block after 'while' statement on line {line}
bad_for: 'async'? 'for' star_targets 'in' star_expressions NEWLINE => last() expected ':'
  | 'async'? a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT => indent(a) expected an indented block after 'for' statement on line {line}
bad_function: 'async'? a='def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT => indent(a) expected an indented block after function definition on line {line}
  | 'async'? 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block
bad_class: 'class' NAME type_params? ('(' arguments? ')')? NEWLINE => last() expected ':'
  | a='class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT => indent(a) expected an indented block after class definition on line {line}
trial_expression: plain_expression
bad_key: a=trial_expression !':' => key(a) ':' expected after dictionary key
bad_pairs: pair% ',' bad_pair
  | expression ':' a='*' bitwise => from(a) cannot use a starred expression in a dictionary value
  | expression a=':' &('}' | ',') => at(a) expression expected after dictionary key and ':'
bad_pair: a=expression !':' => key(a) ':' expected after dictionary key
  | expression ':' a='*' bitwise => from(a) cannot use a starred expression in a dictionary value
  | expression a=':' &('}' | ',') => at(a) expression expected after dictionary key and ':'
bad_unpacking: a='*' expression '=' b=expression => range(a,b) cannot assign to iterable argument unpacking
bad_starred: '*' => last() Invalid star expression
bad_freplacement: '{' a='=' => at(a) f-string: valid expression required before '='
  | '{' a='!' => at(a) f-string: valid expression required before '!'
  | '{' a=':' => at(a) f-string: valid expression required before ':'
  | '{' a='}' => at(a) f-string: valid expression required before '}'
  | '{' !right_side => next() f-string: expecting a valid expression after '{'
  | '{' right_side !('=' | '!' | ':' | '}') => next() f-string: expecting '=', or '!', or ':', or '}'
  | '{' right_side '=' !('!' | ':' | '}') => next() f-string: expecting '!', or ':', or '}'
  | '{' right_side '='? bad_conversion
  | '{' right_side '='? ('!' NAME)? !(':' | '}') => next() f-string: expecting ':' or '}'
  | '{' right_side '='? ('!' NAME)? ':' (FMIDDLE | freplacement)* !'}' => next() f-string: expecting '}', or format specs
  | '{' right_side '='? ('!' NAME)? !'}' => next() f-string: expecting '}'
bad_conversion: '!' &(':' | '}') => next() f-string: missing conversion character
  | '!' !NAME => next() f-string: invalid conversion character
bad_arithmetic: sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion => range(a,b) 'not' after an operator must be parenthesized
bad_factor: ('+' | '-' | '~') a='not' b=factor => range(a,b) 'not' after an operator must be parenthesized
bad_type_params: '[' a=']' => from(a) Type parameter list cannot be empty
bad_type_param: '*' NAME a=':' b=expression => bound(a,b) TypeVarTuple
  | '**' NAME a=':' b=expression => bound(a,b) ParamSpec
`;
