#!/usr/bin/env python3
"""Writes functions.json: forward and backward of the layers that are functions in PyTorch and no modules, of
PositionalEncoding, attention to another sequence and an embedding with padding, as layers.json has them.

    /usr/bin/python3 make_functions.py
"""
import json, math, os, torch

torch.manual_seed(3)
CASES = []


def tensor(x):
    if not x.is_floating_point():
        return {"shape": list(x.shape), "data": x.flatten().tolist()}
    return {"shape": list(x.shape), "data": [float("%.8g" % v) for v in x.detach().double().flatten().tolist()]}


def u(*shape):
    return torch.empty(*shape).uniform_(-1.5, 1.5).requires_grad_()


def case(name, module, args, inputs, function):
    y = function(*inputs)
    gradient = torch.empty_like(y).uniform_(-1, 1)
    y.backward(gradient)
    CASES.append({"name": name, "module": module, "args": args, "mode": "train", "inputs": [tensor(x) for x in inputs], "params": {},
                  "outputs": [tensor(y)], "output_grads": [tensor(gradient)], "input_grads": [None if x.grad is None else tensor(x.grad) for x in inputs], "param_grads": {}})


case("identity", "Identity", {}, [u(2, 3)], lambda x: x * 1)
case("unflatten", "Unflatten", dict(dim=1, unflattened_size=[2, 3]), [u(4, 6, 2)], lambda x: x.unflatten(1, (2, 3)))
case("unflatten_rest", "Unflatten", dict(dim=-1, unflattened_size=[3, -1]), [u(4, 6)], lambda x: x.unflatten(-1, (3, -1)))
case("reshape", "Reshape", dict(shape=[4, -1]), [u(5, 2, 6)], lambda x: x.reshape(5, 4, -1))
case("permute", "Permute", dict(dims=[0, 2, 3, 1]), [u(2, 3, 4, 5)], lambda x: x.permute(0, 2, 3, 1))
case("permute_batch", "Permute", dict(dims=[1, 0, 2]), [u(5, 3, 4)], lambda x: x.permute(1, 0, 2))
case("select", "Select", dict(dim=1, index=-1), [u(3, 5, 4)], lambda x: x.select(1, -1))
case("select_last_axis", "Select", dict(dim=-1, index=2), [u(3, 2, 4)], lambda x: x.select(-1, 2))
case("mean", "Mean", dict(dims=[2, 3]), [u(2, 3, 4, 5)], lambda x: x.mean([2, 3]))
case("mean_keepdim", "Mean", dict(dims=[1, -1], keepdim=True), [u(2, 3, 4, 5)], lambda x: x.mean([1, -1], keepdim=True))
case("sum", "Sum", dict(dims=[1]), [u(4, 3, 5)], lambda x: x.sum(1))
case("sum_keepdim", "Sum", dict(dims=[-1], keepdim=True), [u(4, 3, 5)], lambda x: x.sum(-1, keepdim=True))
case("add", "Add", {}, [u(4, 3, 5), u(4, 3, 5)], lambda a, b: a + b)
case("add_three", "Add", {}, [u(4, 3), u(4, 3), u(4, 3)], lambda a, b, c: a + b + c)
case("add_stretched", "Add", {}, [u(4, 1, 5), u(4, 3, 1)], lambda a, b: a + b)
case("subtract", "Subtract", {}, [u(4, 3, 2), u(4, 1, 2)], lambda a, b: a - b)
case("multiply", "Multiply", {}, [u(4, 3, 2, 2), u(4, 3, 1, 1)], lambda a, b: a * b)
case("average", "Average", {}, [u(4, 3), u(4, 3), u(4, 1)], lambda a, b, c: (a + b + c) / 3)
case("maximum", "Maximum", {}, [u(4, 7), u(4, 7)], torch.maximum)
ties = torch.tensor([[1.0, 2.0], [-1.0, 0.0]])
case("maximum_ties", "Maximum", {}, [ties.clone().requires_grad_(), ties.clone().requires_grad_()], torch.maximum)
case("concat", "Concat", dict(dim=1), [u(2, 3, 4), u(2, 1, 4), u(2, 2, 4)], lambda a, b, c: torch.cat([a, b, c], 1))
case("concat_last", "Concat", dict(dim=-1), [u(2, 3, 4), u(2, 3, 1)], lambda a, b: torch.cat([a, b], -1))
case("matmul", "MatMul", {}, [u(4, 2, 3), u(4, 3, 5)], torch.matmul)
case("matmul_stretched", "MatMul", {}, [u(4, 2, 2, 3), u(4, 1, 3, 5)], torch.matmul)



def positions(length, width):
    rates = torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    angles = torch.arange(length).unsqueeze(1) * rates
    pe = torch.zeros(length, width)
    pe[:, 0::2] = torch.sin(angles)
    pe[:, 1::2] = torch.cos(angles[:, : width // 2])
    return pe


for name, first, x in [("positionalencoding", False, u(5, 3, 6)), ("positionalencoding_batch_first", True, u(3, 5, 7))]:
    pe = positions(9, x.shape[2])
    case(name, "PositionalEncoding", dict(dropout=0.0, max_len=9, batch_first=first), [x], lambda x: x + (pe[:5] if first else pe[:5].unsqueeze(1)))
    CASES[-1]["buffers_before"] = CASES[-1]["buffers_after"] = {"pe": tensor(pe)}


def module_case(name, module, args, inputs, m, call):
    for p in m.parameters():
        p.data.uniform_(-0.5, 0.5)
    case(name, module, args, inputs, call)
    CASES[-1]["params"] = {n: tensor(p) for n, p in m.named_parameters()}
    CASES[-1]["param_grads"] = {n: tensor(p.grad) for n, p in m.named_parameters()}


for name, first, query, key in [("multiheadattention_key_and_value", False, u(5, 3, 6), u(4, 3, 6)), ("multiheadattention_key_and_value_batch_first", True, u(3, 5, 6), u(3, 4, 6))]:
    args = dict(embed_dim=6, num_heads=2, bias=first, batch_first=first)
    m = torch.nn.MultiheadAttention(**args)
    module_case(name, "MultiheadAttention", args, [query, key, u(*key.shape)], m, lambda q, k, v: m(q, k, v, need_weights=False)[0])
args = dict(num_embeddings=6, embedding_dim=3, padding_idx=-4)
m = torch.nn.Embedding(**args)
module_case("embedding_padding", "Embedding", args, [torch.tensor([[0, 2, 5], [2, 2, 5]])], m, m)
for name, more, x in [("gelu", dict(activation="gelu"), u(5, 3, 8)), ("norm_first", dict(norm_first=True, batch_first=True, layer_norm_eps=1e-3), u(3, 5, 8))]:
    args = dict(d_model=8, nhead=2, dim_feedforward=12, dropout=0.0, **more)
    m = torch.nn.TransformerEncoderLayer(**args)
    module_case("transformerencoderlayer_" + name, "TransformerEncoderLayer", args, [x], m, m)
case("sin", "Sin", {}, [u(3, 4)], torch.sin)
case("affine", "Affine", dict(scale=-0.75, shift=0.5), [u(3, 4)], lambda x: x * -0.75 + 0.5)
case("narrow", "Narrow", dict(dim=1, start=-3, length=2), [u(3, 5, 4)], lambda x: x.narrow(1, 2, 2))

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "functions.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c) for c in CASES) + "\n]\n")
