"""Runs a WASI 0.2 command on Wasmtime through its Python package.

python run-on-wasmtime.py PROGRAM.wasm ENVIRONMENT [ARGUMENT ...]

ENVIRONMENT is a JSON object. The program gets nothing else of this process but its three standard streams.
The exit code is the program's; 134 after a trap.
"""

import json
import sys

from wasmtime import Config, Engine, ExitTrap, Store, WasiConfig, WasmtimeError
from wasmtime.component import Component, Linker

RUN = "wasi:cli/run@0.2.12"
STACK = 2 * 1024 * 1024  # the most that Wasmtime takes; its default is a quarter


def configuration() -> Config:
    """A stack that holds the calls which a component of ours may nest, and a cache.

    Compiling takes seconds: what Wasmtime has compiled before is taken from its cache, where it can have one."""
    config = Config()
    config.max_wasm_stack = STACK
    try:
        config.cache = True
    except WasmtimeError:
        pass
    return config


def main(path: str, environment: str, arguments: list[str]) -> int:
    engine = Engine(configuration())
    component = Component.from_file(engine, path)
    linker = Linker(engine)
    linker.add_wasip2()
    wasi = WasiConfig()
    wasi.argv = ["program.wasm", *arguments]
    wasi.env = list(json.loads(environment).items())
    wasi.inherit_stdin()
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    store = Store(engine)
    store.set_wasi(wasi)
    try:
        instance = linker.instantiate(store, component)
        interface = instance.get_export_index(store, RUN)
        run = instance.get_func(store, instance.get_export_index(store, "run", interface))
        return 0 if run(store).tag == "ok" else 1
    except ExitTrap as exit:
        return exit.code
    except WasmtimeError as error:
        print(error, file=sys.stderr)
        return 134


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
