package jimu.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.ChannelDrop;
import jimu.engine.op.GroupNormalization;
import jimu.engine.op.LayerNormalization;
import jimu.engine.op.Op;
import jimu.engine.op.RandomDrop;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;

/** Random cases of normalisations and of what drops numbers at random. */
final class NormOpCases extends Draw {
    NormOpCases(Random random, DType floating) {
        super(random, floating);
    }

    OpCase layerNormalisation() {
        int axes = between(1, 2);
        TensorType x = type(between(1, 3), between(1, 4), between(3, 5));
        TensorType weight = new TensorType(floating, x.shape().slice(3 - axes, 3));
        boolean affine = random.nextBoolean();
        List<TensorType> types = affine ? List.of(x, weight, weight) : List.of(x);
        Op op = new LayerNormalization(axes, 0.01 + random.nextDouble() * 0.1, affine);
        return new OpCase(op, types, types.stream().map(this::values).toList(), types.size());
    }

    OpCase groupNormalisation() {
        int groups = between(1, 3);
        int channels = groups * between(1, 2);
        TensorType x = type(between(1, 3), channels, between(1, 3), between(3, 4));
        TensorType channel = type(channels);
        boolean affine = random.nextBoolean();
        boolean moving = groups == channels && random.nextBoolean();
        List<TensorType> types = new ArrayList<>(List.of(x));
        if (affine) {
            types.addAll(List.of(channel, channel));
        }
        int differentiable = types.size();
        if (moving) {
            types.addAll(List.of(channel, channel));
        }
        OptionalDouble momentum = moving ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty();
        Op op = new GroupNormalization(groups, 0.01 + random.nextDouble() * 0.1, affine, momentum);
        return new OpCase(op, types, types.stream().map(this::values).toList(), differentiable);
    }

    OpCase normalisation() {
        TensorType x = random.nextBoolean()
                ? type(between(3, 6), between(1, 5))
                : type(between(2, 4), between(1, 5), between(1, 4), between(2, 5));
        TensorType channel = type(x.shape().dim(1).factor());
        boolean affine = random.nextBoolean();
        boolean batch = random.nextBoolean();
        boolean tracked = !batch || random.nextBoolean();
        List<TensorType> types = new ArrayList<>(List.of(x));
        if (affine) {
            types.addAll(List.of(channel, channel));
        }
        int differentiable = types.size();
        List<double[]> values = types.stream().map(this::values).collect(Collectors.toCollection(ArrayList::new));
        if (tracked) {
            types.addAll(List.of(channel, channel));
            values.add(values(channel));
            values.add(random.doubles(channel.shape().elements(1), 0.5, 2).toArray());
        }
        Op op = new BatchNormalization(random.nextDouble() * 0.1, random.nextDouble(), affine, tracked, batch);
        return new OpCase(op, types, values, differentiable);
    }

    OpCase drop() {
        TensorType x = type(between(1, 5), between(1, 50));
        return new OpCase(new RandomDrop(between(0, 4) * 0.25), List.of(x), List.of(values(x)), 1);
    }

    OpCase channelDrop() {
        TensorType x = type(between(1, 4), between(1, 5), between(1, 3), between(1, 3));
        return new OpCase(new ChannelDrop(between(0, 4) * 0.25), List.of(x), List.of(values(x)), 1);
    }
}
