"""Writes ../bert.json and ../bert/: a tiny BERT in plain PyTorch, its weights and its numbers.

Run with any PyTorch from 1.13 on and NumPy:  OMP_NUM_THREADS=1 python make_bert.py
Parameters have the names of Hugging Face's BertForPreTraining. Weights are random (seeded); the layer
norms' gains and biases, all other biases and the [PAD] row are not trivial, so that a missing term
shows. The numbers are those of a float64 run of the float32 weights, rounded to 9 decimals.
"""
import json, math, os, platform, struct
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

OUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(OUT, "bert")
PY = "python " + platform.python_version()


def clean(x):
    """Tensors and arrays as lists, for JSON."""
    if hasattr(x, "detach"):
        x = x.detach().cpu().numpy()
    if isinstance(x, np.ndarray):
        return x.tolist()
    if isinstance(x, dict):
        return {str(k): clean(v) for k, v in x.items()}
    if isinstance(x, (list, tuple)):
        return [clean(v) for v in x]
    return x


def save(name, values):
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as f:
        json.dump(clean(values), f, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        f.write("\n")


CFG = dict(vocab_size=60, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64, hidden_act="gelu",
           hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, max_position_embeddings=40, type_vocab_size=2, initializer_range=0.02,
           layer_norm_eps=1e-12, pad_token_id=0, position_embedding_type="absolute", model_type="bert", architectures=["BertForPreTraining"],
           tie_word_embeddings=True, use_cache=False)
H, NH, EPS = CFG["hidden_size"], CFG["num_attention_heads"], CFG["layer_norm_eps"]
DH = H // NH


class Embeddings(nn.Module):
    def __init__(s):
        super().__init__()
        s.word_embeddings = nn.Embedding(CFG["vocab_size"], H)
        s.position_embeddings = nn.Embedding(CFG["max_position_embeddings"], H)
        s.token_type_embeddings = nn.Embedding(CFG["type_vocab_size"], H)
        s.LayerNorm = nn.LayerNorm(H, eps=EPS)

    def forward(s, ids, types):
        pos = torch.arange(ids.shape[1])
        return s.LayerNorm(s.word_embeddings(ids) + s.position_embeddings(pos)[None] + s.token_type_embeddings(types))


class SelfAtt(nn.Module):
    def __init__(s):
        super().__init__()
        s.query, s.key, s.value = nn.Linear(H, H), nn.Linear(H, H), nn.Linear(H, H)

    def forward(s, x, bias):
        n, t, _ = x.shape
        split = lambda m: m(x).reshape(n, t, NH, DH).transpose(1, 2)
        q, k, v = split(s.query), split(s.key), split(s.value)
        p = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(DH) + bias, dim=-1)
        return (p @ v).transpose(1, 2).reshape(n, t, H), p


class AddNorm(nn.Module):
    def __init__(s, i):
        super().__init__()
        s.dense = nn.Linear(i, H)
        s.LayerNorm = nn.LayerNorm(H, eps=EPS)

    def forward(s, x, res):
        return s.LayerNorm(s.dense(x) + res)


class Attention(nn.Module):
    def __init__(s):
        super().__init__()
        s.self = SelfAtt()
        s.output = AddNorm(H)


class Dense(nn.Module):
    def __init__(s, i, o):
        super().__init__()
        s.dense = nn.Linear(i, o)


class Layer(nn.Module):
    def __init__(s):
        super().__init__()
        s.attention = Attention()
        s.intermediate = Dense(H, CFG["intermediate_size"])
        s.output = AddNorm(CFG["intermediate_size"])

    def forward(s, x, bias):
        ctx, p = s.attention.self(x, bias)
        a = s.attention.output(ctx, x)
        return s.output(F.gelu(s.intermediate.dense(a)), a), p


class Encoder(nn.Module):
    def __init__(s):
        super().__init__()
        s.layer = nn.ModuleList(Layer() for _ in range(CFG["num_hidden_layers"]))


class Bert(nn.Module):
    def __init__(s):
        super().__init__()
        s.embeddings, s.encoder, s.pooler = Embeddings(), Encoder(), Dense(H, H)


class Transform(nn.Module):
    def __init__(s):
        super().__init__()
        s.dense, s.LayerNorm = nn.Linear(H, H), nn.LayerNorm(H, eps=EPS)


class Predictions(nn.Module):
    def __init__(s):
        super().__init__()
        s.transform = Transform()
        s.bias = nn.Parameter(torch.zeros(CFG["vocab_size"]))


class Cls(nn.Module):
    def __init__(s):
        super().__init__()
        s.predictions, s.seq_relationship = Predictions(), nn.Linear(H, 2)


