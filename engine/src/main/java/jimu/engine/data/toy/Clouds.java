package jimu.engine.data.toy;

import jimu.engine.graph.DataSource.Toy;

/** Where the points of a class lie, before noise: all within −1 and 1 but for the tails of the Gaussians. */
final class Clouds {
    private static final double DISK = 0.5;
    private static final double RING = 0.7;

    /** How far the squares of XOR keep from the axes. */
    private static final double GAP = 0.06;

    private static final double CENTRES = 0.6;
    private static final double SPREAD = 0.15;
    private static final double FIRST_CENTRE = Math.PI / 4;

    /** How often both arms of a spiral go round; with more arms each goes round less, so that they lie as far apart. */
    private static final double TURNS = 1.75;

    /** The moons as scikit-learn's {@code make_moons} has them, moved to the middle and scaled. */
    private static final double MOON_SCALE = 1 / 1.5;

    private Clouds() {}

    /** A point of class {@code label}. */
    static Place place(Toy toy, int label, Draws draws) {
        return switch (toy.problem()) {
            case CIRCLE -> circle(label, draws);
            case XOR -> xor(label, draws);
            case GAUSSIANS -> gaussians(label, toy.classes(), draws);
            case SPIRAL -> spiral(label, toy.classes(), draws);
            case MOONS -> moons(label, draws);
            case PLANE, WAVES -> throw new IllegalArgumentException(toy.problem() + " has no classes");
        };
    }

    /** Spread evenly over the area: the square of the radius is uniform. */
    private static Place circle(int label, Draws draws) {
        double low = label == 0 ? 0 : RING * RING;
        double high = label == 0 ? DISK * DISK : 1;
        return Place.polar(StrictMath.sqrt(draws.between(low, high, 0)), draws.between(0, 2 * Math.PI, 1));
    }

    private static Place xor(int label, Draws draws) {
        double x = draws.between(GAP, 1, 0);
        double y = draws.between(GAP, 1, 1);
        boolean right = draws.between(0, 1, 2) < 1.0 / 2;
        boolean up = right == (label == 0);
        return new Place(right ? x : -x, up ? y : -y);
    }

    private static Place gaussians(int label, int classes, Draws draws) {
        Place centre = Place.polar(CENTRES, FIRST_CENTRE + 2 * Math.PI * label / classes);
        return new Place(centre.x() + SPREAD * draws.normal(0), centre.y() + SPREAD * draws.normal(2));
    }

    private static Place spiral(int label, int classes, Draws draws) {
        double along = draws.between(0, 1, 0);
        double turns = TURNS * 2 / classes * along;
        return Place.polar(along, 2 * Math.PI * (turns + (double) label / classes));
    }

    private static Place moons(int label, Draws draws) {
        double angle = draws.between(0, Math.PI, 0);
        double x = StrictMath.cos(angle);
        double y = StrictMath.sin(angle);
        double fromMiddleX = label == 0 ? x - 1.0 / 2 : 1.0 / 2 - x;
        double fromMiddleY = label == 0 ? y - 1.0 / 4 : 1.0 / 4 - y;
        return new Place(fromMiddleX * MOON_SCALE, fromMiddleY * MOON_SCALE);
    }
}
