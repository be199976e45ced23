"""The Rust library's side of bench/tokenizers.ts: folder, file of texts, mode, repetitions."""
import json
import os
import resource
import sys
import time

os.environ["TOKENIZERS_PARALLELISM"] = "false"  # one thread, as the others

import tokenizers
from tokenizers import Tokenizer

folder, file, mode, repetitions = sys.argv[1:]
with open(file, encoding="utf8") as f:
    texts = json.load(f)
seconds = []
cpu_seconds = []
for i in range(int(repetitions)):
    tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    checksum = num_ids = 0
    cpu, start = time.process_time(), time.perf_counter()
    if mode == "batch":
        rows = [e.ids for e in tokenizer.encode_batch(texts)]
    else:
        rows = [tokenizer.encode(text).ids for text in texts]
    seconds.append(time.perf_counter() - start)
    cpu_seconds.append(time.process_time() - cpu)
    # Outside the time: a sum in Python would cost more than the encoding.
    for row in rows:
        checksum += sum(id * (position + 1) for position, id in enumerate(row))
        num_ids += len(row)
    if i == 0:
        peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
version = f"tokenizers {tokenizers.__version__}, Python {sys.version.split()[0]}"
result = {"checksum": checksum, "numIds": num_ids}
print(
    json.dumps(
        {"seconds": seconds, "cpuSeconds": cpu_seconds, "peakBytes": peak_bytes, "version": version, "result": result}
    )
)