class Model(nn.Module):
    def __init__(s):
        super().__init__()
        s.bert, s.cls = Bert(), Cls()

    def forward(s, ids, types, mask):
        bias = (1.0 - mask[:, None, None, :].to(s.cls.predictions.bias.dtype)) * torch.finfo(torch.float32).min
        x = s.bert.embeddings(ids, types)
        hs, att = [x], []
        for L in s.bert.encoder.layer:
            x, p = L(x, bias)
            hs.append(x); att.append(p)
        pooled = torch.tanh(s.bert.pooler.dense(x[:, 0]))
        t = s.cls.predictions.transform
        mlm = t.LayerNorm(F.gelu(t.dense(x))) @ s.bert.embeddings.word_embeddings.weight.T + s.cls.predictions.bias
        return hs, att, pooled, mlm, s.cls.seq_relationship(pooled)


torch.manual_seed(1234)
torch.set_num_threads(1)
model = Model()
with torch.no_grad():
    for n, p in sorted(model.named_parameters()):
        if n.endswith("LayerNorm.weight"):
            p.copy_(1 + 0.1 * torch.randn(p.shape))
        elif n.endswith("bias"):
            p.copy_(0.1 * torch.randn(p.shape))
        else:
            p.copy_((0.25 if "embeddings" in n else 0.18) * torch.randn(p.shape))
params = {n: p.detach().clone() for n, p in model.named_parameters()}

# ---- a .safetensors file written by hand: the lab's reader is tested on it
def write_safetensors(path, tensors, meta):
    head, off, blobs = {"__metadata__": meta}, 0, []
    for name in sorted(tensors):
        raw = np.ascontiguousarray(tensors[name].numpy().astype("<f4")).tobytes()
        head[name] = {"dtype": "F32", "shape": list(tensors[name].shape), "data_offsets": [off, off + len(raw)]}
        off += len(raw); blobs.append(raw)
    hb = json.dumps(head, separators=(",", ":")).encode()
    hb += b" " * (-len(hb) % 8)
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(hb))); f.write(hb)
        for b in blobs:
            f.write(b)


write_safetensors(os.path.join(FOLDER, "model.safetensors"), params, {"format": "pt"})
with open(os.path.join(FOLDER, "config.json"), "w") as f:
    json.dump(CFG, f, indent=2); f.write("\n")

# ---- padded batch
ids = [[2, 17, 23, 5, 41, 3, 9, 12, 3, 0, 0, 0],
       [2, 4, 33, 59, 3, 0, 0, 0, 0, 0, 0, 0],
       [2, 10, 11, 4, 13, 14, 15, 3, 50, 51, 52, 3]]
types = [[0] * 6 + [1] * 3 + [0] * 3, [0] * 12, [0] * 8 + [1] * 4]
mask = [[1] * 9 + [0] * 3, [1] * 5 + [0] * 7, [1] * 12]
labels = [[-100] * 12 for _ in range(3)]
labels[0][2], labels[0][4] = 23, 7
labels[1][1] = 44
labels[2][3], labels[2][9], labels[2][10] = 12, 51, 6
nsp = [0, 1, 1]
I, T, M, Y, N = map(torch.tensor, (ids, types, mask, labels, nsp))

runs = {}
for dt, nm in ((torch.float32, "f32"), (torch.float64, "f64")):
    m = Model().to(dt)
    with torch.no_grad():
        for n, p in m.named_parameters():
            p.copy_(params[n].to(dt))
    hs, att, pooled, mlm, ns = m(I, T, M)
    lm = F.cross_entropy(mlm.reshape(-1, CFG["vocab_size"]), Y.reshape(-1), ignore_index=-100)
    ln = F.cross_entropy(ns, N)
    g = dict(zip([n for n, _ in m.named_parameters()], torch.autograd.grad(lm, list(m.parameters()), allow_unused=True, retain_graph=True)))
    g2 = dict(zip([n for n, _ in m.named_parameters()], torch.autograd.grad(lm + ln, list(m.parameters()), allow_unused=True)))
    runs[nm] = (hs, att, pooled, mlm, ns, lm, ln, g, g2)

hs, att, pooled, mlm, ns, lm, ln, g, g2 = runs["f64"]
f32gap = max(float((a.double() - b).abs().max()) for a, b in zip(runs["f32"][0] + [runs["f32"][3]], hs + [mlm]))
print("f32 vs f64 forward gap", f32gap)

