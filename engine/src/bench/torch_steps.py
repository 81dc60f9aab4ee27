"""Trains one of the benchmark networks in PyTorch: for each line of a number of steps and one of threads so many, and answers
with the nanoseconds of one."""
import sys
import time

import torch
from torch import nn


class Recurrent(nn.Module):
    """Two recurrent layers of 64 units, and a Linear on the last time step."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer(10, 64, 2, batch_first=True)
        self.head = nn.Linear(64, 5)

    def forward(self, x):
        return self.head(self.layer(x)[0][:, -1])


def dense(*sizes):
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return layers[:-1]


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), *dense(400, 120, 84, 10))


def vgg():
    layers, channels = [], 3
    for wider in (32, 64):
        for _ in range(2):
            layers += [nn.Conv2d(channels, wider, 3, padding=1), nn.BatchNorm2d(wider), nn.ReLU()]
            channels = wider
        layers.append(nn.MaxPool2d(2))
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(4096, 256), nn.ReLU(), nn.Dropout(0.5), nn.Linear(256, 10))


def alexnet():
    layers = [nn.Conv2d(3, 96, 11, 4, 2), nn.ReLU(True), nn.MaxPool2d(3, 2)]
    layers += [nn.Conv2d(96, 256, 5, padding=2), nn.ReLU(True), nn.MaxPool2d(3, 2)]
    for inputs, outputs in ((256, 384), (384, 384), (384, 256)):
        layers += [nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU(True)]
    return nn.Sequential(
        *layers, nn.MaxPool2d(3, 2), nn.Flatten(), nn.Dropout(), nn.Linear(9216, 4096), nn.ReLU(True), nn.Dropout(),
        nn.Linear(4096, 4096), nn.ReLU(True), nn.Linear(4096, 10))


def momentum(parameters):
    return torch.optim.SGD(parameters, lr=0.01, momentum=0.9)


NETWORKS = {
    "mlp_tiny": (lambda: nn.Sequential(*dense(10, 64, 1), nn.Sigmoid()), (32, 10), 0, momentum),
    "mlp_784": (lambda: nn.Sequential(*dense(784, 256, 128, 10)), (64, 784), 10, torch.optim.Adam),
    "lenet": (lenet, (64, 1, 28, 28), 10, torch.optim.Adam),
    "vgg32": (vgg, (64, 3, 32, 32), 10, torch.optim.Adam),
    "alexnet": (alexnet, (16, 3, 224, 224), 10, momentum),
    "rnn": (lambda: Recurrent(nn.RNN), (32, 50, 10), 5, torch.optim.Adam),
    "lstm": (lambda: Recurrent(nn.LSTM), (32, 50, 10), 5, torch.optim.Adam),
    "gru": (lambda: Recurrent(nn.GRU), (32, 50, 10), 5, torch.optim.Adam),
}

torch.manual_seed(0)
build, shape, classes, optimizer = NETWORKS[sys.argv[1]]
model = build()
optimizer = optimizer(model.parameters())
x = torch.randn(*shape)
y = torch.randint(classes, (shape[0],)) if classes else torch.rand(shape[0], 1).round()
loss = nn.CrossEntropyLoss() if classes else nn.BCELoss()
print("ready", flush=True)
for line in sys.stdin:
    steps, threads = map(int, line.split())
    torch.set_num_threads(threads)
    began = time.perf_counter_ns()
    for _ in range(steps):
        optimizer.zero_grad()
        loss(model(x), y).backward()
        optimizer.step()
    print((time.perf_counter_ns() - began) / steps, flush=True)
