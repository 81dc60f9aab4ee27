"""Exports small PyTorch networks as ONNX files, with inputs and outputs beside them: what the import of ONNX is held to.

Run with PyTorch 1.13 in this folder; writes onnx/NAME.onnx and onnx/NAME.json.
"""

import json
import os

import torch
from torch import nn

torch.manual_seed(3)
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "onnx")


def case(name, net, *inputs, opset=13, axis=0, trained=True, **more):
    for parameter in net.parameters() if trained else ():
        nn.init.uniform_(parameter, -0.5, 0.5)
    for buffer_name, buffer in net.named_buffers():
        if buffer_name.endswith("running_var"):
            nn.init.uniform_(buffer, 0.5, 1.5)
        elif buffer_name.endswith("running_mean"):
            nn.init.uniform_(buffer, -0.5, 0.5)
    net.eval()
    names = ["x%d" % (i + 1) for i in range(len(inputs))]
    if axis is not None:
        more["dynamic_axes"] = {n: {axis: "batch"} for n in names}
    torch.onnx.export(net, inputs, os.path.join(FOLDER, name + ".onnx"), opset_version=opset, input_names=names, **more)
    with torch.no_grad():
        outputs = net(*inputs)
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    arrays = lambda tensors: [{"shape": list(t.shape), "data": [float("%.8g" % v) for v in t.flatten().tolist()]} for t in tensors]
    with open(os.path.join(FOLDER, name + ".json"), "w") as out:
        json.dump({"inputs": arrays(inputs), "outputs": arrays(outputs)}, out)


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)

    def forward(self, x):
        y = torch.relu(self.bn1(self.conv1(x)))
        return torch.relu(self.bn2(self.conv2(y)) + x)


class Resnet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 7, stride=2, padding=3)
        self.pool = nn.MaxPool2d(3, 2, padding=1)
        self.layer1 = nn.Sequential(Residual(4), Residual(4))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(4, 5)

    def forward(self, x):
        x = self.layer1(self.pool(torch.relu(self.conv(x))))
        return self.fc(torch.flatten(self.avgpool(x), 1))


class Last(nn.Module):
    """The last step of a recurrent layer through a linear one; views by the size of the batch, as courses write it."""

    def __init__(self, recurrent, width):
        super().__init__()
        self.recurrent = recurrent
        self.fc = nn.Linear(width, 3)

    def forward(self, x):
        output, _ = self.recurrent(x)
        return self.fc(output[:, -1, :] if self.recurrent.batch_first else output[-1])


