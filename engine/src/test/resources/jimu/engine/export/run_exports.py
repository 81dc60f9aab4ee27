"""Runs exported PyTorch sources: run_exports.py FOLDER STUB.

Each folder in FOLDER holds model.py, model.safetensors and inputs.json; result.json is written beside them.
STUB is a folder with a module called safetensors. Exit code 3: torch is not installed.
"""

import contextlib
import importlib.util
import io
import json
import py_compile
import runpy
import sys
import traceback
from pathlib import Path

try:
    import torch
except ImportError as error:
    print(error)
    sys.exit(3)

TYPES = {"F32": torch.float32, "I32": torch.int32}


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def forget_safetensors():
    for name in [name for name in sys.modules if name.split(".")[0] == "safetensors"]:
        del sys.modules[name]


def outputs(module, model, inputs):
    if hasattr(module, "prepare"):
        inputs = module.prepare(*inputs)
        inputs = inputs if isinstance(inputs, tuple) else (inputs,)
    with torch.no_grad():
        made = model(*inputs)
    made = made if isinstance(made, tuple) else (made,)
    return [{"shape": list(one.shape), "numbers": one.double().flatten().tolist()} for one in made]


def run(folder, stub):
    source = folder / "model.py"
    py_compile.compile(str(source), doraise=True)
    module = load(source, "exported_" + folder.name)
    batches = []
    for batch in json.loads((folder / "inputs.json").read_text()):
        batches.append(
            [torch.tensor(one["numbers"], dtype=TYPES[one["type"]]).reshape(one["shape"]) for one in batch]
        )

    sys.modules["safetensors"] = None
    own = module.load_model()
    results = [outputs(module, own, batch) for batch in batches]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        runpy.run_path(str(source), run_name="__main__")

    forget_safetensors()
    sys.path.insert(0, stub)
    import safetensors.torch

    packaged = module.load_model()
    assert safetensors.torch.opened == [str(folder / "model.safetensors")], safetensors.torch.opened
    assert [outputs(module, packaged, batch) for batch in batches] == results
    sys.path.remove(stub)
    forget_safetensors()

    assert not own.training
    return {
        "batches": results,
        "keys": {key: str(value.dtype) for key, value in own.state_dict().items()},
        "printed": printed.getvalue(),
        "structure": repr(own),
    }


for folder in sorted(Path(sys.argv[1]).iterdir()):
    try:
        result = run(folder, sys.argv[2])
    except BaseException:
        result = {"error": traceback.format_exc()}
    (folder / "result.json").write_text(json.dumps(result))
