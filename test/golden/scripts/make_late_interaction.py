"""Late interaction in PyTorch, float64: scores, and gradients by every vector.

    python make_late_interaction.py > ../late-interaction.json
"""

import json

import torch

torch.manual_seed(20)
lengths = {"questions": [4, 2, 1], "answers": [6, 3]}
padded = {side: max(own) for side, own in lengths.items()}
size = 5


def side(name):
    count, length = len(lengths[name]), padded[name]
    vectors = torch.randn(count, length, size, dtype=torch.float64, requires_grad=True)
    mask = torch.zeros(count, length, dtype=torch.float64)
    for row, own in enumerate(lengths[name]):
        mask[row, :own] = 1
    return vectors, mask


questions, question_mask = side("questions")
answers, answer_mask = side("answers")
directions = answers / answers.norm(dim=2, keepdim=True)
dots = torch.einsum("nqe,mae->nmqa", questions, directions)
dots = dots.masked_fill(answer_mask[None, :, None, :] == 0, -torch.inf)
best = dots.max(dim=3).values  # [N, M, Q]
share = question_mask / question_mask.sum(dim=1, keepdim=True)
scores = (best * share[:, None, :]).sum(dim=2)  # [N, M]
weights = torch.randn(scores.shape, dtype=torch.float64)
(scores * weights).sum().backward()

numbers = {
    "questions": questions,
    "questionMask": question_mask,
    "answers": answers,
    "answerMask": answer_mask,
    "scores": scores,
    "weights": weights,
    "questionGradient": questions.grad,
    "answerGradient": answers.grad,
}
source = f"PyTorch {torch.__version__}, float64"
print(json.dumps({"source": source, **{name: t.tolist() for name, t in numbers.items()}}))
