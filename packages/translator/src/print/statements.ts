import type { ClassMember, ImportSpecifier, Statement, StatementOf } from "../tree/statements.js";
import { concat, enclosed, group, hardline, indent, join, line, origin, type Doc } from "./doc.js";
import { printExpression, printParameters, printStatementExpression } from "./expressions.js";
import { precedence } from "./precedence.js";
import { commentText, stringLiteral } from "./string-literal.js";
import { printType } from "./types.js";

/** Statements in braces. */
export function printBlock(body: readonly Statement[]): Doc {
  return body.length === 0 ? "{}" : concat("{", indent(concat(hardline, printStatements(body))), hardline, "}");
}

/** Statements, one per line, with the empty lines they ask for. */
export function printStatements(statements: readonly Statement[]): Doc {
  const parts: Doc[] = [];
  statements.forEach((statement, index) => {
    if (index > 0) parts.push(hardline);
    if (index > 0 && statement.spaced === true) parts.push(hardline);
    parts.push(printDocumentation(statement.doc), origin(statement.origin), printStatement(statement));
  });
  return concat(...parts);
}

function printDocumentation(doc: string | undefined): Doc {
  if (doc === undefined) return "";
  const lines = doc.split("\n").map((text) => commentText(text).trimEnd());
  if (lines.length === 1) return concat(`/** ${lines[0] ?? ""} */`, hardline);
  return concat("/**", ...lines.flatMap((text): Doc[] => [hardline, text === "" ? " *" : ` * ${text}`]), hardline, " */", hardline);
}

function printStatement(statement: Statement): Doc {
  switch (statement.kind) {
    case "expression":
      return concat(printStatementExpression(statement.value), ";");
    case "variable": {
      const head = `${statement.exported ? "export " : ""}${statement.constant ? "const" : "let"} `;
      const type = statement.type === undefined ? "" : `: ${printType(statement.type)}`;
      const initial = statement.initial === undefined ? "" : concat(" = ", printExpression(statement.initial));
      return concat(head, printExpression(statement.target), type, initial, ";");
    }
    case "variables": {
      const type = printType(statement.type);
      const names = statement.names.map((name): Doc => `${name}: ${type}`);
      return concat("let ", group(indent(join(concat(",", line), names))), ";");
    }
    case "function":
      return concat(
        `${statement.exported ? "export " : ""}function${statement.generator ? "*" : ""} ${statement.name}`,
        printParameters(statement.parameters),
        statement.returnType === undefined ? "" : `: ${printType(statement.returnType)}`,
        " ",
        printBlock(statement.body),
      );
    case "class":
      return printClass(statement);
    case "block":
      return concat(printLabel(statement.label), printBlock(statement.body));
    case "if":
      return printIf(statement);
    case "while":
      return concat(
        printLabel(statement.label),
        "while (",
        printExpression(statement.test, precedence.sequence),
        ") ",
        printBlock(statement.body),
      );
    case "forOf":
      return concat(
        printLabel(statement.label),
        `for (${statement.declaration}${statement.declaration === "" ? "" : " "}`,
        printExpression(statement.target),
        " of ",
        printExpression(statement.iterable),
        ") ",
        printBlock(statement.body),
      );
    case "try":
      return concat(
        "try ",
        printBlock(statement.body),
        statement.handler === undefined ? "" : concat(` catch (${statement.handler.name}) `, printBlock(statement.handler.body)),
        statement.finalizer === undefined ? "" : concat(" finally ", printBlock(statement.finalizer)),
      );
    case "return":
      return statement.value === undefined ? "return;" : concat("return ", printExpression(statement.value), ";");
    case "throw":
      return concat("throw ", printExpression(statement.value), ";");
    case "break":
    case "continue":
      return `${statement.kind}${statement.label === undefined ? "" : ` ${statement.label}`};`;
    case "exportNothing":
      return "export {};";
    case "import":
      return printImport(statement);
  }
}

function printLabel(label: string | undefined): string {
  return label === undefined ? "" : `${label}: `;
}

function printIf(statement: StatementOf<"if">): Doc {
  const parts: Doc[] = ["if (", printExpression(statement.test, precedence.sequence), ") ", printBlock(statement.then)];
  const [only] = statement.otherwise;
  if (only?.kind === "if" && statement.otherwise.length === 1) parts.push(" else ", printIf(only));
  else if (only !== undefined) parts.push(" else ", printBlock(statement.otherwise));
  return concat(...parts);
}

function printClass(statement: StatementOf<"class">): Doc {
  const head = concat(
    `${statement.exported ? "export " : ""}class ${statement.name} `,
    statement.base === undefined ? "" : concat("extends ", printExpression(statement.base, precedence.call), " "),
  );
  if (statement.members.length === 0) return concat(head, "{}");
  const parts: Doc[] = [];
  statement.members.forEach((member, index) => {
    if (index > 0) parts.push(hardline);
    if (index > 0 && member.spaced === true) parts.push(hardline);
    parts.push(printDocumentation(member.doc), origin(member.origin), printMember(member));
  });
  return concat(head, "{", indent(concat(hardline, ...parts)), hardline, "}");
}

function printMember(member: ClassMember): Doc {
  if (member.kind === "field") return `declare ${member.name}: ${printType(member.type)};`;
  if (member.kind === "staticField") {
    const head = `static ${member.name}: ${printType(member.type)}`;
    return member.initial === undefined ? `declare ${head};` : concat(head, " = ", printExpression(member.initial), ";");
  }
  return concat(
    member.modifier === "static" ? "static " : "",
    member.modifier === "get" || member.modifier === "set" ? `${member.modifier} ` : "",
    member.generator ? "*" : "",
    member.name,
    printParameters(member.parameters),
    member.returnType === undefined ? "" : `: ${printType(member.returnType)}`,
    " ",
    printBlock(member.body),
  );
}

function printImport(statement: StatementOf<"import">): Doc {
  const from = stringLiteral(statement.module);
  if (statement.namespace !== undefined) return `import * as ${statement.namespace} from ${from};`;
  if (statement.names.length === 0) return `import ${from};`;
  return concat("import ", enclosed("{", statement.names.map(printSpecifier), "}", { padded: true }), ` from ${from};`);
}

function printSpecifier(specifier: ImportSpecifier): string {
  const renamed = specifier.name === specifier.alias ? specifier.name : `${specifier.name} as ${specifier.alias}`;
  return specifier.typeOnly ? `type ${renamed}` : renamed;
}
