"""Stands in for the package of this name: the same function, and a list of what it was asked for."""

import json

import torch

opened = []
TYPES = {"F32": torch.float32, "I64": torch.int64}


def load_file(path):
    opened.append(str(path))
    data = open(path, "rb").read()
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            row = bytearray(data[start + begin : start + end])
            tensors[name] = torch.frombuffer(row, dtype=TYPES[entry["dtype"]]).reshape(entry["shape"])
    return tensors