class Given(nn.Module):
    """An LSTM that begins with zeros made for the size of the batch."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 3, num_layers=2, batch_first=True)
        self.fc = nn.Linear(3, 2)

    def forward(self, x):
        h = torch.zeros(2, x.size(0), 3)
        c = torch.zeros(2, x.size(0), 3)
        output, (h, c) = self.lstm(x, (h, c))
        return self.fc(output.reshape(x.size(0), -1).view(x.size(0), 5, 3)[:, -1])


class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.all = nn.ModuleList([
            nn.ReLU(), nn.LeakyReLU(0.1), nn.ELU(0.7), nn.SELU(), nn.GELU(), nn.GELU(approximate="tanh"), nn.SiLU(),
            nn.Mish(), nn.Softplus(), nn.Softsign(), nn.Hardswish(), nn.Hardsigmoid(), nn.ReLU6(), nn.Sigmoid(),
            nn.LogSigmoid(), nn.Tanh(), nn.PReLU(4), nn.Softmax(1), nn.LogSoftmax(-1)])

    def forward(self, x):
        return tuple(one(x) for one in self.all)


class Unet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(1, 4, 3, padding=1)
        self.low = nn.Conv2d(4, 6, 3, padding=1)
        self.up = nn.ConvTranspose2d(6, 4, 2, stride=2)
        self.smooth = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)
        self.near = nn.Upsample(scale_factor=2, mode="nearest")
        self.out = nn.Conv2d(4 + 4 + 6 + 6, 2, 1)

    def forward(self, x):
        high = torch.relu(self.down(x))
        low = torch.relu(self.low(nn.functional.max_pool2d(high, 2)))
        return self.out(torch.cat([high, self.up(low), self.smooth(low), self.near(low)], 1))


class Attention(nn.Module):
    """Scaled dot-product attention by hand."""

    def __init__(self):
        super().__init__()
        self.q, self.k, self.v = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8)
        self.out = nn.Linear(8, 8)

    def forward(self, x):
        split = lambda y: y.view(x.size(0), -1, 2, 4).transpose(1, 2)
        q, k, v = split(self.q(x)), split(self.k(x)), split(self.v(x))
        weights = torch.softmax(q @ k.transpose(-2, -1) / 2.0, -1)
        return self.out((weights @ v).transpose(1, 2).reshape(x.size(0), -1, 8))


class Text(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 6)
        self.positions = nn.Parameter(torch.zeros(1, 5, 6))
        self.norm = nn.LayerNorm(6)
        self.fc = nn.Linear(6, 4)

    def forward(self, x):
        return self.fc(self.norm(self.embedding(x) + self.positions)).mean(1)


class Twins(nn.Module):
    def __init__(self):
        super().__init__()
        self.branch = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3))

    def forward(self, a, b):
        return self.branch(a) - self.branch(b)


class Squeezed(nn.Module):
    """Squeeze and excitation, with channels shuffled."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 3, groups=3)
        self.fc1 = nn.Conv2d(6, 2, 1)
        self.fc2 = nn.Conv2d(2, 6, 1)

    def forward(self, x):
        x = self.conv(x)
        n, c, h, w = x.shape
        x = x.view(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)
        scale = torch.sigmoid(self.fc2(nn.functional.silu(self.fc1(x.mean((2, 3), keepdim=True)))))
        return (x * scale).flatten(1)


def normalized(shape, *layers):
    """Brings pictures to mean 0 as a part of the network."""

    class Normalized(nn.Module):
        def __init__(self):
            super().__init__()
            self.register_buffer("mean", torch.rand(shape))
            self.register_buffer("std", 0.5 + torch.rand(shape))
            self.net = nn.Sequential(*layers)

        def forward(self, x):
            return self.net((x - self.mean) / self.std)

    return Normalized()


class Parts(nn.Module):
    """Halves of the channels, each on its own way."""

    def forward(self, x):
        a, b = x.chunk(2, 1)
        c, d = torch.split(x, [1, 3], 1)
        return a * torch.sigmoid(b), torch.cat([d, c], 1), x[:, 1:3, :-1]


class Vision(nn.Module):
    """A small vision transformer."""

    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(3, 8, 4, 4)
        self.positions = nn.Parameter(torch.zeros(1, 4, 8))
        self.encoder = nn.TransformerEncoder(encoder(batch_first=True, activation="gelu"), 2, enable_nested_tensor=False)
        self.head = nn.Linear(8, 3)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2) + self.positions
        return self.head(self.encoder(x).mean(1))


def encoder(**more):
    return nn.TransformerEncoderLayer(8, 2, 12, dropout=0.0, **more)


x = torch.randn
case("lenet", nn.Sequential(
    nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 8, 5), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(200, 20), nn.ReLU(), nn.Dropout(), nn.Linear(20, 10)), x(1, 1, 28, 28))
