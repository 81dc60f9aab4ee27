package jimu.engine.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.OutputSize;
import jimu.engine.layer.Scale;
import jimu.engine.layer.conv.Upsample;
import jimu.engine.layer.conv.ZeroPad2d;
import jimu.engine.layer.pool.AdaptiveAvgPool2d;
import jimu.engine.op.Interpolation;
import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/** Pads, crops or resizes one of two pictures that meet to the height and width of the other. */
final class FitPicture implements Remedy {
    @Override
    public Set<String> keys() {
        return Set.of("merge.shapes", "concat.shapes");
    }

    @Override
    public List<Repair> propose(Case problem) {
        Optional<TensorShape> first = problem.arriving("input1").map(TensorType::shape);
        Optional<TensorShape> own = problem.arriving().map(TensorType::shape);
        List<Repair> repairs = new ArrayList<>();
        if (first.filter(FitPicture::picture).isPresent()
                && own.filter(FitPicture::picture).isPresent()) {
            layers(own.get(), first.get()).forEach(layer -> repairs.add(problem.insert(problem.port(), layer)));
            layers(first.get(), own.get()).forEach(layer -> repairs.add(problem.insert("input1", layer)));
        }
        return repairs;
    }

    private static boolean picture(TensorShape shape) {
        return shape.rank() == 4 && !shape.slice(1, 4).batched();
    }

    private static List<Layer> layers(TensorShape from, TensorShape to) {
        int height = Math.toIntExact(to.dim(2).factor());
        int width = Math.toIntExact(to.dim(3).factor());
        int down = height - Math.toIntExact(from.dim(2).factor());
        int across = width - Math.toIntExact(from.dim(3).factor());
        if (down == 0 && across == 0) {
            return List.of();
        }
        Layer padded = new ZeroPad2d(new Margins(half(down), down - half(down), half(across), across - half(across)));
        Layer resized = down >= 0 && across >= 0
                ? new Upsample(new AutoPair(new IntPair(height, width)), Scale.AUTO, Interpolation.NEAREST, false)
                : new AdaptiveAvgPool2d(
                        new OutputSize(java.util.OptionalInt.of(height), java.util.OptionalInt.of(width)));
        return List.of(padded, resized);
    }

    private static int half(int margin) {
        return margin / 2;
    }
}
