package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.Curve;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.activation.Affine;
import jimu.engine.layer.activation.ELU;
import jimu.engine.layer.activation.GELU;
import jimu.engine.layer.activation.LeakyReLU;
import jimu.engine.layer.activation.Softplus;

/**
 * Finds the activation that one or more operators compute. Files spell the same function in many ways, so it is known by its
 * values, not by its spelling.
 */
final class Activations {
    private static final double FARTHEST = 24;
    private static final double STEP = 0.0625;
    private static final double CLOSE = 2e-6;

    private Activations() {}

    /** The block that computes a curve, made together with the blocks for what goes into it. */
    static Wire block(Curve curve, Importing importing) throws Refusal {
        boolean single = curve.operands().size() == 1 && !(curve.operands().get(0) instanceof Curve);
        Optional<Layer> whole = (single ? curve.layer() : Optional.<Layer>empty()).or(() -> known(curve.function()));
        if (whole.isPresent()) {
            return importing.block(curve.node(), whole.get(), curve.root());
        }
        if (single) {
            throw Refusal.of("function", curve.node());
        }
        List<Wire> wires = new ArrayList<>();
        for (Held operand : curve.operands()) {
            wires.add(importing.wire(operand));
        }
        if (wires.size() > 1) {
            return importing
                    .blocks()
                    .add(curve.node(), Arithmetic.merge(curve.node()), wires, Weights.NONE)
                    .get(0);
        }
        return block(Elementwise.step(curve, wires.get(0)), importing);
    }

    /** The layer with these values. */
    static Optional<Layer> known(DoubleUnaryOperator function) {
        return Stream.of(plain(), fitted(function))
                .flatMap(layers -> layers)
                .filter(layer -> agrees(layer, function))
                .map(Layer.class::cast)
                .findFirst();
    }

    /** The catalogue's activations with their defaults. */
    private static Stream<ElementwiseActivation> plain() {
        return Stream.concat(
                LayerCatalog.all().stream()
                        .map(LayerSchema::defaults)
                        .filter(ElementwiseActivation.class::isInstance)
                        .map(ElementwiseActivation.class::cast),
                Stream.of(new GELU(GELU.Approximate.TANH)));
    }

    /** Activations with a parameter that some value tells. */
    private static Stream<ElementwiseActivation> fitted(DoubleUnaryOperator function) {
        double slope = -function.applyAsDouble(-1);
        double floor = -function.applyAsDouble(-FARTHEST);
        double start = function.applyAsDouble(0);
        double beta = Math.log(2) / start;
        return Stream.of(
                        Optional.of(new LeakyReLU(rounded(slope))),
                        Optional.of(new ELU(rounded(floor))),
                        Optional.of(new Affine(rounded(function.applyAsDouble(1) - start), rounded(start))),
                        beta > 0 && beta < FARTHEST
                                ? Optional.of(new Softplus(rounded(beta), threshold(function, rounded(beta))))
                                : Optional.<ElementwiseActivation>empty())
                .flatMap(Optional::stream);
    }

    /** Above which β·x the function is a straight line. */
    private static double threshold(DoubleUnaryOperator function, double beta) {
        OptionalInt first = OptionalInt.empty();
        for (int i = 0; i * STEP <= FARTHEST && first.isEmpty(); i++) {
            double x = i * STEP;
            if (Math.abs(function.applyAsDouble(x) - x) < CLOSE / 1000) {
                first = OptionalInt.of(i);
            }
        }
        double threshold = first.isPresent() ? beta * STEP * (first.getAsInt() - 1) : FARTHEST;
        return Math.min(20, Math.max(0, rounded(threshold)));
    }

    /** The number with float32's noise taken off. */
    static double rounded(double number) {
        double short7 = Double.parseDouble(String.format(Locale.ROOT, "%.6g", number));
        return Math.abs(short7 - number) <= 1e-6 * Math.abs(number) ? short7 : number;
    }

    private static boolean agrees(ElementwiseActivation layer, DoubleUnaryOperator function) {
        for (double x = -FARTHEST; x <= FARTHEST; x += STEP) {
            double expected = layer.function().value(x);
            double found = function.applyAsDouble(x);
            if (!(Math.abs(found - expected) <= CLOSE * (1 + Math.abs(expected)))) {
                return false;
            }
        }
        return true;
    }
}
