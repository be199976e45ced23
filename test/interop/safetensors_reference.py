"""The safetensors format's own reader and writer, to compare the lab's with.

Reads one request as JSON:
  {"task": "judge", "files"}      "files" holds many files end to end, each after its length (4 bytes,
                                  little-endian); prints a character for each: 1 taken, 0 refused
  {"task": "read", "file"}        prints {name: [dtype, shape, bytes in hexadecimal]}
  {"task": "write", "file"}       writes one tensor of each common type
"""
import json
import struct
import sys

import ml_dtypes
import numpy as np
import safetensors
from safetensors.numpy import save_file


def judge(files):
    with open(files, "rb") as file:
        data = file.read()
    at, verdicts = 0, []
    while at < len(data):
        (length,) = struct.unpack_from("<I", data, at)
        at += 4
        try:
            safetensors.deserialize(data[at : at + length])
            verdicts.append("1")
        except safetensors.SafetensorError:
            verdicts.append("0")
        at += length
    print("".join(verdicts))


def read(file):
    with open(file, "rb") as opened:
        tensors = safetensors.deserialize(opened.read())
    print(json.dumps({name: [t["dtype"], t["shape"], bytes(t["data"]).hex()] for name, t in tensors}))


def write(file):
    values = np.array([[0, 1, 2], [3, 4, 5]])
    kinds = dict(F64="f8", F32="f4", F16="f2", I64="i8", I32="i4", I16="i2", I8="i1", U8="u1")
    tensors = {name: values.astype(kind) for name, kind in kinds.items()}
    tensors["BF16"] = (values / 3).astype(ml_dtypes.bfloat16)
    tensors["BOOL"] = values > 2
    tensors["empty"] = np.zeros((0, 3), np.float32)
    save_file(tensors, file, metadata={"by": "Python"})


request = json.load(sys.stdin)
{"judge": judge, "read": read, "write": write}[request.pop("task")](**request)
