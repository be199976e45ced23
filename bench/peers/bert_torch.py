"""PyTorch's side of bench/engine.ts: one case as JSON in the first argument, then orders on stdin.

The same model, weights, batches and optimizer as house/engine-ours.ts, written the way PyTorch
users write it. Weights and batches come from one hash that both sides compute, so that the losses
can be compared number by number.

Orders, one a line: "run 5" takes five steps (or encodes five times); "end" says the largest memory.
"""
import json
import math
import sys
import time
import zlib

import torch
import torch.nn.functional as F
from torch import nn

case = json.loads(sys.argv[1])
torch.set_num_threads(case["threads"])
DEVICE = case.get("device", "cpu")
HAS_FUSED_ATTENTION = hasattr(F, "scaled_dot_product_attention")
VERSION = tuple(int(part) for part in torch.__version__.split("+")[0].split(".")[:2])


class Attention(nn.Module):
    def __init__(self, width, heads, dropout):
        super().__init__()
        self.self = nn.ModuleDict({name: nn.Linear(width, width) for name in ("query", "key", "value")})
        self.output = nn.ModuleDict({"dense": nn.Linear(width, width), "LayerNorm": nn.LayerNorm(width, 1e-12)})
        self.heads, self.rate, self.dropout = heads, dropout, nn.Dropout(dropout)

    def forward(self, x, bias):
        batch, length, width = x.shape
        query, key, value = (
            self.self[name](x).view(batch, length, self.heads, -1).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        if HAS_FUSED_ATTENTION:
            rate = self.rate if self.training else 0.0
            context = F.scaled_dot_product_attention(query, key, value, bias, rate)
        else:
            scores = query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + bias
            context = self.dropout(torch.softmax(scores, -1)) @ value
        context = context.transpose(1, 2).reshape(batch, length, width)
        return self.output["LayerNorm"](x + self.dropout(self.output["dense"](context)))


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.attention = Attention(width, heads, dropout)
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(width, inner)})
        self.output = nn.ModuleDict({"dense": nn.Linear(inner, width), "LayerNorm": nn.LayerNorm(width, 1e-12)})
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias):
        x = self.attention(x, bias)
        inner = F.gelu(self.intermediate["dense"](x))
        return self.output["LayerNorm"](x + self.dropout(self.output["dense"](inner)))


class Bert(nn.Module):
    """Parameters have the names of Hugging Face's checkpoints."""

    def __init__(self, vocabulary, width, layers, heads, inner, dropout):
        super().__init__()
        self.embeddings = nn.ModuleDict(
            {
                "word_embeddings": nn.Embedding(vocabulary, width),
                "position_embeddings": nn.Embedding(512, width),
                "token_type_embeddings": nn.Embedding(2, width),
                "LayerNorm": nn.LayerNorm(width, 1e-12),
            }
        )
        self.encoder = nn.ModuleDict(
            {"layer": nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))}
        )
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids, mask):
        tables = self.embeddings
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = tables["word_embeddings"](ids) + tables["position_embeddings"](positions)
        x = x + tables["token_type_embeddings"](torch.zeros_like(ids))
        x = self.dropout(tables["LayerNorm"](x))
        bias = ((1 - mask) * torch.finfo(torch.float32).min)[:, None, None, :]
        for layer in self.encoder["layer"]:
            x = layer(x, bias.to(x.dtype))
        return x


class Model(nn.Module):
    """BERT with the head that the case needs."""

    def __init__(self, vocabulary, width, layers, heads, inner, dropout, task):
        super().__init__()
        self.bert = Bert(vocabulary, width, layers, heads, inner, dropout)
        if task == "mlm":
            transform = {"dense": nn.Linear(width, width), "LayerNorm": nn.LayerNorm(width, 1e-12)}
            self.cls = nn.ModuleDict({"predictions": nn.Module()})
            self.cls["predictions"].transform = nn.ModuleDict(transform)
            self.cls["predictions"].bias = nn.Parameter(torch.zeros(vocabulary))
        if task == "siamese":
            self.classifier = nn.Linear(3 * width, 3)

    def mlm_loss(self, batch):
        hidden = self.bert(batch["ids"], batch["mask"]).flatten(0, 1)[batch["positions"]]
        head = self.cls["predictions"]
        hidden = head.transform["LayerNorm"](F.gelu(head.transform["dense"](hidden)))
        table = self.bert.embeddings["word_embeddings"].weight
        return F.cross_entropy(F.linear(hidden, table, head.bias), batch["labels"])

    def siamese_loss(self, batch):
        u = self.sentence(batch["ids"], batch["mask"])
        v = self.sentence(batch["otherIds"], batch["mask"])
        logits = self.classifier(torch.cat([u, v, (u - v).abs()], 1))
        return F.cross_entropy(logits, batch["classes"])

    def sentence(self, ids, mask):
        """The mean over the tokens."""
        weight = mask[:, :, None]
        return (self.bert(ids, mask) * weight).sum(1) / weight.sum(1)