r9 = lambda x: np.round(x.detach().numpy(), 9)      # 9 decimals of the float64 run
mf = M[:, :, None].double()
last = hs[-1]
mean = (last * mf).sum(1) / mf.sum(1)
mx = last.masked_fill(mf == 0, float("-inf")).max(1).values
sqrtlen = (last * mf).sum(1) / mf.sum(1).sqrt()
pool = {"mean": r9(mean), "max": r9(mx), "cls": r9(last[:, 0]), "mean_sqrt_len": r9(sqrtlen), "mean_unit": r9(F.normalize(mean, dim=1)),
        "mean_unmasked_WRONG": r9(last.mean(1)), "mean_of_last_two_layers_masked": r9((((hs[-1] + hs[-2]) / 2) * mf).sum(1) / mf.sum(1))}
cosm = F.normalize(mean, dim=1) @ F.normalize(mean, dim=1).T

# one sentence alone, without padding: must equal row 1 of the padded batch on the real positions
m = Model().double()
with torch.no_grad():
    for n, p in m.named_parameters():
        p.copy_(params[n].double())
h1, _, p1, l1, n1 = m(I[1:2, :5], T[1:2, :5], M[1:2, :5])
assert float((h1[-1] - last[1:2, :5]).abs().max()) < 1e-12

# five steps of AdamW on MLM + NSP: the loss before each
opt = torch.optim.AdamW(m.parameters(), lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01)
traj = []
for _ in range(5):
    _, _, _, lg, nl = m(I, T, M)
    loss = F.cross_entropy(lg.reshape(-1, 60), Y.reshape(-1), ignore_index=-100) + F.cross_entropy(nl, N)
    opt.zero_grad(); loss.backward(); opt.step(); traj.append(float(loss))

save("bert.json", {
    "source": f"torch {torch.__version__} modules written by hand (HuggingFace BertForPreTraining parameter names), weights f32, numbers from a float64 forward pass, {PY}",
    "f32_vs_f64_max_abs_gap": f32gap, "config": CFG, "n_parameters": sum(p.numel() for p in params.values()),
    "parameter_shapes": {n: list(p.shape) for n, p in sorted(params.items())},
    "parameter_sums_f64": {n: float(p.double().sum()) for n, p in sorted(params.items())},
    "batch": {"input_ids": ids, "token_type_ids": types, "attention_mask": mask, "labels": labels, "next_sentence_label": nsp},
    "embeddings_output": r9(hs[0]), "hidden_states": [r9(h) for h in hs[1:]],
    "attention_probs_layer0": r9(att[0]), "attention_probs_layer1_row_sums_over_real_keys": r9((att[1] * M[:, None, None, :]).sum(-1)),
    "pooler_output": r9(pooled), "mlm_logits_slice": {"what": "mlm_logits[:, 0:6, 0:10]", "values": r9(mlm[:, :6, :10])},
    "mlm_logits_at_labels": [{"row": i, "pos": j, "label": labels[i][j], "logits": r9(mlm[i, j])} for i in range(3) for j in range(12) if labels[i][j] != -100],
    "nsp_logits": r9(ns), "pooling": pool, "mean_pool_cosine": r9(cosm),
    "mlm_loss": lm, "nsp_loss": ln, "total_loss": lm + ln,
    "mlm_grad_norms": {n: (None if v is None else float(v.norm())) for n, v in sorted(g.items())},
    "total_grad_norms": {n: (None if v is None else float(v.norm())) for n, v in sorted(g2.items())},
    "mlm_global_grad_norm": math.sqrt(sum(float((v ** 2).sum()) for v in g.values() if v is not None)),
    "mlm_grad_samples": {n: r9(g[n].reshape(-1)[:8]) for n in ("bert.embeddings.word_embeddings.weight", "bert.embeddings.LayerNorm.weight",
        "bert.encoder.layer.0.attention.self.query.weight", "bert.encoder.layer.0.attention.self.key.bias", "bert.encoder.layer.1.output.dense.weight",
        "bert.encoder.layer.1.output.LayerNorm.bias", "cls.predictions.bias", "cls.predictions.transform.dense.weight")},
    "word_embedding_grad_row_norms": r9(g["bert.embeddings.word_embeddings.weight"].norm(dim=1)),
    "single_unpadded": {"input_ids": ids[1][:5], "token_type_ids": types[1][:5], "last_hidden_state": r9(h1[-1]), "pooler_output": r9(p1)},
    "adamw_5_steps_total_loss": {"lr": 1e-3, "betas": [0.9, 0.999], "eps": 1e-8, "weight_decay": 0.01, "weight_decay_on": "all parameters", "schedule": "constant", "losses_before_each_step": traj},
})
