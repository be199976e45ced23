// Logits sorted from the largest down → probabilities at T, before and after top-k and top-p.
lab.distribution = (logits, { temperature, topK, topP }) => {
  const raised = logits.map((logit) => Math.exp((logit - logits[0]) / temperature));
  const sum = raised.reduce((a, b) => a + b, 0);
  const all = raised.map((share) => share / sum);
  const first = all.slice(0, topK);
  const ofFirst = first.reduce((a, b) => a + b, 0);
  let kept = first.length;
  if (topP < 1) {
    let mass = 0;
    kept = 0;
    while (kept < first.length && mass < topP) mass += first[kept++] / ofFirst;
  }
  const mass = first.slice(0, kept).reduce((a, b) => a + b, 0);
  const shares = all.map((share, i) => (i < kept ? share / mass : 0));
  return { all, shares, kept };
};

lab.entropy = (shares) => shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