def hashed(seed, start, count):
    """32 well mixed bits for each number; MurmurHash3's finalizer (Appleby 2011, public domain)."""
    bits = 0xFFFFFFFF
    h = (torch.arange(start, start + count) * 0x9E3779B1 + seed) & bits
    h = ((h ^ (h >> 16)) * 0x85EBCA6B) & bits
    h = ((h ^ (h >> 13)) * 0xC2B2AE35) & bits
    return h ^ (h >> 16)


def fill(name, parameter):
    """Uniform with standard deviation 0.02 for matrices; 1 and 0 for layer norm and biases."""
    if parameter.ndim == 1:
        return parameter.fill_(1.0 if name.endswith("LayerNorm.weight") else 0.0)
    flat, seed, chunk = parameter.view(-1), zlib.crc32(name.encode()), 1 << 18
    for start in range(0, flat.numel(), chunk):
        part = flat[start : start + chunk]
        uniform = hashed(seed, start, part.numel()).double() / 2.0**32
        part.copy_(((uniform * 2 - 1) * 0.02 * math.sqrt(3)).float())


def whole(name, limit, *shape):
    count = math.prod(shape)
    return (hashed(zlib.crc32(name.encode()), 0, count) % limit).reshape(shape).to(DEVICE)


def training_batch():
    size, length = case["batch"], case["length"]
    masked = max(1, round(length * 0.15))
    rows = torch.arange(size)[:, None]
    places = (torch.arange(masked)[None, :] * (length // masked) + rows * 7) % length
    return {
        "ids": whole("ids", case["vocabulary"], size, length),
        "otherIds": whole("otherIds", case["vocabulary"], size, length),
        "mask": torch.ones(size, length, device=DEVICE),
        "positions": (rows * length + places).reshape(-1).to(DEVICE),
        "labels": whole("labels", case["vocabulary"], size * masked),
        "classes": whole("classes", 3, size),
    }


def sentence_batches():
    lengths, batches = case["lengths"], []
    for start in range(0, len(lengths), case["batch"]):
        part = lengths[start : start + case["batch"]]
        longest = max(part)
        ids = whole(f"ids {start}", case["vocabulary"], len(part), longest)
        mask = torch.arange(longest)[None, :] < torch.tensor(part)[:, None]
        batches.append((ids, mask.float().to(DEVICE)))
    return batches


def synchronize():
    if DEVICE == "cuda":
        torch.cuda.synchronize()


def peak_bytes():
    with open("/proc/self/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def trainer(model):
    """One step a call; its loss."""
    decayed = [p for name, p in model.named_parameters() if not is_plain(name)]
    plain = [p for name, p in model.named_parameters() if is_plain(name)]
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}]
    fused = {"fused": True} if VERSION >= (2, 4) else {}
    optimizer = torch.optim.AdamW(groups, lr=case["learningRate"], **fused)
    batch = training_batch()
    loss_of = model.mlm_loss if case["task"] == "mlm" else model.siamese_loss
    half = torch.autocast(DEVICE, torch.bfloat16, enabled=case.get("precision") == "bf16")

    def step():
        with half:
            loss = loss_of(batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def is_plain(name):
    return name.endswith("bias") or "LayerNorm" in name


def encoder(model):
    """All sentences a call; a sum that depends on every number of every embedding."""
    batches = sentence_batches()
    half = torch.autocast(DEVICE, torch.bfloat16, enabled=case.get("precision") == "bf16")

    def encode():
        with torch.inference_mode(), half:
            embeddings = torch.cat([model.sentence(ids, mask) for ids, mask in batches])
        return embeddings.float().abs().sum().item()

    return encode


torch.backends.cuda.matmul.allow_tf32 = case.get("precision") == "tf32"
torch.manual_seed(1)
sizes = [case[key] for key in ("vocabulary", "width", "layers", "heads", "inner", "dropout")]
model = Model(*sizes, case["task"])
with torch.no_grad():
    for name, parameter in model.named_parameters():
        fill(name, parameter)
model.to(DEVICE)
model.train(case["task"] != "encode")
act = encoder(model) if case["task"] == "encode" else trainer(model)
print(json.dumps({"version": f"PyTorch {torch.__version__}", "prepareSeconds": 0}), flush=True)
for order in sys.stdin:
    if order.startswith("end"):
        break
    seconds, cpu_seconds, values = [], [], []
    for _ in range(int(order.split()[1])):
        cpu, start = time.process_time(), time.perf_counter()
        values.append(act())
        synchronize()
        seconds.append(time.perf_counter() - start)
        cpu_seconds.append(time.process_time() - cpu)
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "values": values}), flush=True)
print(json.dumps({"peakBytes": peak_bytes()}), flush=True)
