package jimu.engine.data.toy;

import jimu.engine.graph.ToyProblem;

/** The number to be predicted at a point, before noise: between −1 and 1. */
final class Surfaces {
    private Surfaces() {}

    /** The height of a problem's surface at a point. */
    static double height(ToyProblem problem, Place place) {
        return switch (problem) {
            case PLANE -> (place.x() + place.y()) / 2;
            case WAVES -> StrictMath.sin(Math.PI * place.x()) * StrictMath.cos(Math.PI * place.y());
            case CIRCLE, XOR, GAUSSIANS, SPIRAL, MOONS -> throw new IllegalArgumentException(problem + " has classes");
        };
    }
}
