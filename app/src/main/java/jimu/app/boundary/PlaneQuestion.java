package jimu.app.boundary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.fx.plane.Extent;
import jimu.app.fx.plane.Scatter;
import jimu.app.fx.plane.Surface;
import jimu.app.fx.plane.Surface.Meaning;
import jimu.app.session.LiveWeights;
import jimu.engine.data.LoadedData;
import jimu.engine.evaluate.DecisionMap;
import jimu.engine.evaluate.DecisionMap.Frame;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.runtime.KernelSet;

/**
 * What is to be computed over the plane.
 *
 * @param output the network's answer
 * @param units the output of a block whose units are to be shown too
 * @param weights under which it is computed
 * @param data whose preprocessing and points are meant
 * @param scatter the points
 */
record PlaneQuestion(
        Endpoint output, Optional<Endpoint> units, LiveWeights.Weights weights, LoadedData data, Scatter scatter) {
    /** How many points of the grid lie beside each other, and above each other. */
    static final int SIDE = 100;

    private static final int MOST_UNITS = 32;

    /** The answer, computed off the JavaFX thread in milliseconds. */
    PlaneAnswer answer(List<KernelSet> sets) {
        Extent extent = scatter.extent();
        Frame frame = new Frame(extent.left(), extent.right(), extent.bottom(), extent.top(), SIDE, SIDE);
        Set<Endpoint> wanted = new LinkedHashSet<>(List.of(output));
        units.ifPresent(wanted::add);
        List<Surface> shown = new ArrayList<>();
        Surface whole = null;
        for (var one : DecisionMap.all(
                        weights.inference(), wanted, weights.snapshot(), data.preprocessing(), sets, frame)
                .entrySet()) {
            if (one.getKey().equals(output)) {
                whole = surface(one.getValue());
            }
            if (units.equals(Optional.of(one.getKey()))) {
                shown.addAll(units(one.getValue()));
            }
        }
        return new PlaneAnswer(Optional.ofNullable(whole), shown, units);
    }

    private Surface surface(DecisionMap map) {
        if (map.reading().exclusive()) {
            return plain(map, Meaning.CLASSES, map.width());
        } else if (map.width() == 1) {
            return plain(map, map.reading().binary() ? Meaning.YES : Meaning.VALUE, 1);
        }
        return plain(map, Meaning.VALUE, map.width()).single(0);
    }

    private Surface plain(DecisionMap map, Meaning meaning, int each) {
        return new Surface(scatter.extent(), SIDE, SIDE, meaning, each, map.numbers(), scatter.low(), scatter.high());
    }

    private List<Surface> units(DecisionMap map) {
        Surface all = plain(map, Meaning.VALUE, map.width());
        List<Surface> single = new ArrayList<>();
        for (int unit = 0; unit < Math.min(MOST_UNITS, map.width()); unit++) {
            single.add(all.single(unit));
        }
        return single;
    }
}
