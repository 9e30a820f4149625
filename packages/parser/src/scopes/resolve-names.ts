import { errorAt, type TreeSource } from "../compile-error.js";
import { BOUND, GLOBAL, LOCAL, NONLOCAL, TYPE_PARAMETER, isTypeScope, type RawScope } from "./raw-scope.js";

/**
 * Decides for every name of every scope whether it is local, a cell, free or global, from the outside inwards.
 *
 * @throws PySyntaxError for a `nonlocal` that has nothing to refer to
 */
export function resolveNames(top: RawScope, source: TreeSource): void {
  new Resolver(source).scope(top, undefined, new Set(), new Set(), undefined);
}

class Resolver {
  readonly #source: TreeSource;

  constructor(source: TreeSource) {
    this.#source = source;
  }

  /**
   * @param bound - the names bound in the functions around; undefined in the module
   * @param globals - the names that a function around declares global
   * @param typeParameters - those of `bound` that are type parameters
   * @param classScope - the class whose names the scope sees, if it is one of type parameters
   * @returns the names free in the scope and in those inside it
   */
  scope(
    scope: RawScope,
    bound: ReadonlySet<string> | undefined,
    globals: ReadonlySet<string>,
    typeParameters: ReadonlySet<string>,
    classScope: RawScope | undefined,
  ): Set<string> {
    const visible = { bound: new Set(bound), globals: new Set(globals), typeParameters: new Set(typeParameters) };
    const local = new Set<string>();
    const free = new Set<string>();
    for (const [name, flags] of scope.flags) this.#name(scope, name, flags, bound, visible, local, free, classScope);

    const isClass = scope.kind === "class";
    // The names of a class are not visible in its methods, but `__class__` is.
    const inner = {
      bound: new Set(isClass ? bound : visible.bound),
      globals: isClass ? new Set(globals) : visible.globals,
    };
    if (isClass) inner.bound.add("__class__");
    else if (scope.isFunctionLike) for (const name of local) inner.bound.add(name);

    const innerFree = new Set<string>();
    for (const child of scope.children) {
      const seen = child.seesClass || isTypeScope(child.kind) ? (isClass ? scope : classScope) : undefined;
      const found = this.scope(child, inner.bound, inner.globals, visible.typeParameters, seen);
      for (const name of found) innerFree.add(name);
    }
    if (scope.isFunctionLike) {
      for (const name of local) {
        if (!innerFree.delete(name)) continue;
        scope.resolve(name, "cell");
      }
    } else if (isClass) innerFree.delete("__class__");
    for (const name of innerFree) {
      free.add(name);
      // A name free further in passes through the functions between.
      if (!scope.flags.has(name) && bound?.has(name) === true) {
        scope.flags.set(name, 0);
        scope.resolve(name, "free");
      }
    }
    return free;
  }

  #name(
    scope: RawScope,
    name: string,
    flags: number,
    bound: ReadonlySet<string> | undefined,
    visible: { bound: Set<string>; globals: Set<string>; typeParameters: Set<string> },
    local: Set<string>,
    free: Set<string>,
    classScope: RawScope | undefined,
  ): void {
    if ((flags & GLOBAL) !== 0) {
      if ((flags & NONLOCAL) !== 0) this.#fail(scope, name, `name '${name}' is nonlocal and global`);
      // In the module itself a name that is bound there is as local as it is global.
      scope.resolve(name, scope.kind === "module" && (flags & BOUND) !== 0 ? "local" : "global_explicit");
      visible.globals.add(name);
      visible.bound.delete(name);
      return;
    }
    if ((flags & NONLOCAL) !== 0) {
      if (bound === undefined) this.#fail(scope, name, "nonlocal declaration not allowed at module level");
      if (!visible.bound.has(name)) this.#fail(scope, name, `no binding for nonlocal '${name}' found`);
      if (visible.typeParameters.has(name)) this.#fail(scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
      scope.resolve(name, "free");
      free.add(name);
      return;
    }
    if ((flags & BOUND) !== 0) {
      scope.resolve(name, "local");
      local.add(name);
      visible.globals.delete(name);
      if ((flags & TYPE_PARAMETER) !== 0) visible.typeParameters.add(name);
      else visible.typeParameters.delete(name);
      return;
    }
    const inClass = classScope?.flags.get(name) ?? 0;
    if ((inClass & GLOBAL) !== 0) scope.resolve(name, "global_explicit");
    else if ((inClass & (LOCAL | BOUND)) !== 0 && (inClass & NONLOCAL) === 0) scope.resolve(name, "global_implicit");
    else if (visible.bound.has(name)) {
      scope.resolve(name, "free");
      free.add(name);
    } else scope.resolve(name, "global_implicit");
  }

  #fail(scope: RawScope, name: string, message: string): never {
    const place = scope.directives.get(name) ?? { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 0 };
    throw errorAt(this.#source, message, place);
  }
}