case("resnet", Resnet(), x(2, 3, 16, 16))
case("resnet_one", Resnet(), x(1, 3, 16, 16), axis=None)
case("resnet_four", Resnet(), x(4, 3, 16, 16), axis=None)
case("unfolded", Resnet(), x(2, 3, 16, 16), do_constant_folding=False, training=torch.onnx.TrainingMode.PRESERVE)
case("activations", Activations(), x(3, 4, 5) * 2)
case("lstm", Last(nn.LSTM(4, 6, batch_first=True), 6), x(2, 5, 4))
case("gru", Last(nn.GRU(4, 6, num_layers=2, batch_first=True, bidirectional=True), 12), x(2, 5, 4))
case("rnn", Last(nn.RNN(4, 6, nonlinearity="relu"), 6), x(5, 2, 4), axis=1)
case("lstm_zeros", Given(), x(3, 5, 4))
case("unet", Unet(), x(2, 1, 8, 8))
case("attention", Attention(), x(2, 5, 8))
case("encoder", encoder(batch_first=True), x(2, 5, 8))
case("encoder_gelu", encoder(activation="gelu", norm_first=True), x(5, 2, 8), axis=1)
case("encoder_17", encoder(batch_first=True), x(2, 5, 8), opset=17)
case("text", Text(), torch.randint(0, 20, (2, 5)))
case("twins", Twins(), x(3, 4), x(3, 4))
case("squeezed", Squeezed(), x(2, 3, 6, 5))
case("normalized", normalized((1, 3, 1, 1), nn.Conv2d(3, 2, 3), nn.Flatten()), x(2, 3, 5, 5))
case("norms", nn.Sequential(
    nn.Conv2d(2, 4, 3), nn.GroupNorm(2, 4), nn.InstanceNorm2d(4, affine=True), nn.AvgPool2d(3, 2, padding=1),
    nn.MaxPool2d(3, 2, ceil_mode=True), nn.ZeroPad2d((1, 0, 2, 1)), nn.Flatten(), nn.BatchNorm1d(60)), x(2, 2, 12, 9))
case("lines", nn.Sequential(
    nn.Conv1d(3, 4, 3, padding=1), nn.BatchNorm1d(4), nn.ReLU(), nn.MaxPool1d(2), nn.AvgPool1d(2), nn.Flatten(),
    nn.Linear(16, 2)), x(2, 3, 16))
case("parts", Parts(), x(2, 4, 5, 3))
case("vision", Vision(), x(2, 3, 8, 8))
case("vision_one", Vision(), x(1, 3, 8, 8), axis=None)
case("vision_three", Vision(), x(3, 3, 8, 8), axis=None)
case("old", Resnet(), x(2, 3, 16, 16), opset=9)


class Tied(nn.Module):
    """Two layers of one weight, and a value that goes on in two ways, one of which adds to it."""

    def __init__(self):
        super().__init__()
        self.a = nn.Linear(6, 6)
        self.b = nn.Linear(6, 6)
        self.b.weight = self.a.weight
        self.b.bias = self.a.bias
        self.conv = nn.Conv2d(2, 3, 1)
        self.register_buffer("shift", torch.rand(3, 1, 1))

    def forward(self, x, y):
        y = self.conv(y)
        return self.b(torch.relu(self.a(x))), nn.functional.dropout(y, training=False) + self.shift, torch.relu(y)


case("tied", Tied(), x(2, 6), x(2, 2, 3, 3))


class Ends(nn.Module):
    """Branches of a list that are joined, then two heads that the network ends with."""

    def __init__(self):
        super().__init__()
        self.branches = nn.ModuleList([nn.Sequential(nn.Conv2d(3, 2, 1 + 2 * i, padding=i), nn.ReLU()) for i in range(2)])
        self.left = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))
        self.right = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 1))

    def forward(self, x):
        x = torch.cat([branch(x) for branch in self.branches], 1).mean((2, 3))
        return self.left(x), self.right(x)


class Again(nn.Module):
    """One block three times over, with the same weights."""

    def __init__(self):
        super().__init__()
        self.block = Residual(2)
        self.out = nn.Conv2d(2, 1, 1)

    def forward(self, x):
        for _ in range(3):
            x = self.block(x)
        return self.out(x)


case("ends", Ends(), x(2, 3, 4, 4))
case("wrapped", nn.Sequential(Resnet()), x(2, 3, 16, 16))
case("again", Again(), x(2, 2, 5, 5), do_constant_folding=False, training=torch.onnx.TrainingMode.PRESERVE)
case("untrained", nn.Sequential(encoder(batch_first=True), encoder(batch_first=True)), x(2, 5, 8), trained=False)
